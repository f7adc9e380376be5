import { matchingWords } from '#lib/vocabulary/messages/import-matching.ts';
import type { Guess } from '#lib/ingest/reading/reading.ts';
import type { Named } from './candidates.ts';
import { round, type Settled } from './settle.ts';
import { askBelow, type Design } from './types.ts';

const words = matchingWords.design;

/** How the sample was drawn, as far as columns tell: what was matched as weight, stratum, cluster and population. */
export function findDesign(
	columns: readonly Named[],
	{ matches, chosen }: Settled,
	rows: number
): Guess<Design> {
	const of = (contract: string) => matches.find((match) => match.contract === contract);
	const [weight, stratum, cluster] = ['weight', 'stratum', 'cluster'].map(of);
	const found = of('fpc')?.columns[0];
	const drawn = stratum ?? cluster ?? weight;
	const fpc = found !== undefined && drawn && standsAgain(columns, found, rows) ? found : undefined;
	const value: Design = {
		...(weight?.columns[0] === undefined ? {} : { weight: weight.columns[0] }),
		...(stratum ? { stratum: stratum.columns } : {}),
		...(cluster ? { cluster: cluster.columns } : {}),
		...(fpc === undefined ? {} : { fpc })
	};
	const parts = [
		weight ? words.weight(weight.reason) : words.noWeight,
		stratum ? words.stratum(stratum.reason) : words.noStratum,
		cluster ? words.cluster(cluster.reason) : words.noCluster,
		...(fpc === undefined ? [] : [words.population(fpc)])
	];
	const sure = [weight, stratum, cluster].flatMap((match) => (match ? [match.confidence] : []));
	const doubted = ['weight', 'stratum', 'cluster'].some(
		(contract) => chosen.has(contract) && of(contract) === undefined
	);
	return {
		value,
		reason: parts.join('; '),
		confidence: round(Math.min(doubted ? askBelow - 0.1 : 0.95, ...sure))
	};
}

/** A population stands again in every row of its stratum. */
function standsAgain(columns: readonly Named[], name: string, rows: number): boolean {
	const found = columns.find(({ profile }) => profile.column.name === name);
	return found !== undefined && found.profile.distinct <= Math.max(1, rows / 2);
}
