import type { CodeCounts } from './recipe.ts';

/** A code whose share changed by more than chance would do. Shares are of rows with a value, unweighted. */
export interface ShareChange {
	readonly contract: string;
	readonly code: string;
	readonly before: number;
	readonly now: number;
}

/** What counts as changed; it is told with the report. */
export const shareThresholds = {
	/** A change has at least this much, as a share. */
	change: 0.05,
	/** And so many standard errors of a difference of two shares: by chance once in 100,000 codes. */
	standardErrors: 4.5,
	/** Samples by cluster vary more than rows drawn one by one: variances are taken times this. */
	designEffect: 2
} as const;

/** Counts below this are not kept in a recipe. */
export const leastCount = 10;

/**
 * The codes whose shares differ between two files by at least five points and by more than chance would do:
 * a z test of two shares with their pooled variance, doubled for the design. A code that the recipe has no
 * count of came fewer than ten times; it is given the benefit of the doubt.
 */
export function changedShares(
	before: Readonly<Record<string, CodeCounts>>,
	now: Readonly<Record<string, CodeCounts>>
): ShareChange[] {
	return Object.entries(before).flatMap(([contract, one]) => {
		const other = now[contract];
		if (!other || one.filled === 0 || other.filled === 0) return [];
		const codes = new Set([...Object.keys(one.codes), ...Object.keys(other.codes)]);
		return [...codes].flatMap((code) => {
			const nowShare = (other.codes[code] ?? 0) / other.filled;
			const unknown = Math.min(nowShare, (leastCount - 1) / one.filled);
			const count = one.codes[code];
			const beforeShare = count === undefined ? unknown : count / one.filled;
			const pair = { before: beforeShare, now: nowShare, n: one.filled, m: other.filled };
			return isChange(pair) ? [{ contract, code, before: beforeShare, now: nowShare }] : [];
		});
	});
}

interface Pair {
	readonly before: number;
	readonly now: number;
	readonly n: number;
	readonly m: number;
}

function isChange({ before, now, n, m }: Pair): boolean {
	const { change, standardErrors, designEffect } = shareThresholds;
	const pooled = (before * n + now * m) / (n + m);
	const variance = pooled * (1 - pooled) * (1 / n + 1 / m) * designEffect;
	const difference = Math.abs(now - before);
	return difference >= change && difference > standardErrors * Math.sqrt(variance);
}

/** Counts as they may stand in a recipe: rounded to 5, those of fewer than ten rows left out. */
export function roundedCounts(
	counts: Readonly<Record<string, CodeCounts>>
): Record<string, CodeCounts> {
	const rounded = (count: number): number => Math.round(count / 5) * 5;
	return Object.fromEntries(
		Object.entries(counts)
			.filter(([, { filled }]) => filled >= leastCount)
			.map(([contract, { filled, codes }]) => {
				const kept = Object.entries(codes).filter(([, count]) => count >= leastCount);
				const shown = kept.map(([code, count]) => [code, rounded(count)] as const);
				return [contract, { filled: rounded(filled), codes: Object.fromEntries(shown) }];
			})
	);
}
