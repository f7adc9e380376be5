import { emptyView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readPlanning } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import type { Supply } from './conditions.ts';
import type { CourseNumber } from './course-numbers.ts';
import { numbersUnder } from './numbers-under.ts';
import { allPlaces } from './places.ts';
import { tellCredentials, type CredentialsStory } from './story.ts';

/** What the page is built with. */
async function ground(): Promise<{ readonly teller: Teller; readonly supply: Supply }> {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const { providers, reach, courses } = await readPlanning();
	// Asked by a Teller of its own, so that the page has the Questions of its story only.
	const places = await allPlaces(new Teller(teller.context), { courses });
	return {
		teller,
		supply: { providers, reach, courses, demand: catalogue.site.demandRisk, places }
	};
}

/** The page as it is built: the story of the default View, and what it was told with. */
export async function tellBuilt(): Promise<{
	readonly story: CredentialsStory;
	readonly supply: Supply;
}> {
	const { teller, supply } = await ground();
	return { story: await tellCredentials(emptyView, teller, supply), supply };
}

let built: Promise<ReadonlyMap<string, readonly CourseNumber[]>> | undefined;

/** The numbers of each course of the page as it is built, by id; worked out once. */
export function builtNumbers(): Promise<ReadonlyMap<string, readonly CourseNumber[]>> {
	return (built ??= ground().then(({ teller, supply }) => numbersUnder(emptyView, teller, supply)));
}
