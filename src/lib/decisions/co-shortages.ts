import { noCode, type Cells } from '#lib/survey/cells.ts';
import type { CoShortages } from './bundle.ts';

/**
 * Weighted workers short in each skill and in two at once.
 * @param cells one row a worker and skill, of the indicator `people-short`: wy is the weight where short, else 0
 */
export function coShortagesOf(cells: Cells): CoShortages {
	const column = cells.dimensions.skill;
	if (!column) throw new RangeError('The cells have no dimension skill');
	const alone = new Map<string, number>();
	const both = new Map<string, number>();
	let unit = -1;
	let short: { skill: string; weight: number }[] = [];
	const close = (): void => {
		for (const { skill, weight } of short) {
			alone.set(skill, (alone.get(skill) ?? 0) + weight);
			for (const other of short) {
				if (skill >= other.skill) continue;
				const pair = pairOf(skill, other.skill);
				both.set(pair, (both.get(pair) ?? 0) + weight);
			}
		}
		short = [];
	};
	for (let row = 0; row < cells.length; row++) {
		const own = cells.unit?.[row] ?? row;
		if (own !== unit) close();
		unit = own;
		const code = column.index[row] ?? noCode;
		const weight = cells.wy[row] ?? 0;
		if (code !== noCode && weight > 0) short.push({ skill: column.codes[code] ?? '', weight });
	}
	close();
	return {
		alone: (skill) => alone.get(skill) ?? 0,
		both: (one, other) => both.get(pairOf(one, other)) ?? 0
	};
}

function pairOf(one: string, other: string): string {
	return one < other ? `${one} ${other}` : `${other} ${one}`;
}
