import { candidateNames } from '../../story/candidate-names.ts';
import type { Teller } from '../../story/story.ts';
import { findCandidates, type Candidate } from '#lib/decisions/candidates.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import type { View } from '#lib/vocabulary/view.ts';
import type { Fields } from './fields.ts';
import { gatherPlaces, type CoursePlaces } from './gather-places.ts';
import { offersOf } from './offers.ts';
import type { Asked } from './planned.ts';
import type { Settings, Texts } from './settings.ts';

/** What a person asks for when looking for a plan. */
export interface PlanInput {
	readonly view: View;
	/** Ids of the ticked courses, in the order of the list. */
	readonly courses: readonly string[];
	readonly settings: Settings;
	readonly fields: Fields;
	readonly texts: Texts;
	readonly currency: string;
	readonly supply: Pick<Planning, 'providers' | 'reach' | 'courses'>;
}

/** Gathers whom each ticked course could take where, and what it costs there. */
export async function askPlan(input: PlanInput, teller: Teller): Promise<Asked | Problem> {
	const { view, courses, settings, fields, texts, currency, supply } = input;
	const { catalogue } = teller;
	// The sector is each candidate's own.
	const kept = Object.entries(view.filters).filter(([id]) => id !== 'sector');
	const where: View['filters'] = Object.fromEntries(kept);
	const ticked = await candidatesOf(input, teller);
	if ('code' in ticked) return ticked;
	const found: CoursePlaces[] = [];
	for (const candidate of ticked) {
		const places = await gatherPlaces(candidate, where, teller);
		if ('code' in places) return places;
		found.push(places);
	}
	const names = candidateNames(ticked, catalogue);
	const answers = found.flatMap((one) => one.answers);
	return {
		...{ settings, fields, texts, currency, catalogue, answers },
		offers: offersOf(found, settings, supply),
		names: new Map(courses.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? id]] : []))),
		survey: catalogue.surveys.find(({ id }) => id === 'audit'),
		wave: where.wave?.join() ?? catalogue.site.default.wave,
		computed: teller.computed(answers)
	};
}

/** The ticked candidates with what they contain; those that the survey no longer suggests are left out. */
async function candidatesOf(
	{ view, courses, supply }: PlanInput,
	teller: Teller
): Promise<Candidate[] | Problem> {
	const wave = view.filters.wave ? { wave: view.filters.wave } : {};
	const sectors = new Set(courses.map((id) => id.slice(0, id.lastIndexOf('-'))));
	const all: Candidate[] = [];
	for (const sector of sectors) {
		const found = await findCandidates(sector, teller, { courses: supply.courses, wave });
		if ('code' in found) return found;
		all.push(...found.candidates);
	}
	return courses.flatMap((id) => all.find((one) => one.id === id) ?? []);
}
