import type { Planning } from '#lib/contracts/planning.ts';
import { findCandidates, type Candidate } from '#lib/decisions/candidates.ts';
import type { Evidence } from '#lib/decisions/evidence.ts';
import { isSayable } from '#lib/answers/standing.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { firstCourses as words } from '#lib/vocabulary/messages/first-courses.ts';
import { formatCount, formatRanks, formatValue } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { inOrder, type Placed } from './credentials/sector-order.ts';
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

export async function tellFirstCourses(
	teller: Teller,
	{ courses }: Planning
): Promise<FirstCourses> {
	const { catalogue } = teller;
	const sectors: SectorCourses[] = [];
	const clear: string[] = [];
	for (const { code } of catalogue.site.targetSectors) {
		const found = await findCandidates(code, teller, { courses });
		const candidates = 'code' in found ? [] : found.candidates;
		const ranked = await inOrder(candidates, { asker: teller, where: {} });
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

function courseOf({ candidate, evidence, draws, of }: Placed): SectorCourses['courses'][number] {
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
