import { isSayable } from '#lib/answers/standing.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { seatsOf, type Offer } from '#lib/decisions/portfolio-model.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { costOfCourse } from './course-cost.ts';
import type { CoursePlaces, Place } from './gather-places.ts';
import { nearestProvider, type Delivery, type Teachers } from './nearest-provider.ts';
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
	...(['few-answers', 'not-clear', 'few-shares', 'no-provider', 'no-cohort'] as const)
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
			const offer = offerOf(course, place, { settings, teachers });
			if (typeof offer === 'string') {
				left.push({ course: course.candidate.id, group: place.group, reason: offer });
			} else offers.push(offer);
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

function offerOf(
	{ candidate, levels }: CoursePlaces,
	{ group, people, women, rural }: Place,
	{ settings: { assumptions, goal }, teachers }: Context
): PlaceOffer | Reason {
	if (people.value === null || !isSayable(people)) return 'few-answers';
	if (!((people.low ?? 0) > 0)) return 'not-clear';
	if (!women || !rural) return 'few-shares';
	const delivery = nearestProvider(candidate, group, teachers);
	if (!delivery) return 'no-provider';
	const { least, most } = assumptions;
	const cost = costOfCourse(candidate, delivery.kind, assumptions);
	const offer = {
		...{ course: candidate.id, group, provider: delivery.provider.id },
		...{ people: people.value, gain: goal === 'levels' ? levels : 1 },
		...{ cohortCost: cost.cohort, seatCost: cost.seat },
		...{ women: women.value, rural: rural.value, least, most },
		...{ candidate, short: people, delivery, levels, wider: women.wider || rural.wider }
	};
	return seatsOf(offer) < least ? 'no-cohort' : offer;
}
