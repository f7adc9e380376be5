import { isSayable } from '#lib/answers/standing.ts';
import { auditQuestion, type Where } from '#lib/decisions/asker.ts';
import { findCandidates, type SectorCandidates } from '#lib/decisions/candidates.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { Teller } from '../story/story.ts';

/** District groups where people are short of a skill that a candidate of the sector teaches, of everybody asked. */
export async function placesOf(
	{ sector, candidates }: SectorCandidates,
	wave: Where,
	teller: Teller
): Promise<string[]> {
	const skill = candidates.flatMap(({ skills }) => skills.map((need) => need.skill.id));
	if (skill.length === 0) return [];
	const where = { ...wave, sector: [sector], skill };
	const answer = await teller.ask(auditQuestion('people-short-any', where, 'district_group'));
	return answer.estimates.filter(isSayable).flatMap(({ key }) => key);
}

/** The same for every sector in the last wave: found once, so that a page need not fetch it. */
export async function allPlaces(
	teller: Teller,
	{ courses }: Pick<Planning, 'courses'>
): Promise<Record<string, readonly string[]>> {
	const places: Record<string, readonly string[]> = {};
	for (const { code } of teller.catalogue.codeLists.sector ?? []) {
		const found = await findCandidates(code, teller, { courses });
		if (!('code' in found)) places[code] = await placesOf(found, {}, teller);
	}
	return places;
}
