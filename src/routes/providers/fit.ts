import type { Catalogue, Skill } from '#lib/contracts/catalogue.ts';
import type { Reach, ReachKind } from '#lib/contracts/planning.ts';
import { levelsApart, type LevelRange } from '#lib/decisions/lqf.ts';
import { creditsOf } from '#lib/decisions/volume.ts';
import type { Choice } from './choice.ts';
import type { Offer, OfferedCandidate } from './offer.ts';
import { kindsOf, modesFor, type ModeId } from './teaching-modes.ts';

/** Which choice keeps a skill out. */
export const obstacles = ['field', 'skill', 'mode', 'level', 'power'] as const;
export type Obstacle = (typeof obstacles)[number];

/** A skill of a candidate beside the choices of a provider. */
export interface FitSkill {
	readonly skill: Skill;
	readonly from: number;
	readonly to: number;
	readonly hours: number;
	/** Proposed for the course that it is part of. */
	readonly level?: LevelRange;
	/** The modes chosen in which it can be taught. */
	readonly modes: readonly ModeId[];
	/** District groups from which learners can come to it, in the order of the reach table. */
	readonly groups: readonly string[];
	/** Empty where it fits. */
	readonly obstacles: readonly Obstacle[];
}

/** A candidate of which every skill fits. */
export interface FitCandidate {
	readonly id: string;
	readonly sector: string;
	readonly level?: LevelRange;
	readonly skills: readonly FitSkill[];
	readonly hours: number;
	readonly credits: number;
	/** District groups from which learners can come to all of it. */
	readonly groups: readonly string[];
	/** The modes chosen in which all of it can be taught. */
	readonly modes: readonly ModeId[];
}

export interface SectorFit {
	readonly sector: string;
	readonly skills: readonly FitSkill[];
	readonly candidates: readonly FitCandidate[];
	/** Skills that are kept out. */
	readonly others: readonly FitSkill[];
}

/** What of a sector a provider could teach. */
export function fitSector(
	sector: string,
	choice: Choice,
	{ offer, catalogue }: { readonly offer: Offer; readonly catalogue: Catalogue }
): SectorFit {
	const byId = new Map(catalogue.skills.map((skill) => [skill.id, skill]));
	const found = (offer.sectors[sector] ?? []).map((candidate) => ({
		candidate,
		skills: candidate.skills.flatMap(({ id, from, to }): FitSkill[] => {
			const skill = byId.get(id);
			const { level } = candidate;
			return skill
				? [fitSkill({ skill, from, to, ...(level ? { level } : {}) }, choice, offer)]
				: [];
		})
	}));
	const all = found.flatMap(({ skills }) => skills);
	return {
		sector,
		skills: all.filter(fits),
		candidates: found
			.filter(({ skills }) => skills.length > 0 && skills.every(fits))
			.map(({ candidate, skills }) => candidateOf(candidate, sector, skills)),
		others: all.filter((one) => !fits(one))
	};
}

function fits(one: FitSkill): boolean {
	return one.obstacles.length === 0;
}

function fitSkill(
	one: Pick<FitSkill, 'skill' | 'from' | 'to' | 'level'>,
	choice: Choice,
	offer: Offer
): FitSkill {
	const { skill, from, to, level } = one;
	const fields = offer.fields[skill.id];
	const modes = modesFor(skill.delivery, choice.modes);
	const { low, high } = choice.levels;
	const inLevels = low <= high && (!level || levelsApart(level, { low, high }) === 0);
	const noField =
		choice.fields.length > 0 &&
		fields !== undefined &&
		!fields.some((code) => choice.fields.includes(code));
	const kept: Readonly<Record<Obstacle, boolean>> = {
		field: noField,
		skill: choice.skills.length > 0 && !choice.skills.includes(skill.id),
		mode: modes.length === 0,
		level: !inLevels,
		power: skill.needsPower && choice.provider?.gridPower === false
	};
	return {
		...{ ...one, hours: (to - from) * skill.hoursPerLevel, modes },
		groups: groupsWithin(choice.at, kindsOf(modes), offer.reach),
		obstacles: obstacles.filter((id) => kept[id])
	};
}

/** District groups whose people can come to a site. */
export function groupsWithin(
	at: string,
	kinds: ReadonlySet<ReachKind>,
	reach: readonly Reach[]
): string[] {
	return reach.filter(({ from, kind }) => from === at && kinds.has(kind)).map(({ to }) => to);
}

function candidateOf(
	{ id, level }: OfferedCandidate,
	sector: string,
	skills: readonly FitSkill[]
): FitCandidate {
	const hours = skills.reduce((sum, one) => sum + one.hours, 0);
	const inAll = <Item>(of: (one: FitSkill) => readonly Item[]): Item[] =>
		(skills[0] ? of(skills[0]) : []).filter((item) =>
			skills.every((one) => of(one).includes(item))
		);
	return {
		...{ id, sector, skills, hours, credits: creditsOf(hours) },
		...(level ? { level } : {}),
		groups: inAll(({ groups }) => groups),
		modes: inAll(({ modes }) => modes)
	};
}

/** Calendar weeks that a course takes at so many hours a week. */
export function weeksOf(hours: number, weekly: number): number {
	return Math.ceil(hours / weekly);
}

/** How many skills each choice alone keeps out, most first. */
export function whatToLoosen(fits: readonly SectorFit[]): { by: Obstacle; skills: number }[] {
	const others = fits.flatMap((fit) => fit.others);
	return obstacles
		.map((by) => ({
			by,
			skills: others.filter((one) => one.obstacles.join() === by).length
		}))
		.filter(({ skills }) => skills > 0)
		.sort((a, b) => b.skills - a.skills);
}
