import type { Planning } from '#lib/contracts/planning.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import type { Schedule } from '#lib/decisions/schedule.ts';
import { providersWithinReach } from '../conditions.ts';

/**
 * When a course can be taught to those who are short of it: in the evening where from each of their district groups
 * learners can come every day to a provider of it that teaches then, else in blocks.
 * @param places codes of the district groups with people short
 */
export function scheduleOf(
	candidate: Pick<Candidate, 'sector' | 'level'>,
	places: readonly string[],
	planning: Pick<Planning, 'providers' | 'reach' | 'courses'>
): Schedule {
	const inEvening = providersWithinReach(candidate, places, planning).filter(({ modes }) =>
		modes.includes('evening')
	);
	const comesDaily = (place: string): boolean =>
		inEvening.some(({ districtGroup }) =>
			planning.reach.some(
				({ from, to, kind }) => from === districtGroup && to === place && kind === 'daily'
			)
		);
	return places.length > 0 && places.every(comesDaily) ? 'evening' : 'block';
}
