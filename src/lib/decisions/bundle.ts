import { pack } from './knapsack.ts';
import { commonLevels, levelsApart, type LevelRange } from './lqf.ts';

/** How skills are bundled; the methods page prints these. */
export const bundleSettings = {
	/** Most credits of a bundle. */
	creditCap: 40,
	/** Levels that the levels proposed for two skills of a bundle may be apart. */
	levelsApart: 1,
	/** Of the people short in the rarer of two skills, the share that has to be short in the other too. */
	coShortage: 0.25,
	/** Skills that are considered beside the first, those of the highest value. */
	beside: 24
} as const;

/** A skill of a sector whose shortfall is clear, with what a course in it takes. */
export interface ShortSkill {
	readonly id: string;
	/** Proficiency from which and to which a course has to lead. */
	readonly from: number;
	readonly to: number;
	readonly credits: number;
	/** What closing the gap is worth; see `valueOfSkill`. */
	readonly value: number;
	readonly eligible: boolean;
	/** Proposed levels of the occupation with most people short; without one it is bundled with nothing. */
	readonly level: LevelRange | undefined;
	/** Occupation → weighted people short. */
	readonly occupations: ReadonlyMap<string, number>;
}

/** Weighted workers short in both of two skills, and in each: all of one sector. */
export interface CoShortages {
	readonly alone: (skill: string) => number;
	readonly both: (one: string, other: string) => number;
}

export interface BundleSettings {
	readonly creditCap: number;
	readonly levelsApart: number;
	readonly coShortage: number;
	readonly beside: number;
}

/** Skills that one course would teach. */
export interface Bundle {
	/** The skill of the highest value first. */
	readonly skills: readonly ShortSkill[];
	readonly credits: number;
	readonly value: number;
	/** Proposed from the levels of its skills. */
	readonly level: LevelRange | undefined;
	/** Occupations short in every one of its skills, most people short first. */
	readonly occupations: readonly string[];
}

/** The gap index (0 to 100) times the people short: need and reach at once. */
export function valueOfSkill(gapIndex: number, peopleShort: number): number {
	return (gapIndex * peopleShort) / 100;
}

/**
 * The share of the people short in the rarer of two skills who are short in the other too; 0 where nobody is.
 * 1 says that whoever needs the rarer one needs both.
 */
export function coShortage(one: string, other: string, counts: CoShortages): number {
	const rarer = Math.min(counts.alone(one), counts.alone(other));
	return rarer > 0 ? Math.min(1, counts.both(one, other) / rarer) : 0;
}

/**
 * Candidates for courses: the eligible skill of the highest value, with those that the same workers are short of, in
 * one occupation that all have, at proposed levels one step apart at most, that are worth most within the credits of a
 * course; then the same of the skills that are left. Every eligible skill is in one bundle. The first skill is
 * chosen greedily, the others exactly (0/1 knapsack); no order of the input matters.
 */
export function bundleSkills(
	skills: readonly ShortSkill[],
	counts: CoShortages,
	settings: BundleSettings = bundleSettings
): Bundle[] {
	let left = skills
		.filter(({ eligible, credits }) => eligible && credits <= settings.creditCap)
		.toSorted(byValue);
	const bundles: Bundle[] = [];
	for (let [first] = left; first; [first] = left) {
		const bundle = around(first, left.slice(1), { counts, settings });
		bundles.push(bundle);
		const taken = new Set(bundle.skills);
		left = left.filter((skill) => !taken.has(skill));
	}
	return bundles.sort((a, b) => b.value - a.value || order(idsOf(a), idsOf(b)));
}

interface Context {
	readonly counts: CoShortages;
	readonly settings: BundleSettings;
}

/** The best bundle that has this skill. */
function around(first: ShortSkill, others: readonly ShortSkill[], context: Context): Bundle {
	const { creditCap, beside } = context.settings;
	const near = others.filter((other) => belongs(first, other, context));
	const choices = pools(first, near, context.settings).map((all) => {
		const pool = all.slice(0, beside);
		const { taken, value } = pack(pool, creditCap - first.credits);
		return { members: taken.flatMap((at) => pool[at] ?? []), value };
	});
	const best = choices.reduce((a, b) => (b.value > a.value ? b : a), { members: [], value: 0 });
	return bundleOf([first, ...best.members.toSorted(byValue)]);
}

/** Whether the same workers are short of both, at levels near each other. */
function belongs(first: ShortSkill, other: ShortSkill, { counts, settings }: Context): boolean {
	if (!first.level || !other.level) return false;
	if (levelsApart(first.level, other.level) > settings.levelsApart) return false;
	return coShortage(first.id, other.id, counts) >= settings.coShortage;
}

/** The pools of which any skills may be taught together: one occupation, and levels that reach one stretch. */
function pools(
	{ level, occupations }: ShortSkill,
	near: readonly ShortSkill[],
	{ levelsApart: apart }: BundleSettings
): ShortSkill[][] {
	if (!level) return [];
	const codes = [...occupations].sort(([a, m], [b, n]) => n - m || order(a, b));
	const starts = Array.from({ length: level.high - level.low + 1 + apart }, (_, i) => {
		return level.low - apart + i;
	});
	return codes.flatMap(([code]) =>
		starts.map((low) =>
			near.filter((skill) => {
				const reach = { low, high: low + apart };
				const inReach = skill.level && levelsApart(skill.level, reach) === 0;
				return inReach && skill.occupations.has(code);
			})
		)
	);
}

function bundleOf(skills: readonly ShortSkill[]): Bundle {
	const sum = (of: (skill: ShortSkill) => number) => skills.reduce((all, one) => all + of(one), 0);
	const levels = skills.flatMap(({ level }) => level ?? []);
	const codes = [...(skills[0]?.occupations.keys() ?? [])].filter((code) =>
		skills.every(({ occupations }) => occupations.has(code))
	);
	const people = (code: string) => sum(({ occupations }) => occupations.get(code) ?? 0);
	return {
		...{ skills, credits: sum(({ credits }) => credits), value: sum(({ value }) => value) },
		level: levels.length === 0 ? undefined : commonLevels(levels),
		occupations: codes.sort((a, b) => people(b) - people(a) || order(a, b))
	};
}

function idsOf({ skills }: Bundle): string {
	return skills.map(({ id }) => id).join();
}

function byValue(a: ShortSkill, b: ShortSkill): number {
	return b.value - a.value || order(a.id, b.id);
}

function order(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
