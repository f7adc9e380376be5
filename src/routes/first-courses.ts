import type { Planning } from '#lib/contracts/planning.ts';
import { findCandidates, type Candidate } from '#lib/decisions/candidates.ts';
import { gatherEvidence, type Evidence } from '#lib/decisions/evidence.ts';
import { defaultWeights } from '#lib/decisions/criteria.ts';
import { measure, type Weighed } from '#lib/decisions/measure.ts';
import { prioritise } from '#lib/decisions/priority.ts';
import type { RankDraws } from '#lib/decisions/draws.ts';
import { isSayable } from '#lib/answers/standing.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { firstCourses as words } from '#lib/vocabulary/messages/first-courses.ts';
import { formatCount, formatRanks, formatValue } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { candidateName } from './story/candidate-names.ts';
import { sectorInSentence } from './story/labels.ts';
import type { Teller } from './story/story.ts';

/** The courses that come first in each target sector, over everybody asked, with the default weights. */
export interface FirstCourses {
	readonly title: string;
	readonly lead: string;
	readonly sectors: readonly SectorCourses[];
}

export interface SectorCourses {
	readonly sector: string;
	readonly courses: readonly {
		readonly id: string;
		readonly name: string;
		readonly step: string;
		readonly whom: string;
		readonly sure: string;
	}[];
}

/** How many courses a sector shows. */
const shown = 3;

interface Ranked extends Weighed {
	readonly rank: number;
	readonly draws: RankDraws;
	readonly of: number;
}

export async function tellFirstCourses(
	teller: Teller,
	{ courses }: Planning
): Promise<FirstCourses> {
	const { catalogue } = teller;
	const sectors: SectorCourses[] = [];
	const clear: string[] = [];
	for (const { code } of catalogue.site.targetSectors) {
		const ranked = await rankedOf(code, teller, courses);
		const [first] = ranked;
		if (first?.draws.high === 1) {
			clear.push(words.clear(candidateName(first.candidate), sectorInSentence(catalogue, code)));
		}
		sectors.push({ sector: code, courses: ranked.slice(0, shown).map(courseOf) });
	}
	const names = catalogue.site.targetSectors.map(({ code }) => sectorInSentence(catalogue, code));
	return {
		title:
			clear.length > 0
				? words.titleClear(joinWords(clear), clear.length === sectors.length)
				: words.titleOpen(joinWords(names)),
		lead: words.lead,
		sectors
	};
}

async function rankedOf(
	sector: string,
	teller: Teller,
	courses: Planning['courses']
): Promise<Ranked[]> {
	const found = await findCandidates(sector, teller, { courses });
	if ('code' in found) return [];
	const weighed: Weighed[] = [];
	for (const candidate of found.candidates) {
		const evidence = await gatherEvidence(candidate, {}, teller);
		if (!evidence.unfit) weighed.push({ candidate, evidence });
	}
	const measured = await measure(weighed, teller);
	const priority = prioritise(measured, { weights: defaultWeights, aggregation: 'linear' });
	if ('code' in priority) return [];
	return weighed
		.flatMap((one, i): Ranked[] => {
			const draws = priority.draws[i];
			const rank = priority.index.ranks[i];
			return draws && rank ? [{ ...one, rank, draws, of: weighed.length }] : [];
		})
		.toSorted((a, b) => a.rank - b.rank);
}

function courseOf({ candidate, evidence, draws, of }: Ranked): SectorCourses['courses'][number] {
	return {
		id: candidate.id,
		name: candidateName(candidate),
		step: stepOf(candidate),
		whom: whomOf(evidence),
		sure: words.sure(formatRanks(draws.low, draws.high), of, formatValue(draws.inTop, 'share'))
	};
}

function stepOf({ hours, credits, level }: Candidate): string {
	const levels = level ? formatRanks(level.low, level.high) : '';
	return words.volume(formatCount(hours), formatCount(credits), levels);
}

function whomOf({ reach, women, rural }: Evidence): string {
	const share = (estimate: Estimate | undefined, say: (text: string) => string): string[] =>
		estimate && isSayable(estimate) ? [say(formatSaid(estimate, 'share'))] : [];
	return joinWords([
		words.people(formatSaid(reach, 'count'), formatCount(reach.n)),
		...share(women, words.women),
		...share(rural, words.rural)
	]);
}
