import type { UnitPatterns, Varying } from './unit-patterns.ts';

/** Undefined where respondents are not numbered from 0 in the order of their rows, or hardly share a pattern. */
export function findPatterns(unit: Uint32Array, varying: Varying): UnitPatterns | undefined {
	const starts = startsOf(unit);
	if (!starts) return undefined;
	const names = Object.keys(varying);
	const rowsOf = (one: number) => {
		const from = starts[one] ?? 0;
		const to = starts[one + 1] ?? unit.length;
		return Array.from({ length: to - from }, (_, i) => from + i);
	};
	const texts = starts.map((_, one) =>
		rowsOf(one)
			.map((row) => names.map((name) => varying[name]?.[row]).join())
			.join(';')
	);
	const numberOf = new Map([...new Set(texts)].map((text, number) => [text, number]));
	const pattern = texts.map((text) => numberOf.get(text) ?? 0);
	if (numberOf.size > starts.length / 4) return undefined;
	const members = [...numberOf.values()].map((number) => rowsOf(pattern.indexOf(number)));
	const values = names.map((name) => {
		const column = varying[name] ?? [];
		return [name, members.flatMap((rows) => rows.map((row) => column[row] ?? 0))] as const;
	});
	return {
		...{ pattern, values: Object.fromEntries(values) },
		lengths: members.map(({ length }) => length)
	};
}

/** The first row of each respondent; undefined where their numbers say something else than that order. */
function startsOf(unit: Uint32Array): number[] | undefined {
	const starts: number[] = [];
	for (let row = 0; row < unit.length; row++) {
		if (unit[row] === starts.length) starts.push(row);
		else if (unit[row] !== starts.length - 1) return undefined;
	}
	return starts;
}
