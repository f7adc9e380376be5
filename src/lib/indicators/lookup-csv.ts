import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { CsvColumn } from '#lib/warehouse/warehouse.ts';

/** Columns of a table of pairs, as a warehouse loads it. */
export const lookupColumns: readonly CsvColumn[] = [
	{ name: 'occupation', type: 'VARCHAR' },
	{ name: 'field', type: 'VARCHAR' }
];

/** A table that indicators look things up in, as CSV: a row for each pair of codes that go together. */
export function lookupCsv(table: string, { codeLists }: Pick<Catalogue, 'codeLists'>): string {
	const pairs = (codeLists[table] ?? []).flatMap(({ code, fields_allowed: allowed = '' }) => {
		const fields =
			allowed === 'any' ? (codeLists.field ?? []).map((field) => field.code) : allowed.split(' ');
		return fields.filter(Boolean).map((field) => `${code},${field}`);
	});
	return [lookupColumns.map(({ name }) => name).join(), ...pairs, ''].join('\n');
}
