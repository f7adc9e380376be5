/** Incomes with their weights, ascending. */
export interface Incomes {
	readonly value: readonly number[];
	readonly weight: readonly number[];
}

/** Sorts incomes; both lists are of one length. */
export function incomesOf(values: readonly number[], weights: readonly number[]): Incomes {
	const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
	return {
		value: order.map((i) => values[i] ?? NaN),
		weight: order.map((i) => weights[i] ?? NaN)
	};
}

/** Gini coefficient in per cent: 100·((2·Σ w·x·W − Σ w²·x)/(Σ w·Σ w·x) − 1), W the running sum of w. */
export function gini({ value, weight }: Incomes): number {
	let running = 0;
	let above = 0;
	let total = 0;
	value.forEach((x, i) => {
		const w = weight[i] ?? 0;
		running += w;
		total += w * x;
		above += 2 * w * x * running - w * w * x;
	});
	return 100 * (above / (running * total) - 1);
}

/**
 * The smallest value at which the share of the weights is above p (R package laeken, weightedQuantile): where
 * it is p exactly, to rounding, the next one.
 */
export function incomeQuantile({ value, weight }: Incomes, p: number): number {
	const total = weight.reduce((sum, w) => sum + w, 0);
	if (total === 0) return NaN;
	let running = 0;
	const at = weight.findIndex((w) => (running += w) / total > p + 1e-12);
	return value[at] ?? value[value.length - 1] ?? NaN;
}

/** S80/S20: the total above the 80th percentile over the total up to the 20th (R package laeken, qsr). */
export function quintileShareRatio(incomes: Incomes): number {
	const low = incomeQuantile(incomes, 0.2);
	const high = incomeQuantile(incomes, 0.8);
	return totalWhere(incomes, (x) => x > high) / totalWhere(incomes, (x) => x <= low);
}

/** Per cent of the weights below 60% of the median (at-risk-of-poverty rate). */
export function atRisk(incomes: Incomes): number {
	const line = 0.6 * incomeQuantile(incomes, 0.5);
	const all = incomes.weight.reduce((sum, w) => sum + w, 0);
	const below = incomes.weight.reduce(
		(sum, w, i) => sum + ((incomes.value[i] ?? 0) < line ? w : 0),
		0
	);
	return (100 * below) / all;
}

/** Weighted mean. */
export function meanIncome(incomes: Incomes): number {
	return totalWhere(incomes, () => true) / incomes.weight.reduce((sum, w) => sum + w, 0);
}

function totalWhere({ value, weight }: Incomes, holds: (x: number) => boolean): number {
	return value.reduce((sum, x, i) => sum + (holds(x) ? x * (weight[i] ?? 0) : 0), 0);
}
