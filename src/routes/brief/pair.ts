import { compare, isSayable } from '#lib/answers/standing.ts';
import type { Role } from '#lib/charts/roles.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { policyBrief as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { capitalised, inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { roleOfResidence, roleOfSex, sectorInSentence } from '../story/labels.ts';
import type { Teller } from '../story/story.ts';
import type { Several } from './several.ts';

/** Two groups of workers that are set beside each other within every sector. */
export interface Pair {
	readonly id: string;
	readonly dimension: string;
	readonly codeList: string;
	readonly codes: readonly [string, string];
	readonly roles: Readonly<Record<string, Role>>;
	/** What it splits by, in words. */
	readonly by: string;
	/** What stands behind the name of a group in a sentence. */
	readonly noun: string;
}

export const byPosition: Pair = {
	...{ id: 'work-by-sector', dimension: 'position', codeList: 'position' },
	...{ codes: ['professional', 'other'], by: words.kindOfWork, noun: '' },
	roles: { professional: 'attained', other: 'comparison' }
};

export const bySex: Pair = {
	...{ id: 'gender-by-sector', dimension: 'sex', codeList: 'sex' },
	...{ codes: ['F', 'M'], by: inSentence(shared.gender), noun: '' },
	roles: roleOfSex
};

/** @param dimension that counts peri-urban homes as the View does */
export function byResidence(dimension: string): Pair {
	return {
		...{ id: 'residence-by-sector', dimension, codeList: 'residence' },
		...{ codes: ['rural', 'urban'], by: inSentence(shared.residence), noun: shared.workers },
		roles: roleOfResidence
	};
}

/** A pair asked in every sector. */
export interface Compared {
	readonly pair: Pair;
	/** By sector: the share of each group, and their difference. */
	readonly shares: ReadonlyMap<string, Answer>;
	readonly answers: readonly Answer[];
	/** What may be said, as the part of a sentence; absent where no sector has enough answers. */
	readonly finding?: string;
	/** In how many sectors the two could be compared. */
	readonly comparisons: number;
	/** Sectors in which the first falls short more often, and less often. */
	readonly above: readonly string[];
	readonly below: readonly string[];
}

/** Asks both groups in every sector; the comparisons are made in one breath, so the level is corrected. */
export async function comparePair(pair: Pair, several: Several): Promise<Compared> {
	const { sectors, teller } = several;
	const shares = new Map<string, Answer>();
	const differences = new Map<string, Answer>();
	for (const sector of sectors) {
		const difference = { dimension: pair.dimension, minus: pair.codes };
		shares.set(sector, await several.ask('incidence', sector, [pair.dimension]));
		differences.set(
			sector,
			await teller.ask({ ...several.question('incidence', sector, []), difference })
		);
	}
	const known = [...differences].flatMap(([sector, { estimates }]): [string, Estimate][] => {
		const [one] = estimates;
		return one && isSayable(one) ? [[sector, one]] : [];
	});
	const those = (side: ReturnType<typeof compare>) =>
		known.filter(([, one]) => compare(one, known.length) === side).map(([sector]) => sector);
	const [above, below] = [those('above'), those('below')];
	const finding = findingOf(pair, teller, [above, below, those('unclear')]);
	return {
		...{ pair, shares, answers: [...shares.values(), ...differences.values()] },
		...{ comparisons: known.length, above, below },
		...(finding === '' ? {} : { finding })
	};
}

function findingOf(
	pair: Pair,
	teller: Teller,
	[above = [], below = [], unclear = []]: readonly (readonly string[])[]
): string {
	const [a, b] = pair.codes.map((code) => groupWords(pair, code, teller)) as [string, string];
	const named = (sectors: readonly string[]): string =>
		joinWords(sectors.map((code) => sectorInSentence(teller.catalogue, code)));
	return capitalised(
		words.parts([
			...(above.length > 0 ? [words.oftener(a, b, named(above))] : []),
			...(below.length > 0 ? [words.oftener(b, a, named(below))] : []),
			...(unclear.length > 0 ? [words.apartNot(a, b, named(unclear))] : [])
		])
	);
}

/** A group in a sentence: "women", "rural workers". */
export function groupWords({ codeList, noun }: Pair, code: string, { catalogue }: Teller): string {
	const entry = catalogue.codeLists[codeList]?.find((one) => one.code === code);
	const phrase = entry?.in_sentence ?? inSentence(entry?.label ?? code);
	return noun === '' ? phrase : `${phrase} ${noun}`;
}
