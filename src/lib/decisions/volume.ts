import { hoursPerCredit, limits } from './need.ts';

/** What one credit of a framework takes in notional hours; two numbers are a range. */
export const creditHours = {
	/** Usual in the region; South Africa's credit transfer policy states it. */
	own: [hoursPerCredit, hoursPerCredit],
	nzqa: [10, 10],
	ects: [25, 30]
} as const;

/** Full-time weeks are counted at this many hours. */
const fullTimeHours = 40;

/** The volume of a course, in every unit that readers know. */
export interface Volume {
	readonly hours: number;
	readonly credits: number;
	/** Fewest and most ECTS credits. */
	readonly ects: readonly [number, number];
	readonly fullTimeWeeks: number;
}

/** Conversions of notional hours. */
export function volumeOf(hours: number): Volume {
	const [least, most] = creditHours.ects;
	return {
		...{ hours, credits: creditsOf(hours), ects: [hours / most, hours / least] },
		fullTimeWeeks: hours / fullTimeHours
	};
}

/** Credits of notional hours: ten hours make one. */
export function creditsOf(hours: number): number {
	return hours / hoursPerCredit;
}

/** Credits of studying so many hours a week for so many weeks. */
export function creditsOfStudy(weeks: number, hoursPerWeek: number): number {
	return creditsOf(weeks * hoursPerWeek);
}

/** The most credits of a micro-credential in New Zealand, which has the most detailed rules. */
export const mostCredits = creditsOf(limits.hours);

/** Fewest calendar weeks: "a few weeks" is read as two. */
export const leastWeeks = 2;

export interface VolumeFinding {
	readonly rule: 'larger-than-cap' | 'too-long' | 'too-short' | 'no-hours';
	readonly severity: 'error' | 'warning';
}

/** What a volume and a span break: more than 40 credits warns; no hours, and 2 to 104 weeks not kept, are errors. */
export function checkVolume(hours: number, weeks: number): VolumeFinding[] {
	const found: VolumeFinding[] = [];
	if (!(hours > 0 && hours < Infinity)) found.push({ rule: 'no-hours', severity: 'error' });
	else if (creditsOf(hours) > mostCredits) {
		found.push({ rule: 'larger-than-cap', severity: 'warning' });
	}
	if (!(weeks >= leastWeeks)) found.push({ rule: 'too-short', severity: 'error' });
	else if (weeks > limits.weeks) found.push({ rule: 'too-long', severity: 'error' });
	return found;
}
