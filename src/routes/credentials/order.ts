import { isSayable } from '#lib/answers/standing.ts';
import { worse } from '#lib/charts/chart-row.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Provider } from '#lib/contracts/planning.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { composite, type Aggregation } from '#lib/decisions/composite.ts';
import type { DecisionProblem } from '#lib/decisions/decision-problem.ts';
import type { RankDraws } from '#lib/decisions/draws.ts';
import type { Evidence } from '#lib/decisions/evidence.ts';
import { columnsOf, type CriterionId } from '#lib/decisions/criteria.ts';
import { restrict, usedCriteria, type Measured, type Weighed } from '#lib/decisions/measure.ts';
import { prioritise, type Priority } from '#lib/decisions/priority.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import { candidateNames } from '../story/candidate-names.ts';
import type { Settings } from './choices.ts';
import {
	failedConditions,
	providersWithinReach,
	type Condition,
	type Supply
} from './conditions.ts';
import type { Gathered } from './gathered.ts';

/** A candidate in its place. */
export interface Ranked {
	readonly name: string;
	readonly candidate: Candidate;
	readonly evidence: Evidence;
	/** The worse grade of need and reach, on which it is put forward. */
	readonly quality: Quality;
	readonly rank: number;
	readonly draws: RankDraws;
	/** By criterion; undefined for one that is left out. */
	readonly values: Readonly<Partial<Record<CriterionId, number>>>;
	readonly shares: Readonly<Partial<Record<CriterionId, number>>>;
	readonly indices: Readonly<Record<Aggregation, number>>;
	/** Place in each scenario, in their order. */
	readonly places: readonly number[];
	readonly providers: readonly Provider[];
	/** Whether the jobs of its sector are likely to last, where something is known. */
	readonly risk?: string;
}

/** A candidate that is not ranked, and the conditions that it fails; without any its evidence is unfit. */
export interface Failed extends Weighed {
	readonly conditions: readonly Condition[];
}

/** The candidates of a View in order, and those left out. */
export interface Order {
	/** First place first. */
	readonly ranked: readonly Ranked[];
	/** Absent where nothing could be ranked; then `problem` says why. */
	readonly priority?: Priority;
	readonly problem?: DecisionProblem;
	readonly used: readonly CriterionId[];
	/** What was ranked, without the candidates that fail a condition. */
	readonly measured: Measured;
	readonly failed: readonly Failed[];
	/** Sectors of which too few establishments answered on vacancies. */
	readonly scarcityUnknown: readonly string[];
}

/** Puts the candidates that meet every condition in order. */
export function orderOf(
	{ measured, places }: Gathered,
	settings: Settings,
	{ catalogue, supply }: { readonly catalogue: Catalogue; readonly supply: Supply }
): Order {
	const checked = measured.weighed.map((weighed) => {
		const { candidate } = weighed;
		const providers = providersWithinReach(candidate, places.get(candidate.sector) ?? [], supply);
		const conditions = failedConditions(candidate, providers, settings.conditions);
		return { ...weighed, providers, conditions };
	});
	const keeps = checked.map(({ conditions }) => conditions.length === 0);
	const fit = restrict(measured, keeps);
	const unknown = fit.weighed.filter(({ evidence }) => !isSayable(evidence.scarcity));
	const found = prioritise(fit, settings);
	const common = {
		measured: fit,
		used: usedCriteria(fit.weighed),
		failed: checked.filter(({ conditions }) => conditions.length > 0),
		scarcityUnknown: [...new Set(unknown.map(({ candidate }) => candidate.sector))]
	};
	if ('code' in found) return { ...common, ranked: [], problem: found };
	const kept = checked.filter((_, i) => keeps[i]);
	const names = candidateNames(
		fit.weighed.map(({ candidate }) => candidate),
		catalogue
	);
	const indices = indicesOf(fit, settings);
	const demand = supply.demand ?? catalogue.site.demandRisk;
	const ranked = kept.map(({ candidate, evidence, providers }, i): Ranked => {
		const draws = found.draws[i];
		if (!draws) throw new RangeError(`No draws of candidate ${candidate.id}`);
		const risk = demand[candidate.sector]?.risk;
		return {
			...{ candidate, evidence, providers, draws, name: names.get(candidate.id) ?? '' },
			...(risk === undefined ? {} : { risk }),
			quality: worse(evidence.need.quality, evidence.reach.quality),
			rank: found.index.ranks[i] ?? 0,
			values: byCriterion(columnsOf(fit.values[i] ?? [], found.used), found.used),
			shares: byCriterion(found.index.shares[i] ?? [], found.used),
			indices: { linear: indices.linear[i] ?? 0, geometric: indices.geometric[i] ?? 0 },
			places: found.scenarios.map(({ ranks }) => ranks[i] ?? 0)
		};
	});
	return { ...common, ranked: ranked.toSorted(byPlace), priority: found };
}

/** Both indices of every candidate, whichever orders them. */
function indicesOf(fit: Measured, { weights }: Settings) {
	const used = usedCriteria(fit.weighed);
	const values = fit.values.map((row) => columnsOf(row, used));
	const scores = (aggregation: Aggregation): readonly number[] => {
		const found = composite(values, {
			...{ criteria: used.map((id) => ({ id })), weights: used.map((id) => weights[id]) },
			...{ normalisation: 'min-max', aggregation }
		});
		return 'code' in found ? [] : found.scores;
	};
	return { linear: scores('linear'), geometric: scores('geometric') };
}

function byCriterion(row: readonly number[], used: readonly CriterionId[]) {
	return Object.fromEntries(used.map((id, j) => [id, row[j] ?? 0]));
}

/** Those that share a rank stand by the ranks that they hold in the draws, then by id. */
function byPlace(a: Ranked, b: Ranked): number {
	return (
		a.rank - b.rank ||
		a.draws.low - b.draws.low ||
		a.draws.high - b.draws.high ||
		(a.candidate.id < b.candidate.id ? -1 : 1)
	);
}
