import type { Cells } from '#lib/survey/cells.ts';
import { decompose } from '#lib/survey/decompose.ts';
import type { Kind } from '#lib/survey/linearise.ts';
import {
	combineLinearised,
	linearisedTally,
	noScores,
	type Linearised
} from '#lib/survey/linearised.ts';
import { curves } from '#lib/survey/survival-estimate.ts';
import { emptyTally, tally, type Tally } from '#lib/survey/tally.ts';
import type { Decomposition } from '#lib/vocabulary/question.ts';
import { bothOf, type Contrast, type Where } from './asked.ts';

/** What is asked of cells, whatever a cell is. */
export interface PointsAsked {
	readonly kind: Kind | 'curve';
	readonly by: readonly string[];
	readonly where: Where;
	readonly contrast?: Contrast;
	readonly decompose?: Decomposition;
}

/** A value with its scores, and the values it is made of. */
export interface Point {
	readonly of: Linearised;
	/** Of a contrast: its terms, by which it is graded too. */
	readonly terms?: readonly Linearised[];
}

/** The values that answer a Question, before their errors are taken. */
export function pointsOf(cells: Cells, asked: PointsAsked): Point[] {
	const { kind, by, where, contrast, decompose: split } = asked;
	if (kind === 'curve') return curves(cells, by, where).map((of) => ({ of }));
	if (split) return decompositions(cells, { split, kind, by, where });
	if (contrast) return contrastsOf(cells, { kind, by, where, contrast });
	return tally(cells, by, where).map((one) => ({ of: linearisedTally(one, kind) }));
}

function contrastsOf(
	cells: Cells,
	asked: { kind: Kind; by: readonly string[]; where: Where; contrast: Contrast }
): Point[] {
	const { kind, by, where, contrast } = asked;
	const keyOf = ({ key }: Tally) => key.join('\u001f');
	const domains = contrast.terms.map((term) => {
		return new Map(tally(cells, by, bothOf(where, term)).map((one) => [keyOf(one), one]));
	});
	const met = tally(cells, by, where).filter((one) => domains.some((d) => d.has(keyOf(one))));
	return met.map((one): Point => {
		const terms = domains.map((domain) =>
			linearisedTally(domain.get(keyOf(one)) ?? emptyTally(one.key), kind)
		);
		return { of: combined(terms, contrast), terms };
	});
}

/** By the gradient, so that the scores are those of the combination; then its own value. */
function combined(terms: readonly Linearised[], { combination }: Contrast): Linearised {
	const values = terms.map(({ value }) => value ?? NaN);
	const gradient = combination.gradient(values).map((one) => (Number.isFinite(one) ? one : 0));
	const sum = combineLinearised(terms.map((of, k) => ({ of, coefficient: gradient[k] ?? 0 })));
	if (sum.value === null) return sum;
	const value = combination.value(values);
	if (Number.isFinite(value)) return { ...sum, value: value + 0 };
	return { ...sum, value: null, reason: 'zero-denominator' };
}

interface SplitAsked {
	readonly split: Decomposition;
	readonly kind: Kind;
	readonly by: readonly string[];
	readonly where: Where;
}

/** Rate and composition of each key; null with a reason where a category has no rate in one of the groups. */
function decompositions(cells: Cells, { split, kind, by, where }: SplitAsked): Point[] {
	const { dimension, over, minus } = split;
	const parts = tally(cells, [...by, dimension, over], where);
	const wholes = tally(cells, [...by, dimension], where);
	return tally(cells, by, where).flatMap(({ key }) => {
		const own = (tallies: readonly Tally[]) =>
			tallies
				.filter((one) => key.every((code, i) => one.key[i] === code))
				.map((one) => ({ ...one, key: one.key.slice(key.length) }))
				.filter((one) => minus.includes(one.key[0] ?? ''));
		const terms = own(wholes).map((one) => linearisedTally(one, kind));
		return effectsOf(own(parts), minus).map((of) => ({ of: { ...of, key }, terms }));
	});
}

function effectsOf(tallies: readonly Tally[], minus: readonly [string, string]): Linearised[] {
	const { effects, reason } = decompose(tallies, minus);
	const sum = (of: (one: Tally) => number) => tallies.reduce((all, one) => all + of(one), 0);
	const counts = {
		key: [],
		n: sum(({ n }) => n),
		missing: sum(({ missing }) => missing),
		sumWeights: sum(({ sumWeights }) => sumWeights)
	};
	const plain = { simple: 'no-yardstick', scale: 0 } as const;
	if (effects.length === 0) {
		const none = { ...counts, ...plain, value: null, reason: reason ?? 'empty' };
		return [{ ...none, part: 'difference', scores: noScores }];
	}
	const scale = Math.max(...effects.map(({ value }) => Math.abs(value)));
	return effects.map(({ part, category, value, scores }) => {
		const name = category === null ? part : `${part}:${category}`;
		return { ...counts, ...plain, part: name, value, scores, scale };
	});
}
