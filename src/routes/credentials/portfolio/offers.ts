import { isSayable } from '#lib/answers/standing.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { seatsOf, type Offer } from '#lib/decisions/portfolio-model.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { costOfCourse } from './course-cost.ts';
import type { CoursePlaces, Place } from './gather-places.ts';
import { providersFor, type Delivery, type Teachers } from './providers-for.ts';
import type { Settings } from './settings.ts';

/** A course in a district group that the plan may choose, with what is known of it. */
export interface PlaceOffer extends Offer {
	readonly candidate: Candidate;
	readonly short: Estimate;
	readonly delivery: Delivery;
	/** A share is that of all district groups. */
	readonly wider: boolean;
	readonly levels: number;
}

/** Why a course is not offered in a district group. */
export const reasons = [
	...(['few-answers', 'not-clear', 'few-shares', 'no-provider', 'no-cohort'] as const),
	// Of a survey of this device.
	'withheld'
] as const;
export type Reason = (typeof reasons)[number];

export interface NotOffered {
	readonly course: string;
	readonly group: string;
	readonly reason: Reason;
}

export interface Offers {
	readonly offers: readonly PlaceOffer[];
	readonly left: readonly NotOffered[];
	/** In money, by course. */
	readonly courseCosts: Readonly<Record<string, number>>;
	/** Over all years, by provider. */
	readonly places: Readonly<Record<string, number>>;
}

/** What can be offered where, and why not elsewhere. */
export function offersOf(
	found: readonly CoursePlaces[],
	settings: Settings,
	teachers: Teachers
): Offers {
	const offers: PlaceOffer[] = [];
	const left: NotOffered[] = [];
	for (const course of found) {
		for (const place of course.places) {
			const own = offersAt(course, place, { settings, teachers });
			if (typeof own === 'string') {
				left.push({ course: course.candidate.id, group: place.group, reason: own });
			} else offers.push(...own);
		}
	}
	const { amounts } = settings.assumptions;
	const once = found.map(({ candidate: { id } }) => [id, amounts.development ?? 0] as const);
	return {
		...{ offers, left, courseCosts: Object.fromEntries(once) },
		places: Object.fromEntries(
			offers.map(({ delivery: { provider } }) => [
				provider.id,
				Math.floor(provider.seatsAYear * settings.years)
			])
		)
	};
}

interface Context {
	readonly settings: Settings;
	readonly teachers: Teachers;
}

/** One of each provider: where the nearest is full, the next may teach. */
function offersAt(
	{ candidate, levels }: CoursePlaces,
	{ group, people, women, rural }: Place,
	{ settings: { assumptions, goal }, teachers }: Context
): PlaceOffer[] | Reason {
	if (people.quality === 'suppressed') return 'withheld';
	if (people.value === null || !isSayable(people)) return 'few-answers';
	if (!((people.low ?? 0) > 0)) return 'not-clear';
	if (!women || !rural) return 'few-shares';
	const deliveries = providersFor(candidate, group, teachers);
	if (deliveries.length === 0) return 'no-provider';
	const { least, most } = assumptions;
	const shared = {
		...{ course: candidate.id, group, people: people.value },
		...{ gain: goal === 'levels' ? levels : 1, women: women.value, rural: rural.value },
		...{ least, most, candidate, short: people, levels, wider: women.wider || rural.wider }
	};
	if (seatsOf(shared) < least) return 'no-cohort';
	return deliveries.map((delivery) => {
		const { cohort, seat } = costOfCourse(candidate, delivery.kind, assumptions);
		const provider = delivery.provider.id;
		return { ...shared, provider, delivery, cohortCost: cohort, seatCost: seat };
	});
}
