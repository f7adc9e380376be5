import type { Code } from '#lib/contracts/catalogue.ts';

/** A code that stands for whole numbers from one to another, both counted. */
export interface StaffRange {
	readonly code: string;
	readonly from: number;
	readonly to: number;
}

/** The ranges of a list with columns `…_from` and `…_to`; none where it has no such. */
export function rangesOf(codes: readonly Code[]): StaffRange[] {
	return codes.flatMap((row) => {
		const bound = (end: string) =>
			Object.entries(row).find(([column]) => column.endsWith(end))?.[1];
		const from = bound('_from');
		const to = bound('_to');
		if (from === undefined) return [];
		return [{ code: row.code, from: Number(from), to: to ? Number(to) : Infinity }];
	});
}

/** A cell such as `20-99`, `20 to 99 staff`, `100+`, `<5`, `more than 50`; undefined where it is no range. */
export function rangeOf(text: string): { from: number; to: number } | undefined {
	const plain = text.toLowerCase().replace(/(\d)[, ](?=\d{3}\b)/g, '$1');
	const both = /(\d+)\s*(?:-|–|—|to|through|and)\s*(\d+)/.exec(plain);
	if (both) return ordered(Number(both[1]), Number(both[2]));
	const one = /(\d+)/.exec(plain);
	if (!one) return undefined;
	const number = Number(one[1]);
	if (/\d\s*\+|or more|and (?:more|above|over)|>=|≥|at least|\bplus\b/.test(plain)) {
		return { from: number, to: Infinity };
	}
	if (/>|more than|over|above/.test(plain)) return { from: number + 1, to: Infinity };
	if (/<=|≤|up to|or (?:less|fewer)|at most/.test(plain)) return { from: 0, to: number };
	if (/<|less than|under|below|fewer/.test(plain)) return { from: 0, to: number - 1 };
	return undefined;
}

function ordered(from: number, to: number): { from: number; to: number } | undefined {
	return from <= to ? { from, to } : undefined;
}
