import type { Replicates } from '#lib/survey/replicates.ts';

/** Columns of replicate weights, each a full weight, and how their spread is scaled. */
export interface ReplicatesAsked {
	readonly type: ReplicateType;
	readonly columns: readonly string[];
	/** By the type without it. */
	readonly scale?: number;
	/** One for all replicates, or one for each. JKn needs them: (n_h − 1)/n_h of the stratum left out from. */
	readonly rscales?: number | readonly number[];
	/** Of Fay's method: the weight that is left to those put aside. */
	readonly rho?: number;
	/** Deviations from the estimate and not from the mean of the replicates. */
	readonly mse?: boolean;
}

export const replicateTypes = [
	...(['BRR', 'Fay', 'JK1', 'JK2', 'JKn', 'bootstrap', 'ACS'] as const),
	...(['successive-difference', 'other'] as const)
] as const;
export type ReplicateType = (typeof replicateTypes)[number];

/** The replicates of a design as R's svrepdesign scales them. */
export function replicatesOf(asked: ReplicatesAsked, weights: readonly Float64Array[]): Replicates {
	const count = weights.length;
	const { rscales = 1, mse = false } = asked;
	const each = typeof rscales === 'number' ? weights.map(() => rscales) : rscales;
	return { weights, scale: asked.scale ?? scaleOf(asked, count), rscales: each, mse };
}

function scaleOf({ type, rho = 0 }: ReplicatesAsked, count: number): number {
	switch (type) {
		case 'BRR':
			return 1 / count;
		case 'Fay':
			return 1 / (count * (1 - rho) ** 2);
		case 'JK1':
			return (count - 1) / count;
		case 'bootstrap':
			return 1 / (count - 1);
		case 'ACS':
		case 'successive-difference':
			return 4 / count;
		default:
			return 1;
	}
}
