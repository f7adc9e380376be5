import type { Site } from '#lib/contracts/catalogue.ts';
import type { Planning, Provider } from '#lib/contracts/planning.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { levelsApart } from '#lib/decisions/lqf.ts';
import type { Conditions } from './choices.ts';

/** What data/ says of providers, of who reaches them, and of courses that exist. */
export interface Supply extends Pick<Planning, 'providers' | 'reach' | 'courses'> {
	/** Whether the jobs of a sector are likely to last; what browsers fetch of the catalogue is without it. */
	readonly demand?: Site['demandRisk'];
	/** District groups with people short in the last wave, by sector; asked where it is absent. */
	readonly places?: Readonly<Record<string, readonly string[]>>;
}

export type Condition = keyof Conditions;
export const conditionIds = ['hours', 'provider', 'power'] as const satisfies readonly Condition[];

/** Learners can come every day, or stay for a block of a week; a remote course is no workshop. */
const inPerson = ['daily', 'weekly block'];

/**
 * Providers that serve the sector of a candidate at one of its proposed levels, and that learners reach in person
 * from a district group where people are short.
 * @param places district groups with people short
 */
export function providersWithinReach(
	{ sector, level }: Pick<Candidate, 'sector' | 'level'>,
	places: readonly string[],
	{ providers, reach }: Supply
): Provider[] {
	return providers.filter(({ sectors, lqf, districtGroup }) => {
		if (!sectors.includes(sector)) return false;
		if (level && levelsApart(level, { low: lqf.from, high: lqf.to }) > 0) return false;
		return reach.some(
			({ from, to, kind }) =>
				from === districtGroup && places.includes(to) && inPerson.includes(kind)
		);
	});
}

/** The conditions that a candidate fails. */
export function failedConditions(
	{ hours, needsPower }: Pick<Candidate, 'hours' | 'needsPower'>,
	providers: readonly Provider[],
	asked: Conditions
): Condition[] {
	const fails: Readonly<Record<Condition, boolean>> = {
		hours: hours > asked.hours,
		provider: asked.provider && providers.length === 0,
		power: asked.power && needsPower
	};
	return conditionIds.filter((id) => fails[id]);
}
