import { levelsApart } from '#lib/decisions/lqf.ts';
import type { Provider } from '#lib/contracts/planning.ts';
import { groupsWithin } from './fit.ts';
import type { ProviderSubject } from './provider-subject.ts';
import { isMode, kindsOf } from './teaching-modes.ts';

/**
 * Other providers of a sector: at levels that overlap with those chosen, and in reach of some of the same people.
 * @param groups district groups of the learners
 */
export function othersServing(
	sector: string,
	groups: readonly string[],
	{ offer, choice }: ProviderSubject
): Provider[] {
	const { low, high } = choice.levels;
	return offer.providers.filter((one) => {
		if (one.id === choice.provider?.id || !one.sectors.includes(sector)) return false;
		if (levelsApart({ low: one.lqf.from, high: one.lqf.to }, { low, high }) > 0) return false;
		const near = groupsWithin(one.districtGroup, kindsOf(one.modes.filter(isMode)), offer.reach);
		return near.some((group) => groups.includes(group));
	});
}

/** Places a year, of all that the providers teach. */
export function placesOf(providers: readonly Provider[]): number {
	return providers.reduce((sum, { seatsAYear }) => sum + seatsAYear, 0);
}
