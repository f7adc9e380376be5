import type { Cells } from '#lib/survey/cells.ts';
import { completeCounts } from '#lib/survey/complete-count.ts';
import { compositions } from '#lib/survey/composition.ts';
import type { EstimateOptions } from '#lib/survey/estimate.ts';
import type { RawEstimate } from '#lib/survey/inference.ts';
import type { Restriction } from '#lib/survey/keys.ts';
import { linearisedTally, type Linearised } from '#lib/survey/linearised.ts';
import { quantiles } from '#lib/survey/quantile-estimate.ts';
import { curveQuantiles, curves, curvesAt } from '#lib/survey/survival-estimate.ts';
import { tally } from '#lib/survey/tally.ts';
import type { Plan } from './plan.ts';

/** Cells with what is asked of them. */
export interface Asked {
	readonly plan: Plan;
	readonly cells: Cells;
	/** What the cells are not restricted to yet. */
	readonly where: Restriction;
	readonly options: Omit<EstimateOptions, 'kind' | 'interval'>;
}

/**
 * The statistics of each key in linearised form, for everything that a variance can be taken of by cluster;
 * undefined for quantiles and complete counts.
 * @param by dimensions of the keys: those of the Question, and those of its differences
 */
export function linearisedOf(asked: Asked, by: readonly string[]): Linearised[] | undefined {
	const { plan, cells, where } = asked;
	const { kind, across, at } = plan.indicator;
	if (plan.design.complete) return undefined;
	if (kind === 'mean' || kind === 'ratio' || kind === 'total') {
		return tally(cells, by, where).map((one) => linearisedTally(one, kind));
	}
	if (kind === 'composition' && across !== undefined) {
		return compositions(cells, by, { where, across, codes: plan.codes[across] ?? [] });
	}
	if (kind === 'curve') return curves(cells, by, where);
	if (kind === 'curve-at') return curvesAt(cells, by, { where, time: at ?? 0 });
	return undefined;
}

/** Estimates of what has no linearised form: quantiles with their own intervals, and complete counts. */
export function directEstimates(asked: Asked, by: readonly string[]): RawEstimate[] {
	const { plan, cells, where, options } = asked;
	const { id, kind, across, at, apart = false } = plan.indicator;
	const p = plan.question.quantile ?? at ?? 0.5;
	if (kind === 'quantile') return quantiles(cells, { by, where, p, options });
	if (kind === 'curve-quantile') return curveQuantiles(cells, by, { where, p, options });
	if (!isCounted(kind)) throw new RangeError(`${id}: a complete count has no ${kind}`);
	return completeCounts(cells, { by, where, kind, across, apart });
}

function isCounted(kind: string): kind is Parameters<typeof completeCounts>[1]['kind'] {
	return ['total', 'ratio', 'adjusted-parity', 'representation', 'dissimilarity'].includes(kind);
}
