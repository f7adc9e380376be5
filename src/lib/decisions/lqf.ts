/** Levels of the national qualifications framework, 1 to 10, both ends included. */
export interface LevelRange {
	readonly low: number;
	readonly high: number;
}

/** A level is proposed here; only the accrediting body gives one. */
export interface ProposedLevel extends LevelRange {
	readonly status: 'proposed';
}

/** Where a short course could be registered. */
export type Track = 'part-qualification' | 'pda';

export const levelLimits: LevelRange = { low: 1, high: 10 };

/** Levels at which each type of qualification may stand; a short course may be part of any, and be a `pda` itself. */
export const typeLevels = {
	certificate: { low: 1, high: 8 },
	diploma: { low: 6, high: 8 },
	degree: { low: 7, high: 10 },
	pda: { low: 6, high: 10 }
} as const satisfies Readonly<Record<string, LevelRange>>;

/** ISCO-08 skill level → levels proposed for a course of its occupations; ours, for the council to decide. */
const bySkillLevel: Readonly<Record<number, LevelRange>> = {
	1: { low: 1, high: 2 },
	2: { low: 3, high: 5 },
	3: { low: 6, high: 6 },
	4: { low: 7, high: 9 }
};

/**
 * The level proposed for a course, from the ISCO-08 skill level of the occupation with most people short, never from
 * proficiency.
 * @returns undefined when the skill level is none of 1 to 4
 */
export function proposedLevel(skillLevel: number): ProposedLevel | undefined {
	const range = bySkillLevel[skillLevel];
	return range && { ...range, status: 'proposed' };
}

/**
 * Both tracks that the levels allow, the one proposed first: a professional development award where all levels are 6
 * or higher, since its learners are professionals already, else a part-qualification.
 */
export function tracksOf({ low, high }: LevelRange): Track[] {
	if (low >= typeLevels.pda.low) return ['pda', 'part-qualification'];
	return high >= typeLevels.pda.low ? ['part-qualification', 'pda'] : ['part-qualification'];
}

/** Whether a course may stand at this level in this track. */
export function suits(level: number, track: Track): boolean {
	const { low, high } = track === 'pda' ? typeLevels.pda : levelLimits;
	return Number.isInteger(level) && level >= low && level <= high;
}

/** Steps between two ranges; 0 when they share a level. */
export function levelsApart(a: LevelRange, b: LevelRange): number {
	return Math.max(0, a.low - b.high, b.low - a.high);
}

/** The levels that all ranges have in common; where they have none, the one or two levels between which they meet. */
export function commonLevels(ranges: readonly LevelRange[]): LevelRange {
	const low = Math.max(...ranges.map((range) => range.low));
	const high = Math.min(...ranges.map((range) => range.high));
	return { low: Math.min(low, high), high: Math.max(low, high) };
}
