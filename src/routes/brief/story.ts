import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Computed } from '#lib/charts/figure-parts.ts';
import type { Limit } from '#lib/contracts/catalogue.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Teller } from '../story/story.ts';
import { computedOf, tellCourses } from './courses.ts';
import type { Ground } from './ground.ts';
import { methodOf } from './method.ts';
import type { Evidence } from './evidence.ts';
import { sourcesOf } from './sources.ts';

/** The brief of a View, as plain data: what stands on its sheets, in their order. */
export interface BriefStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly findings: readonly string[];
	/** Three: two of the evidence, then the ranks of courses. */
	readonly figures: readonly FigureModel[];
	/** The first courses; absent where there are none. */
	readonly table?: ChartTable;
	readonly method: string;
	readonly limits: readonly Limit[];
	/** Each a sentence or two. */
	readonly sources: readonly string[];
	/** Of the data, as the survey states it. */
	readonly licence: string;
	/** The Questions behind the sentences that no figure answers. */
	readonly computed: Computed;
}

export async function tellBrief(view: View, teller: Teller, ground: Ground): Promise<BriefStory> {
	const { catalogue } = teller;
	const { site } = catalogue;
	const codes = view.filters.sector ?? site.targetSectors.map(({ code }) => code);
	const [single, ...others] = view.filters.sector ?? [];
	const wave = view.filters.wave?.join() ?? site.default.wave;
	const sectors = joinWords(codes.map((code) => sectorInSentence(catalogue, code)));
	const evidence = await evidenceOf(codes, { view, ground }, teller);
	const courses = await tellCourses({ view, sectors, wave }, teller, ground);
	const { title, lead, shown, findings, figures, answers } = evidence;
	const { limits } = ground;
	const surveys = teller.own ? catalogue.surveys : ground.surveys;
	return {
		...{ title, lead, shown },
		findings: [...findings, courses.finding].filter((sentence) => sentence !== ''),
		figures: [...figures, courses.figure],
		...(courses.table ? { table: courses.table } : {}),
		method: methodOf(courses.order, courses.settings, catalogue),
		limits: (others.length === 0 && limits[single ?? '']) || (limits.overview ?? []),
		sources: sourcesOf({ sectors: codes, wave }, { ...ground, surveys }, catalogue),
		licence: surveys.find((survey) => survey.wave === wave)?.licence ?? '',
		computed: computedOf([...answers, ...courses.answers], teller)
	};
}

/** One sector and several are told by different code, and each is fetched when it is needed. */
async function evidenceOf(
	codes: readonly string[],
	{ view, ground }: { readonly view: View; readonly ground: Ground },
	teller: Teller
): Promise<Evidence> {
	const [single, ...others] = view.filters.sector ?? [];
	if (single === undefined || others.length > 0) {
		const { evidenceOfSectors } = await import('./several-sectors.ts');
		return evidenceOfSectors(codes, view, teller);
	}
	const { evidenceOfSector } = await import('./one-sector.ts');
	return evidenceOfSector(single, { view, demand: ground.supply.demand }, teller);
}
