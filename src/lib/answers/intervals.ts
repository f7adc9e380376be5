import { type IntervalRule, type RawEstimate } from '#lib/survey/inference.ts';
import { inferLinearised, type Linearised } from '#lib/survey/linearised.ts';
import { shareLimits } from '#lib/survey/proportion-interval.ts';
import { survivalInterval } from '#lib/survey/survival-limits.ts';
import type { Plan } from './plan.ts';
import type { Asked } from './asked.ts';

/** The interval that the indicator or the Question says. */
export function withInterval({ plan, options }: Asked, one: Linearised): RawEstimate {
	const { indicator, question } = plan;
	const rule: IntervalRule = indicator.interval === 'own' ? 't' : indicator.interval;
	if (indicator.kind.startsWith('curve')) {
		return logLog(inferLinearised(one, { ...options, interval: 't' }), plan, options.level);
	}
	if (question.interval === undefined || question.interval === rule) {
		return inferLinearised(one, { ...options, interval: rule });
	}
	const raw = inferLinearised(one, { ...options, interval: 't' });
	const { value, se, n, df } = raw;
	// A share of 0 or 1 has no standard error, but limits.
	if (value === null || se === null) {
		return inferLinearised(one, { ...options, interval: 'xlogit' });
	}
	const [low, high] = shareLimits({ value, se, n, df }, question.interval, options.level);
	if (Number.isNaN(low) || Number.isNaN(high)) {
		return { ...raw, low: null, high: null, reason: 'no-variance' };
	}
	return { ...raw, low: low + 0, high: high + 0 };
}

/** The interval of a survival curve, on the log(-log) scale; of 1 − S its mirror image. */
function logLog(raw: RawEstimate, { indicator }: Plan, level: number): RawEstimate {
	const { value, se, df } = raw;
	if (value === null || se === null) return raw;
	const mirrored = indicator.kind === 'curve-at';
	const survival = mirrored ? 1 - value : value;
	const limits = survivalInterval({ survival, se, df, level });
	if (!limits) return { ...raw, low: null, high: null, reason: 'no-variance' };
	const { low, high } = limits;
	return mirrored ? { ...raw, low: 1 - high, high: 1 - low } : { ...raw, low, high };
}
