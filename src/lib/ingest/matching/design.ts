import type { Guess } from '#lib/ingest/reading/reading.ts';
import { judge, wordsFor, type Named } from './candidates.ts';
import { round, type Settled } from './settle.ts';
import type { Tools } from './tools.ts';
import { askBelow, type ColumnProfile, type Design } from './types.ts';

/** How the sample was drawn, as far as columns tell: what was matched as weight, stratum and cluster, and a population. */
export function findDesign(
	columns: readonly Named[],
	{ matches, chosen }: Settled,
	tools: Tools
): Guess<Design> {
	const of = (contract: string) => matches.find((match) => match.contract === contract);
	const [weight, stratum, cluster] = ['weight', 'stratum', 'cluster'].map(of);
	const taken = new Set(matches.flatMap((match) => match.columns));
	const fpc = findPopulation(
		columns.filter(({ profile }) => !taken.has(profile.column.name)),
		tools
	);
	const value: Design = {
		...(weight ? { weight: weight.columns[0] ?? '' } : {}),
		...(stratum ? { stratum: stratum.columns } : {}),
		...(cluster ? { cluster: cluster.columns } : {}),
		...(fpc && (stratum || cluster || weight) ? { fpc: fpc.column } : {})
	};
	const parts = [
		weight ? `weight: ${weight.reason}` : 'no weights: every row counts once',
		stratum ? `stratum: ${stratum.reason}` : 'no strata',
		cluster ? `cluster: ${cluster.reason}` : 'no clusters: every row was drawn by itself',
		...(value.fpc === undefined
			? []
			: [`population: “${value.fpc}” is as large in all rows that belong together`])
	];
	const sure = [weight, stratum, cluster].flatMap((match) => (match ? [match.confidence] : []));
	const doubted = ['weight', 'stratum', 'cluster'].some(
		(contract) => (chosen.get(contract)?.sure ?? 0) > 0 && of(contract) === undefined
	);
	return {
		value,
		reason: parts.join('; '),
		confidence: round(Math.min(doubted ? askBelow - 0.1 : 0.95, ...sure))
	};
}

function findPopulation(columns: readonly Named[], tools: Tools): { column: string } | undefined {
	const field = { name: 'fpc', type: 'integer', title: 'Population', description: '' };
	const words = wordsFor('fpc', '', tools);
	const candidates = columns
		.filter(({ profile }) => isOfStrata(profile, tools.rows))
		.flatMap((named) => judge(named, { field, words }, tools) ?? []);
	return candidates
		.filter(({ confidence }) => confidence >= askBelow)
		.sort(
			(one, other) => other.confidence - one.confidence || (one.column < other.column ? -1 : 1)
		)[0];
}

/** A population stands again in every row of its stratum. */
function isOfStrata({ distinct }: ColumnProfile, rows: number): boolean {
	return distinct <= Math.max(1, rows / 2);
}
