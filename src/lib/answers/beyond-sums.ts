import { completeCounts } from '#lib/survey/complete-count.ts';
import { compositions } from '#lib/survey/composition.ts';
import type { RawEstimate } from '#lib/survey/inference.ts';
import type { Linearised } from '#lib/survey/linearised.ts';
import { quantiles } from '#lib/survey/quantile-estimate.ts';
import { curveQuantiles, curves, curvesAt } from '#lib/survey/survival-estimate.ts';
import type { Asked } from './asked.ts';

/** Compositions and curves of each key, in linearised form; undefined for what has none. */
export function linearisedBeyondSums(
	{ plan, cells, where }: Asked,
	by: readonly string[]
): Linearised[] | undefined {
	const { kind, across, at } = plan.indicator;
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
