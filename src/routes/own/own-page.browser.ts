import type { Component } from 'svelte';
import type { AskContext } from '#lib/answers/ask.ts';
import { isOwnId, sourceOfKind } from '#lib/contracts/own-survey.ts';
import type { Leaving } from '#lib/charts/figure-context.ts';
import type { LiveStory } from '#lib/state/live-story.svelte.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';
import { formatShared } from '#lib/state/own-surveys/recipe-link.ts';
import type { KeptSurvey, Shelf } from '#lib/state/own-surveys/shelf.ts';
import { ownSurveys as words } from '#lib/vocabulary/messages/own-surveys.ts';
import type { PageFilters } from '../story/view-options.ts';
import AbsentSurvey from './AbsentSurvey.svelte';
import { contextFor, forget } from './own-contexts.browser.ts';
import { leavingOf } from './leaving-page.browser.ts';
import OwnStrip from './OwnStrip.svelte';
import { surveyParameter } from '../story/survey-choice.ts';
import { ownFilters, withSurveyField } from './own-filters.ts';
import { sourcesOfPage } from './page-sources.ts';

/** Why the chosen survey cannot tell this page. */
export type SurveyAbsence =
	/** It is not on this device. */
	| { readonly why: 'missing'; readonly id: string }
	/** It asks nothing that the page tells. */
	| { readonly why: 'lacking'; readonly survey: KeptSurvey; readonly source: string }
	/** What pages answer from is lost or older than the site; with or without its file. */
	| { readonly why: 'remake' | 'lost'; readonly survey: KeptSurvey };

/** What a page of figures shows of own surveys. */
export interface OwnPage {
	/** Those of the page, with a field for the survey. */
	readonly filters: PageFilters;
	/** What answers from the survey that is chosen; absent when the site's do, or it can tell nothing here. */
	readonly context?: AskContext;
	/** What stands over the page and under its figures. */
	readonly notice?: string;
	readonly survey?: KeptSurvey;
	readonly absence?: SurveyAbsence;
	readonly Absent: typeof AbsentSurvey;
	readonly Strip: Component<{ survey: KeptSurvey }>;
	/** What may leave the page, once its story stands. */
	readonly leaving?: <Story>(
		live: LiveStory<Story>,
		retell: (context: AskContext) => Promise<Story>
	) => Leaving;
}

interface OpenOptions {
	/** The query of the page. */
	readonly search: string;
	readonly filters: PageFilters;
	readonly publication: string;
	/** Id of the page's route. */
	readonly route: string | null;
}

/** What is kept on this device, as far as a page is concerned. Never rejects because of the device's storage. */
export async function openOwnPage(options: OpenOptions): Promise<OwnPage> {
	const { search, filters, publication, route } = options;
	const asked = new URLSearchParams(search).get(surveyParameter) ?? '';
	const wanted = isOwnId(asked) ? asked : '';
	const shelf = await openShelf();
	const kept = (await shelf?.list()) ?? [];
	forget(kept);
	const telling = kept.filter(({ kind }) => sourceOfKind(kind) !== undefined);
	const choice = withSurveyField(filters, telling, wanted);
	const page = { filters: choice, Absent: AbsentSurvey, Strip: OwnStrip };
	if (wanted === '') return page;
	const survey = kept.find(({ id }) => id === wanted);
	// Nothing can be filtered where nothing is shown.
	const bare = { ...page, filters: { ...choice, fields: choice.fields.slice(0, 1) } };
	if (!survey || !shelf) return { ...bare, absence: { why: 'missing', id: wanted } };
	const notice = words.notice(survey);
	const absent = { ...bare, survey, notice };
	const [main = '', ...others] = sourcesOfPage(route);
	const source = sourceOfKind(survey.kind);
	if (source === undefined || ![main, ...others].includes(source)) {
		return { ...absent, absence: { why: 'lacking', survey, source: main } };
	}
	if (!(await shelf.hasCells(survey))) {
		const why = (await shelf.source(survey)) ? 'remake' : 'lost';
		return { ...absent, absence: { why, survey } };
	}
	const context = await contextFor(route, { survey, kept, shelf, publication });
	return {
		...{ ...page, survey, context },
		notice: context.catalogue.site.notice,
		leaving: (live, retell) => leavingOf({ live, context, retell, link: linkOf(survey, shelf) }),
		filters: ownFilters(choice, context.catalogue, context.book)
	};
}

async function openShelf(): Promise<Shelf | undefined> {
	try {
		return await ownShelf();
	} catch (error) {
		// Where nothing can be kept nothing is: the page goes on with the site's surveys.
		console.info(error);
		return undefined;
	}
}

/** An address that shows a figure of the survey to whoever has its file: the recipe goes along, no row does. */
function linkOf(survey: KeptSurvey, shelf: Shelf): (id: string) => Promise<string> {
	return async (figure) => {
		const found = await shelf.source(survey);
		const fragment = found ? await formatShared({ recipe: found.recipe, figure }) : `#${figure}`;
		return new URL(fragment, location.href).href;
	};
}
