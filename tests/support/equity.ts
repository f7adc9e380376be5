import type { AskContext } from '#lib/answers/ask.ts';
import { ask } from '#lib/answers/ask.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { parseQuestion, type Question } from '#lib/vocabulary/question.ts';
import { parseView, type View } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { toldOnce } from '#tests/support/told-once.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { equityPageFilters } from '../../src/routes/equity/filters.ts';
import { tellEquity, type EquityStory } from '../../src/routes/equity/story.ts';

export const context: AskContext = {
	catalogue: await readCatalogue(),
	book: await readAnswerBook()
};

export const viewOf = (query: string): View =>
	parseView(query, equityPageFilters(context.catalogue).options).view;

export const told = toldOnce((query: string) => tellEquity(viewOf(query), new Teller(context)));

export function figureOf({ figures }: EquityStory, id: string): FigureModel {
	const found = figures.find((figure) => figure.id === id);
	if (!found) throw new Error(id);
	return found;
}

export const figureUnder = async (query: string, id: string) => figureOf(await told(query), id);

/** The Questions of a figure, asked anew at the level that several comparisons in one breath need. */
export async function asked(
	{ computed }: FigureModel,
	wanted: (question: Question) => boolean,
	comparisons = 1
): Promise<Answer[]> {
	const questions = computed.questions.map((text) => parseQuestion(text)).filter(wanted);
	const level = 1 - 0.05 / Math.max(1, comparisons);
	return Promise.all(questions.map((question) => ask({ ...question, level }, context)));
}

/** 1 above 0, −1 below, 0 where the interval has it in, by numbers alone. */
export const sideOf = ({ low, high }: Estimate): number =>
	(low ?? 0) > 0 ? 1 : (high ?? 0) < 0 ? -1 : 0;

export const isInteraction = ({ difference }: Question): boolean => Array.isArray(difference);

/** Fields, levels and waves, alone and together. */
export function queries(): string[] {
	const { codeLists } = context.catalogue;
	const fields = (codeLists.field ?? []).map(({ code }) => code);
	const levels = (codeLists.isced_level ?? []).map(({ code }) => code);
	const each = [
		...fields.map((code) => `field=${code}`),
		...levels.map((code) => `isced_level=${code}`),
		...fields.map((code, i) => `field=${code},${fields[(i + 3) % fields.length] ?? ''}`)
	];
	const crossed = fields.flatMap((field) =>
		levels.map((level) => `field=${field}&isced_level=${level}`)
	);
	const all = ['', ...each, ...crossed];
	const beside = ['', '&wave=2021', '&periurban=urban', '&wave=2021&periurban=rural'];
	return all.flatMap((one) => beside.map((more) => `?${one}${more}`));
}

/** A dimension, two of its codes, and what they are compared within. */
export type Apart = readonly [dimension: string, minus: readonly [string, string], by: string];
