import {
	reachKinds,
	type Planning,
	type Provider,
	type ReachKind
} from '#lib/contracts/planning.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { levelsApart } from '#lib/decisions/lqf.ts';
import { isMode, kindsOf, modesFor } from '../../providers/teaching-modes.ts';

/** Who teaches a course to people of a district group, and how they come to it. */
export interface Delivery {
	readonly provider: Provider;
	readonly kind: ReachKind;
}

export type Teachers = Pick<Planning, 'providers' | 'reach'>;

/**
 * The providers that serve the sector of a candidate, at one of its proposed levels, in modes in which all of its skills
 * can be taught: daily before a weekly block before remote; of several equally near the one with most places first.
 */
export function providersFor(
	candidate: Pick<Candidate, 'sector' | 'level' | 'needsPower' | 'skills'>,
	group: string,
	{ providers, reach }: Teachers
): Delivery[] {
	const found = reach
		.filter(({ to }) => to === group)
		.flatMap(({ from, kind }) =>
			providers
				.filter((one) => one.districtGroup === from && teaches(one, candidate, kind))
				.map((provider) => ({ provider, kind }))
		);
	return found.sort(
		(a, b) =>
			reachKinds.indexOf(a.kind) - reachKinds.indexOf(b.kind) ||
			b.provider.seatsAYear - a.provider.seatsAYear ||
			(a.provider.id < b.provider.id ? -1 : 1)
	);
}

function teaches(
	{ sectors, lqf, gridPower, modes }: Provider,
	candidate: Pick<Candidate, 'sector' | 'level' | 'needsPower' | 'skills'>,
	kind: ReachKind
): boolean {
	const { sector, level, needsPower, skills } = candidate;
	if (!sectors.includes(sector) || (needsPower && !gridPower)) return false;
	if (level && levelsApart(level, { low: lqf.from, high: lqf.to }) > 0) return false;
	const suited = skills.reduce(
		(left, { skill }) => modesFor(skill.delivery, left),
		modes.filter(isMode)
	);
	return kindsOf(suited).has(kind);
}
