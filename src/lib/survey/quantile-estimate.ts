import type { Cells } from './cells.ts';
import type { EstimateOptions } from './estimate.ts';
import { noValue, type RawEstimate } from './inference.ts';
import { placeRows, type Restriction } from './keys.ts';
import { inferLinearised, linearisedTally } from './linearised.ts';
import { shareLimits } from './proportion-interval.ts';
import { studentQuantile } from './quantile-t.ts';
import { distributionOf, quantileOf, type Distribution } from './quantile.ts';
import { tally } from './tally.ts';

export interface QuantileQuestion {
	readonly by: readonly string[];
	readonly where: Restriction;
	/** Which quantile, 0 to 1. */
	readonly p: number;
	readonly options: Pick<EstimateOptions, 'strata' | 'lonely' | 'level'>;
}

/**
 * A quantile of each key (rule `school`: the middle of the two values where the distribution has a step at p
 * exactly) with Woodruff's interval: the t interval of the share at or below it, taken back through the
 * distribution; se is its length over twice t. Woodruff, JASA 47 (1952), 635-646; R's svyquantile(qrule =
 * "school", interval.type = "mean").
 * @param cells one row a respondent: the value of a row is wy/w
 */
export function quantiles(cells: Cells, question: QuantileQuestion): RawEstimate[] {
	const { by, where, p, options } = question;
	const place = placeRows(cells, by, where);
	const rows = new Map<number, number[]>();
	place.forEach((key, row) => {
		if (key < 0 || (cells.w[row] ?? 0) <= 0) return;
		const own = rows.get(key);
		if (own) own.push(row);
		else rows.set(key, [row]);
	});
	// w·y/w is y but for the last digits, and values that are equal must stay equal.
	const value = (row: number): number =>
		Number(((cells.wy[row] ?? 0) / (cells.w[row] ?? 1)).toPrecision(12));
	const below = new Float64Array(cells.length);
	const found = new Map<string, { distribution: Distribution; value: number }>();
	const keyOf = (row: number): string =>
		by
			.map((id) => cells.dimensions[id]?.codes[cells.dimensions[id].index[row] ?? 0])
			.join('\u001f');
	for (const own of rows.values()) {
		const weights = own.map((row) => cells.w[row] ?? 0);
		const distribution = distributionOf(own.map(value), weights);
		const quantile = quantileOf(distribution, p, 'school');
		found.set(keyOf(own[0] ?? 0), { distribution, value: quantile });
		for (const row of own) below[row] = value(row) <= quantile ? (cells.w[row] ?? 0) : 0;
	}
	const shares = { ...cells, wy: below, wyy: below, wxy: below, wx: cells.w, wxx: cells.w };
	return tally(shares, by, where).map((one) => {
		const share = inferLinearised(linearisedTally(one, 'mean'), { ...options, interval: 't' });
		const own = found.get(one.key.join('\u001f'));
		if (!own || share.value === null) return noValue(share, share.reason ?? 'empty');
		return woodruff(share, own, question);
	});
}

function woodruff(
	share: RawEstimate,
	{ distribution, value }: { distribution: Distribution; value: number },
	{ options: { level } }: QuantileQuestion
): RawEstimate {
	const { se, df } = share;
	const own = { ...share, value: value + 0, deff: null };
	if (share.value === null || se === null) {
		return { ...own, se: null, low: null, high: null, reason: share.reason ?? 'no-variance' };
	}
	const limits = shareLimits({ value: share.value, se, n: share.n, df }, 'mean', level);
	const [low, high] = limits.map((end) => quantileOf(distribution, end, 'school'));
	if (low === undefined || high === undefined || !(low <= high)) {
		return { ...own, se: null, low: null, high: null, reason: 'not-reached' };
	}
	const t = studentQuantile(1 - (1 - level) / 2, df);
	// Many may have the same value: both ends are then it, which is an interval, and no standard error.
	if (high === low) return { ...own, se: null, low, high, reason: 'no-variance' };
	return {
		...own,
		se: (high - low) / (2 * t),
		low: low + 0,
		high: high + 0,
		reason: 'no-yardstick'
	};
}
