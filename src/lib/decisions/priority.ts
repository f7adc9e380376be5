import {
	composite,
	scenarios,
	type Aggregation,
	type Composite,
	type CompositeOptions,
	type Scenario
} from './composite.ts';
import { columnsOf, criteria, type CriterionId } from './criteria.ts';
import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import { drawRanks, normaliseSamples, type RankDraws, type Samples } from './draws.ts';
import { usedCriteria, type Measured } from './measure.ts';

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
 * answers carry for one of the candidates orders none of them, whatever its weight; nor does one under which all are
 * equal.
 */
export function prioritise(
	measured: Measured,
	{ weights, aggregation }: PrioritySettings
): Priority | DecisionProblem {
	const used = usedCriteria(measured.weighed);
	const values = measured.values.map((row) => columnsOf(row, used));
	const kept = criteria.filter(({ id }) => used.includes(id));
	const own = used.map((id) => weights[id]);
	const options: CompositeOptions = {
		...{ criteria: kept, weights: own, normalisation: 'min-max', aggregation }
	};
	const index = composite(values, options);
	if ('code' in index) return index;
	const telling = used.filter((id) => !index.constant.includes(id));
	if (telling.length > 0 && telling.every((id) => weights[id] === 0)) {
		return decisionProblem('no-difference', { criteria: telling.join() });
	}
	const draws = drawRanks(samplesOf(measured, used, aggregation), own);
	if ('code' in draws) return draws;
	const others = scenarios(values, options);
	return { used, index, draws, scenarios: 'code' in others ? [] : others };
}

/** What was normalised before: a slider moves weights, not candidates. */
const normalised = new WeakMap<Measured, Map<Aggregation, Samples>>();

function samplesOf(
	measured: Measured,
	used: readonly CriterionId[],
	aggregation: Aggregation
): Samples {
	const known = normalised.get(measured) ?? new Map<Aggregation, Samples>();
	normalised.set(measured, known);
	const samples =
		known.get(aggregation) ??
		normaliseSamples({
			criteria: criteria.filter(({ id }) => used.includes(id)),
			aggregation,
			values: measured.values.map((row) => columnsOf(row, used)),
			replicates: measured.replicates.map((row) => columnsOf(row, used))
		});
	known.set(aggregation, samples);
	return samples;
}
