import type { RawEstimate } from '#lib/survey/inference.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';

/** Where nobody was sampled a value has no sampling error; n is the people that it rests on. */
export function asCounted(raw: RawEstimate): RawEstimate {
	const n = Math.round(raw.sumWeights);
	const none = { ...raw, n, clusters: 0, df: 0 };
	if (raw.value === null) return none;
	return { ...none, se: null, low: null, high: null, deff: null, reason: 'complete-count' };
}

/** Without sampling error the highest value is the highest. */
export function highest(estimates: readonly Estimate[]): (readonly string[])[] {
	const sayable = estimates.filter(({ value, quality }) => value !== null && quality === 'ok');
	const most = Math.max(...sayable.map(({ value }) => value ?? -Infinity));
	return sayable.filter(({ value }) => value === most).map(({ key }) => key);
}
