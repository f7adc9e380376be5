import { isSayable } from '#lib/answers/standing.ts';
import {
	bootstrapSettings,
	replicateFactors,
	replicateValues,
	type ReplicateFactors
} from '#lib/survey/bootstrap.ts';
import type { Cells } from '#lib/survey/cells.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import type { Asker } from './asker.ts';
import type { Candidate } from './candidates.ts';
import {
	composite,
	scenarios,
	type Aggregation,
	type Composite,
	type CompositeOptions,
	type Scenario
} from './composite.ts';
import type { DecisionProblem } from './decision-problem.ts';
import { drawRanks, type RankDraws } from './draws.ts';
import type { Evidence } from './evidence.ts';
import type { Criterion } from './normalise.ts';

/** What candidates are weighed by, in the order of the page. */
export const criteria = [
	...([{ id: 'need' }, { id: 'scarcity' }, { id: 'reach' }, { id: 'equity' }] as const)
] as const satisfies readonly Criterion[];
export type CriterionId = (typeof criteria)[number]['id'];

/** The weights that hold until the reader moves them; this project's own. */
export const defaultWeights: Readonly<Record<CriterionId, number>> = {
	need: 35,
	scarcity: 25,
	reach: 25,
	equity: 15
};

/** A candidate with its evidence. */
export interface Weighed {
	readonly candidate: Candidate;
	readonly evidence: Evidence;
}

/** The values of the criteria for each candidate, and what they would have been in each replicate. */
export interface Measured {
	readonly weighed: readonly Weighed[];
	/** Candidate × criterion. */
	readonly values: readonly (readonly number[])[];
	/** Candidate × criterion → by replicate. */
	readonly replicates: readonly (readonly ArrayLike<number>[])[];
}

/** Values and replicates of all candidates: what a change of weights does not change. */
export async function measure(weighed: readonly Weighed[], asker: Asker): Promise<Measured> {
	const replicator = new Replicator(asker);
	const values: number[][] = [];
	const replicates: ArrayLike<number>[][] = [];
	for (const { evidence } of weighed) {
		const { need, scarcity, reach, genderGap, residenceGap, questions } = evidence;
		values.push([
			need.value ?? 0,
			scarcity.value ?? 0,
			reach.value ?? 0,
			sizeOfGap(genderGap) + sizeOfGap(residenceGap)
		]);
		const gaps = [
			await replicator.gap(questions.genderGap, genderGap),
			await replicator.gap(questions.residenceGap, residenceGap)
		];
		replicates.push([
			await replicator.value(questions.need),
			await replicator.value(questions.scarcity),
			await replicator.value(questions.reach),
			sum(gaps)
		]);
	}
	return { weighed, values, replicates };
}

/**
 * How large a gap is, whichever way it points, less what sampling error alone would give: √max(0, d² − se²). Without
 * that a small sample, whose gaps are wide by chance, would count as more unequal. A gap that too few answers
 * carry counts as none.
 */
function sizeOfGap(gap: Estimate | undefined, value = gap?.value ?? 0): number {
	if (!gap || !isSayable(gap)) return 0;
	return Math.sqrt(Math.max(0, value * value - (gap.se ?? 0) ** 2));
}

function sum(gaps: readonly Float64Array[]): Float64Array {
	const length = Math.max(0, ...gaps.map((gap) => gap.length));
	return Float64Array.from({ length }, (_, r) => gaps.reduce((all, gap) => all + (gap[r] ?? 0), 0));
}

/** Values in every replicate; the factors of a table's clusters are drawn once. */
class Replicator {
	readonly #asker: Asker;
	readonly #factors = new Map<Cells['cluster'], ReplicateFactors>();

	constructor(asker: Asker) {
		this.#asker = asker;
	}

	async value(question: Question): Promise<Float64Array> {
		const [one] = await this.#ask(question, []);
		return one?.values ?? new Float64Array();
	}

	/** The sizes of a gap in every replicate; empty where the gap itself counts as none. */
	async gap(question: Question, estimate: Estimate | undefined): Promise<Float64Array> {
		if (!estimate || !isSayable(estimate)) return new Float64Array();
		const values = await this.#difference(question);
		return values.map((value) => sizeOfGap(estimate, value));
	}

	async #difference(question: Question): Promise<Float64Array> {
		const { difference, ...plain } = question;
		if (!difference || !('dimension' in difference)) return new Float64Array();
		const { dimension, minus } = difference;
		const found = await this.#ask({ ...plain, by: [dimension] }, [dimension]);
		const [a, b] = minus.map((code) => found.find(({ key }) => key[0] === code)?.values);
		return a && b ? a.map((value, r) => value - (b[r] ?? NaN)) : new Float64Array();
	}

	async #ask(question: Question, by: readonly string[]) {
		const planned = await this.#asker.gather(question);
		if ('code' in planned) return [];
		const { cells, where, plan } = planned;
		const { kind } = plan.indicator;
		if (kind !== 'mean' && kind !== 'ratio' && kind !== 'total') return [];
		const factors = this.#factors.get(cells.cluster) ?? replicateFactors(cells, bootstrapSettings);
		this.#factors.set(cells.cluster, factors);
		return replicateValues(cells, { kind, by, where }, factors);
	}
}

export interface PrioritySettings {
	/** By criterion, 0 or more; only their proportions count. */
	readonly weights: Readonly<Record<CriterionId, number>>;
	readonly aggregation: Aggregation;
}

/** The order of the candidates and how firm it is. */
export interface Priority {
	/** Criteria that the order rests on, in the order of {@link criteria}: the columns of `index.shares`. */
	readonly used: readonly CriterionId[];
	readonly index: Composite;
	/** By candidate: ranks over sampling error and random weights around those given. */
	readonly draws: readonly RankDraws[];
	/** Equal weights, and each criterion left out. */
	readonly scenarios: readonly Scenario[];
}

/**
 * Ranks candidates by the composite index, and shakes the order by replicates and weights. A criterion that too few
 * answers carry for one of the candidates orders none of them, whatever its weight.
 */
export function prioritise(
	measured: Measured,
	{ weights, aggregation }: PrioritySettings
): Priority | DecisionProblem {
	const used = usedCriteria(measured.weighed);
	const values = measured.values.map((row) => columnsOf(row, used));
	const replicates = measured.replicates.map((row) => columnsOf(row, used));
	const kept = criteria.filter(({ id }) => used.includes(id));
	const own = used.map((id) => weights[id]);
	const options: CompositeOptions = {
		...{ criteria: kept, weights: own, normalisation: 'min-max', aggregation }
	};
	const index = composite(values, options);
	if ('code' in index) return index;
	const draws = drawRanks({ criteria: kept, weights: own, aggregation, values, replicates });
	if ('code' in draws) return draws;
	const others = scenarios(values, options);
	return { used, index, draws, scenarios: 'code' in others ? [] : others };
}

/** Need and reach are reliable for every candidate that is put forward; vacancies of a sector need not be. */
export function usedCriteria(weighed: readonly Weighed[]): CriterionId[] {
	const known = weighed.every(({ evidence }) => isSayable(evidence.scarcity));
	return criteria.map(({ id }) => id).filter((id) => id !== 'scarcity' || known);
}

/** What stands under these criteria in a row of all of them. */
export function columnsOf<Value>(row: readonly Value[], used: readonly CriterionId[]): Value[] {
	return row.filter((_, j) => used.some((id) => id === criteria[j]?.id));
}
