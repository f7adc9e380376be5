import { isBareNumber, wholeCode } from './cell-words.ts';
import type { ColumnProfile, ValueCount } from './types.ts';

/** Labels of codes that the file brings: of SPSS, or explained in heading or label. */
export function labelsOf({ column, top }: ColumnProfile): ReadonlyMap<string, string> {
	const texts = [column.heading, column.label ?? ''];
	const strict = Object.assign({}, ...texts.map(explainedCodes)) as Record<string, string>;
	const explained = Object.keys(strict).length > 0 ? strict : looselyExplained(texts, top);
	return new Map(
		Object.entries({ ...explained, ...column.valueLabels }).map(([code, label]) => [
			wholeCode(code),
			label
		])
	);
}

/** `Disability? 1 Yes 0 No`, if that explains every number of the column. */
function looselyExplained(
	texts: readonly string[],
	top: readonly ValueCount[]
): Record<string, string> {
	const found = new Map<string, string>();
	for (const text of texts) {
		for (const [, code = '', label = ''] of text
			.slice(0, 500)
			.matchAll(/(?<![\w.])(\d{1,2})\s+(\p{L}[\p{L} ]*?)(?=\s+\d|\W*$)/gu)) {
			found.set(code, label);
		}
	}
	const numbers = top.filter(({ value }) => isBareNumber(value));
	const all =
		found.size >= 2 &&
		numbers.length > 0 &&
		numbers.every(({ value }) => found.has(wholeCode(value)));
	return all ? Object.fromEntries(found) : {};
}

/** Codes that a heading or label explains: `Sex (1=Male, 2=Female)`. Empty where fewer than two are. */
export function explainedCodes(text: string): Record<string, string> {
	const found = new Map<string, string>();
	const pattern =
		/(?<![\d.])(-?\d{1,4})\s*(?:[=:)]|\s[-–]\s|[-–](?=\s*\p{L}))\s*([^\d=,;:|()[\]{}\n][^=,;|()[\]{}\n]*?)(?=\s*(?:[,;|)\]}\n/]|$|\s-?\d{1,4}\s*(?:[=:)]|\s?[-–])))/gu;
	for (const [, code = '', label = ''] of text.slice(0, 1000).matchAll(pattern)) {
		found.set(code, label.trim());
	}
	return found.size >= 2 ? Object.fromEntries(found) : {};
}
