import type { ReachKind } from '#lib/contracts/planning.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import type { Assumptions } from './settings.ts';

/** What a course takes, in money, for learners who come in this way. */
export interface CourseCost {
	/** Once for a course. */
	readonly course: number;
	readonly cohort: number;
	readonly seat: number;
	/** On site, for learners of a block. */
	readonly weeks: number;
}

/**
 * The cost of a course by its notional hours: it is developed once; a cohort is opened and taught its contact hours; a
 * learner has practical hours, an assessment, and in a block travel and lodging for as many weeks as contact, practical
 * and assessment hours fill; a remote learner data for the calendar weeks of the course.
 */
export function costOfCourse(
	{ hours, weeks: calendar }: Pick<Candidate, 'hours' | 'weeks'>,
	kind: ReachKind,
	{ amounts, contact, practical, assessed, weekly }: Assumptions
): CourseCost {
	const amount = (id: string): number => amounts[id] ?? 0;
	const onSite = hours * (contact + practical + assessed);
	// Shares leave rounding noise, which must not open another week.
	const weeks = Math.ceil(onSite / weekly - 1e-9);
	const away: Readonly<Record<ReachKind, number>> = {
		daily: 0,
		'weekly block': weeks * (amount('transport') + amount('lodging')),
		remote: calendar * amount('data')
	};
	return {
		course: amount('development'),
		cohort: amount('cohort') + hours * contact * amount('contact'),
		seat: hours * practical * amount('practical') + amount('assessment') + away[kind],
		weeks
	};
}
