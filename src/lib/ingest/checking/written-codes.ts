import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { codesOfField, type SchemaField } from '#lib/contracts/table-schema.ts';

/**
 * The ways in which the codes of a field stand for themselves in a file: as they are, and in small or capital
 * letters where no other code is written so.
 */
export function writtenCodes(
	field: Pick<SchemaField, 'codeList'>,
	catalogue: Pick<Catalogue, 'codeLists'>
): Map<string, string> {
	const codes = codesOfField(field, catalogue).map(({ code }) => code);
	const times = new Map<string, number>();
	for (const code of codes) {
		times.set(code.toLowerCase(), (times.get(code.toLowerCase()) ?? 0) + 1);
	}
	const forms = codes.flatMap((code): [string, string][] => {
		const small = code.toLowerCase();
		if (times.get(small) !== 1) return [[code, code]];
		const first = `${small.slice(0, 1).toUpperCase()}${small.slice(1)}`;
		return [code, small, code.toUpperCase(), first].map((form) => [form, code]);
	});
	return new Map(forms);
}
