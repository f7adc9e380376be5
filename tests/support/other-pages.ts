import type { AskContext } from '#lib/answers/ask.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { View, ViewOptions } from '#lib/vocabulary/view.ts';
import { briefPageFilters } from '../../src/routes/brief/filters.ts';
import { groundOf } from '../../src/routes/brief/ground.ts';
import { tellBrief } from '../../src/routes/brief/story.ts';
import { credentialsPageFilters } from '../../src/routes/credentials/choices.ts';
import { tellCredentials } from '../../src/routes/credentials/story.ts';
import { feedersOf } from '../../src/routes/enrolment/feeders.ts';
import { enrolmentPageFilters } from '../../src/routes/enrolment/filters.ts';
import { tellEnrolment } from '../../src/routes/enrolment/story.ts';
import { equityPageFilters } from '../../src/routes/equity/filters.ts';
import { tellEquity } from '../../src/routes/equity/story.ts';
import { graduatesPageFilters, wavesPageFilters } from '../../src/routes/graduates/filters.ts';
import { tellMatch } from '../../src/routes/graduates/match/story.ts';
import { tellGraduates } from '../../src/routes/graduates/story.ts';
import { tellWaves } from '../../src/routes/graduates/waves/story.ts';
import { providersPageFilters } from '../../src/routes/providers/filters.ts';
import { makeOffer } from '../../src/routes/providers/make-offer.ts';
import { figuresOf, tellProviders } from '../../src/routes/providers/story.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { readGenerated } from './catalogue.ts';
import type { Told } from './stories.ts';

/** A page over another survey than the skills audit, or of decisions: told under Views of its own filters. */
interface OtherPage {
	readonly page: Told['page'];
	readonly options: (catalogue: Catalogue) => ViewOptions;
	readonly tell: (
		view: View,
		teller: Teller
	) => Promise<Told['story'] & { readonly figures: readonly FigureModel[] }>;
}

const surveyPages: readonly OtherPage[] = [
	...[tellGraduates, tellMatch].map((tell): OtherPage => ({
		page: 'graduates',
		options: (catalogue) => graduatesPageFilters(catalogue).options,
		tell
	})),
	{
		page: 'graduates',
		options: (catalogue) => wavesPageFilters(catalogue).options,
		tell: tellWaves
	},
	{
		page: 'enrolment',
		options: (catalogue) => enrolmentPageFilters(catalogue).options,
		tell: (view, teller) => tellEnrolment(view, teller, feedersOf(teller.catalogue))
	},
	{
		page: 'equity',
		options: (catalogue) => equityPageFilters(catalogue).options,
		tell: tellEquity
	}
];

async function briefPage({ catalogue }: AskContext): Promise<OtherPage> {
	const ground = groundOf(catalogue, await readGenerated<Planning>('planning.json'));
	return {
		page: 'brief',
		options: (all) => briefPageFilters(all).options,
		tell: (view, teller) => tellBrief(view, teller, ground)
	};
}

async function credentialsPage(): Promise<OtherPage> {
	const planning = await readGenerated<Planning>('planning.json');
	return {
		page: 'credentials',
		options: (catalogue) => credentialsPageFilters(catalogue).options,
		tell: async (view, teller) => {
			const story = await tellCredentials(view, teller, planning);
			return { ...story, figures: [story.figure] };
		}
	};
}

async function providersPage(context: AskContext): Promise<OtherPage> {
	const planning = await readGenerated<Planning>('planning.json');
	const offer = await makeOffer(new Teller(context), planning);
	return {
		page: 'providers',
		options: (catalogue) => providersPageFilters(catalogue, offer).options,
		tell: async (view, teller) => {
			const story = await tellProviders(view, teller, { offer });
			return { ...story, figures: figuresOf(story) };
		}
	};
}

/** Every page that has filters of its own. */
export async function otherPages(context: AskContext): Promise<OtherPage[]> {
	return [
		...surveyPages,
		await credentialsPage(),
		await providersPage(context),
		await briefPage(context)
	];
}
