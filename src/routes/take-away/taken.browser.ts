import { page } from '$app/state';
import type { Manifest } from '#lib/answers/answer-book.ts';
import type { Shown } from '#lib/charts/figure-context.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Taken } from '#lib/exports/taken.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { readPublication } from '../story/tell-here.browser.ts';

/** What the site has published. @throws Error when it does not arrive */
export async function readPublished(): Promise<{ catalogue: Catalogue; manifest: Manifest }> {
	const path: unknown = page.data.publication;
	if (typeof path !== 'string') throw new Error('This page names no publication.');
	const { book, catalogue } = await readPublication(path);
	return { catalogue, manifest: book.manifest };
}

/**
 * A figure with what it needs outside of its page; of a survey of this device, what of it may leave.
 * @throws Error when the publication does not arrive
 */
export async function taken(figure: FigureModel, page: Shown): Promise<Taken> {
	const { catalogue } = await readPublished();
	const { model, text: shown } = (await page.leaving?.take(figure, page.text)) ?? {
		...{ model: figure, text: page.text }
	};
	const day = new Date().toISOString().slice(0, 10);
	const own = { model, shown, site: catalogue.site, day };
	if (model.local) return own;
	const address = new URL(`#${model.id}`, location.href).href;
	const sources = model.computed.questions.map((text) => parseQuestion(text).source);
	const survey = catalogue.surveys.find(({ id }) => sources.includes(id));
	return { ...own, address, ...(survey ? { licence: survey.licence } : {}) };
}
