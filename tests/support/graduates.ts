import { ask, type AskContext } from '#lib/answers/ask.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from './catalogue.ts';
import { toldOnce } from './told-once.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { graduatesPageFilters, wavesPageFilters } from '../../src/routes/graduates/filters.ts';
import { tellMatch } from '../../src/routes/graduates/match/story.ts';
import { tellGraduates } from '../../src/routes/graduates/story.ts';
import { tellWaves } from '../../src/routes/graduates/waves/story.ts';

/** What the pages about graduates have in common. */
export interface Story {
	readonly title: string;
	readonly lead: string;
	readonly figures: readonly FigureModel[];
}

export const context: AskContext = {
	catalogue: await readCatalogue(),
	book: await readAnswerBook()
};

export const viewOf = (query: string) =>
	parseView(query, graduatesPageFilters(context.catalogue).options).view;

export const told = toldOnce((query: string) => tellGraduates(viewOf(query), new Teller(context)));
export const toldMatch = toldOnce((query: string) => tellMatch(viewOf(query), new Teller(context)));
export const toldWaves = toldOnce((query: string) => {
	const { options } = wavesPageFilters(context.catalogue);
	return tellWaves(parseView(query, options).view, new Teller(context));
});

export function figureOf({ figures }: Story, id: string): FigureModel {
	const found = figures.find((figure) => figure.id === id);
	if (!found) throw new Error(`no figure ${id}`);
	return found;
}

export const codes = (list: string): string[] =>
	(context.catalogue.codeLists[list] ?? []).map(({ code }) => code);

/** Many Views: every field and level with and without a gender, both together, and every institution. */
export const queries = (): string[] => [
	'',
	...[...fieldsAndLevels(), ...crossed()].flatMap((one) => [`?${one}`, `?${one}&sex=F`]),
	...codes('institution').map((code) => `?institution=${code}&wave=2021`)
];

export const fieldsAndLevels = (): string[] => [
	...codes('field').map((code) => `field=${code}`),
	...codes('isced_level').map((code) => `isced_level=${code}`)
];

export const crossed = (): string[] =>
	codes('field').flatMap((field) =>
		codes('isced_level').map((level) => `field=${field}&isced_level=${level}`)
	);

export const curvesOf = (figure: FigureModel) =>
	figure.plot.kind === 'curves' ? figure.plot.curves : [];

export const rowsOf = ({ plot }: FigureModel) =>
	plot.kind === 'curves'
		? []
		: plot.kind === 'multiples'
			? plot.panels.flatMap(({ rows }) => rows)
			: plot.rows;

/** The first difference without further keys that a figure rests on. */
export async function apartOf({ computed }: FigureModel) {
	const found = computed.questions
		.map((text) => parseQuestion(text))
		.find(({ difference, by }) => difference && by.length === 0);
	return found ? (await ask(found, context)).estimates : [];
}
