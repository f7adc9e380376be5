import { decisionProblem, type DecisionProblem } from './decision-problem.ts';
import { normalise, ranksOf, rankShift, type Criterion, type Normalisation } from './normalise.ts';

/** linear: weak criteria are made up for by strong ones; geometric: they are not. */
export type Aggregation = 'linear' | 'geometric';

/** Least score of a geometric index, so that one 0 does not wipe out all the rest. */
export const leastShare = 0.01;

export interface CompositeOptions {
	readonly criteria: readonly Criterion[];
	/** One for each criterion, 0 or more; only their proportions count. */
	readonly weights: readonly number[];
	readonly normalisation: Normalisation;
	readonly aggregation: Aggregation;
}

export interface Composite {
	/**
	 * Of each candidate; linear 100·Σ ω_j·n_j (Σ ω_j·z_j of z-scores), geometric 100·Π max(n_j, ε)^ω_j.
	 * OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 6.
	 */
	readonly scores: readonly number[];
	/** 1 is first; equal scores share a rank. */
	readonly ranks: readonly number[];
	/** Ranks that several candidates share. */
	readonly tied: readonly number[];
	/** Candidate × criterion, normalised. */
	readonly shares: readonly (readonly number[])[];
	/** The weights as they were used: they add up to 1. */
	readonly weights: readonly number[];
	/** Criteria under which all candidates are equal. */
	readonly constant: readonly string[];
}

/**
 * The priority index of candidates.
 * @param values candidate × criterion, finite
 * @returns a problem when nothing is to be ranked or no weight is left
 */
export function composite(
	values: readonly (readonly number[])[],
	options: CompositeOptions
): Composite | DecisionProblem {
	const { criteria, normalisation, aggregation } = options;
	const weights = shareWeights(options.weights, criteria);
	if ('code' in weights) return weights;
	const wrong = whyUnfit(values, options);
	if (wrong) return wrong;
	const columns = criteria.map((criterion, j) => {
		const own = values.map((row) => row[j] ?? 0);
		return normalise(own, normalisation, criterion);
	});
	const shares = values.map((_, i) => columns.map(({ scores }) => scores[i] ?? 0));
	const scale = normalisation === 'z-score' ? 1 : 100;
	const scores = shares.map((row) => scale * aggregate(row, weights, aggregation));
	const ranks = ranksOf(scores);
	return {
		...{ scores, ranks, shares, weights },
		tied: [...new Set(ranks.filter((rank, i) => ranks.indexOf(rank) !== i))].sort((a, b) => a - b),
		constant: criteria.flatMap(({ id }, j) => (columns[j]?.constant ? [id] : []))
	};
}

/** Σ ω_j·n_j or Π max(n_j, ε)^ω_j. */
function aggregate(
	row: readonly number[],
	weights: readonly number[],
	aggregation: Aggregation
): number {
	if (aggregation === 'linear') return row.reduce((sum, n, j) => sum + (weights[j] ?? 0) * n, 0);
	return row.reduce((all, n, j) => all * Math.max(n, leastShare) ** (weights[j] ?? 0), 1);
}

/** The weights as shares of their sum. */
export function shareWeights(
	weights: readonly number[],
	criteria: readonly Criterion[]
): readonly number[] | DecisionProblem {
	const own = criteria.map((_, j) => weights[j] ?? 0);
	const bad = own.findIndex((weight) => !(weight >= 0 && weight < Infinity));
	if (bad >= 0) return decisionProblem('bad-weight', { criterion: criteria[bad]?.id ?? '' });
	// Over the largest first: no sum of weights is then too large for a number.
	const most = Math.max(0, ...own);
	if (most === 0) return decisionProblem('no-weight');
	const sum = own.reduce((all, weight) => all + weight / most, 0);
	return own.map((weight) => weight / most / sum);
}

function whyUnfit(
	values: readonly (readonly number[])[],
	{ criteria, normalisation, aggregation }: CompositeOptions
): DecisionProblem | undefined {
	if (values.length === 0) return decisionProblem('no-candidates');
	for (const [i, row] of values.entries()) {
		const j = criteria.findIndex((_, at) => !Number.isFinite(row[at]));
		const criterion = criteria[j]?.id;
		if (criterion !== undefined) {
			return decisionProblem('bad-value', { candidate: i + 1, criterion });
		}
	}
	if (aggregation === 'geometric' && normalisation === 'z-score') {
		return decisionProblem('geometric-needs-shares');
	}
	return undefined;
}

/** The order under another choice of weights, beside that of the base. */
export interface Scenario {
	/** `base`, `equal`, or `without-` and the id of a criterion. */
	readonly id: string;
	readonly ranks: readonly number[];
	/** Average shift in rank from the base. */
	readonly shift: number;
}

/**
 * Base, equal weights, and each criterion left out in turn; a scenario without any weight is skipped.
 * OECD and JRC (2008), step 7.
 */
export function scenarios(
	values: readonly (readonly number[])[],
	options: CompositeOptions
): readonly Scenario[] | DecisionProblem {
	const base = composite(values, options);
	if ('code' in base) return base;
	const { criteria, weights } = options;
	const others = [
		{ id: 'equal', weights: criteria.map(() => 1) },
		...criteria.map(({ id }, j) => ({
			id: `without-${id}`,
			weights: criteria.map((_, at) => (at === j ? 0 : (weights[at] ?? 0)))
		}))
	];
	return [
		{ id: 'base', ranks: base.ranks, shift: 0 },
		...others.flatMap(({ id, weights: changed }) => {
			const other = composite(values, { ...options, weights: changed });
			if ('code' in other) return [];
			return [{ id, ranks: other.ranks, shift: rankShift(base.ranks, other.ranks) }];
		})
	];
}

/** What several orders together say of one candidate. */
export interface Standing {
	readonly best: number;
	readonly worst: number;
	/** Share of the orders in which its rank is `top` or better. */
	readonly inTop: number;
}

/** Over all scenarios, for each candidate. */
export function standings(orders: readonly Scenario[], top: number): Standing[] {
	const [base] = orders;
	return (base?.ranks ?? []).map((_, i) => {
		const ranks = orders.map((order) => order.ranks[i] ?? 0);
		return {
			best: Math.min(...ranks),
			worst: Math.max(...ranks),
			inTop: ranks.filter((rank) => rank <= top).length / ranks.length
		};
	});
}
