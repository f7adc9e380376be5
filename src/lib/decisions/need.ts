import type { Skill } from '#lib/contracts/catalogue.ts';

/** How the people short of a skill are spread: weight by level required and level attained. */
export interface LevelWeights {
	readonly required: number;
	readonly attained: number;
	readonly weight: number;
}

/** From which level to which a course in a skill has to lead, and what that takes. */
export interface Step {
	/** Weighted median of the levels attained by the people short. */
	readonly from: number;
	/** Weighted median of the levels that their jobs require. */
	readonly to: number;
	/** Weighted median of the levels that they are short. */
	readonly short: number;
	readonly hours: number;
	readonly credits: number;
}

/** Why a skill is not put forward for a course, or that it is. */
export type Eligibility =
	| 'eligible'
	/** The interval of the shortfall reaches 0, or too few were asked. */
	| 'no-clear-gap'
	| 'more-than-two-levels'
	| 'more-than-400-hours'
	| 'longer-than-two-years'
	| 'not-assessable';

/** Ten notional hours make a credit, as is usual in the SADC region. */
export const hoursPerCredit = 10;

/** The volume and the span that a micro-credential keeps within: 40 credits, two years. */
export const limits = { levels: 2, hours: 400, weeks: 104 } as const;

/** The smallest value at which at least half of the weight is reached. Weights of 0 are ignored. */
export function weightedMedian(values: readonly { value: number; weight: number }[]): number {
	const sorted = values.filter(({ weight }) => weight > 0).toSorted((a, b) => a.value - b.value);
	const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
	let reached = 0;
	for (const { value, weight } of sorted) {
		reached += weight;
		// Sums of weights carry rounding noise; an exact half counts as reached.
		if (reached >= half * (1 - 1e-12)) return value;
	}
	return 0;
}

/**
 * The step of a skill: from the level that people short typically have to the level that they need.
 * @param people those short of the skill only (required above attained)
 */
export function stepOf(people: readonly LevelWeights[], skill: Skill): Step {
	const median = (of: (one: LevelWeights) => number): number =>
		weightedMedian(people.map((one) => ({ value: of(one), weight: one.weight })));
	const from = median(({ attained }) => attained);
	const short = median(({ required, attained }) => required - attained);
	const to = Math.max(
		from + 1,
		median(({ required }) => required)
	);
	const hours = (to - from) * skill.hoursPerLevel;
	return { from, to, short, hours, credits: hours / hoursPerCredit };
}

/**
 * Whether a short course can be aimed at the skill.
 * @param clear the interval of the shortfall lies above 0 and enough people were asked
 */
export function eligibility(clear: boolean, step: Step, skill: Skill): Eligibility {
	if (!clear) return 'no-clear-gap';
	if (step.short > limits.levels) return 'more-than-two-levels';
	if (step.hours > limits.hours) return 'more-than-400-hours';
	if (skill.maxWeeks > limits.weeks) return 'longer-than-two-years';
	return skill.assessable ? 'eligible' : 'not-assessable';
}
