import type { NullReason } from '#lib/vocabulary/estimate.ts';
import type { Cells } from './cells.ts';
import { noValue, type RawEstimate } from './inference.ts';
import type { Restriction } from './keys.ts';
import { tally, type Tally } from './tally.ts';

export type CountKind = 'total' | 'ratio' | 'adjusted-parity' | 'representation' | 'dissimilarity';

export interface CountQuestion {
	readonly by: readonly string[];
	readonly where: Restriction;
	readonly kind: CountKind;
	/** Of a representation or dissimilarity: the dimension whose codes are the parts. */
	readonly across?: string | undefined;
	/** The ratio is of two separate groups, as women to men, and not of a part to its whole. */
	readonly apart: boolean;
}

/**
 * Figures of a complete count (a census or administrative records): values without sampling error. n is the
 * head count that a value rests on: of the whole of a share, of both groups of a ratio of two groups.
 */
export function completeCounts(cells: Cells, question: CountQuestion): RawEstimate[] {
	const { by, where, kind, across } = question;
	if (kind === 'dissimilarity') return dissimilarities(cells, question);
	const tallies = tally(cells, by, where);
	if (kind !== 'representation' || across === undefined) {
		return tallies.map((one) => plain(one, question));
	}
	const wider = Object.fromEntries(Object.entries(where).filter(([id]) => id !== across));
	const base = new Map(
		tally(
			cells,
			by.filter((id) => id !== across),
			wider
		).map((one) => [one.key.join('\u001f'), one])
	);
	return tallies.map((one) => {
		const key = one.key.filter((_, i) => by[i] !== across).join('\u001f');
		const whole = base.get(key);
		const over = whole && whole.x > 0 ? whole.y / whole.x : 0;
		if (one.x === 0 || over === 0) return without(one, 'zero-denominator');
		return known(one, one.y / one.x / over, one.x);
	});
}

function plain(one: Tally, { kind, apart }: CountQuestion): RawEstimate {
	if (kind === 'total') return known(one, one.y, one.y);
	const heads = apart ? one.x + one.y : one.x;
	if (one.x === 0) return without(one, heads === 0 ? 'empty' : 'zero-denominator');
	const ratio = one.y / one.x;
	const isAdjusted = kind === 'adjusted-parity' && ratio > 1;
	return known(one, isAdjusted ? 2 - 1 / ratio : ratio, heads);
}

/**
 * Duncan's index: half of Σ_k |y_k/Y − x_k/X|, the share of either group that would have to change part for
 * the two distributions to be the same. Duncan and Duncan, American Sociological Review 20 (1955), 210-217.
 */
function dissimilarities(cells: Cells, { by, where, across = '' }: CountQuestion): RawEstimate[] {
	const whole = tally(cells, by, where);
	const parts = tally(cells, [...by, across], where);
	return whole.map((one) => {
		if (one.x === 0 || one.y === 0) return without(one, 'zero-denominator');
		const own = parts.filter(({ key }) => by.every((_, i) => key[i] === one.key[i]));
		const sum = own.reduce((all, part) => all + Math.abs(part.y / one.y - part.x / one.x), 0);
		return known(one, sum / 2, one.x + one.y);
	});
}

function known({ key }: Tally, value: number, n: number): RawEstimate {
	return {
		...{ key, n, missing: 0, clusters: 0, sumWeights: n, df: 0, value: value + 0 },
		...{ se: null, low: null, high: null, deff: null, reason: 'complete-count' }
	};
}

function without({ key, x, y }: Tally, reason: NullReason): RawEstimate {
	const n = x + y;
	return noValue({ key, n, missing: 0, clusters: 0, sumWeights: n, df: 0 }, reason);
}
