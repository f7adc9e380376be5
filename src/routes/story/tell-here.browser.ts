import { asset } from '$app/paths';
import { openAnswerBook, type AnswerBook } from '#lib/answers/answer-book.ts';
import type { AskContext, CellMaker } from '#lib/answers/ask.ts';
import type { Publication } from '#lib/answers/publication.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { Teller } from './story.ts';
import { surveyParameter } from './survey-choice.ts';

let opened: Promise<{ book: AnswerBook; catalogue: Catalogue }> | undefined;

/** The address of a generated file on this site. */
export function generatedUrl(path: string): string {
	return new URL(asset(`/generated/${path}`), location.href).href;
}

/** @throws Error when the file does not arrive whole. */
export async function fetchGenerated(path: string): Promise<Uint8Array> {
	const response = await fetch(generatedUrl(path));
	if (!response.ok) throw new Error(`${path}: ${response.status} ${response.statusText}`);
	return new Uint8Array(await response.arrayBuffer());
}

/** What the site has published, fetched once. */
export function readPublication(path: string): Promise<{ book: AnswerBook; catalogue: Catalogue }> {
	opened ??= fetchGenerated(path).then((bytes) => {
		const { manifest, catalogue } = JSON.parse(new TextDecoder().decode(bytes)) as Publication;
		return { book: openAnswerBook(manifest, fetchGenerated), catalogue };
	});
	// A download that failed is tried again at the next question.
	opened.catch(() => (opened = undefined));
	return opened;
}

/** A Teller of what a View chooses: a survey of this device, or the site's. */
export async function tellerOf(
	{ choices }: View,
	publication: string,
	maker?: CellMaker
): Promise<Teller> {
	const id = choices[surveyParameter];
	if (id === undefined) return tellerHere(publication, maker);
	const { ownTeller } = await import('../own/own-contexts.browser.ts');
	return ownTeller(id, publication);
}

interface ToLeave {
	readonly publication: string;
	readonly maker?: CellMaker | undefined;
	/** What the page says of an own survey; where it says nothing yet, figures of too few are withheld. */
	readonly leaving: AskContext | undefined;
}

/** A Teller for what is made to be handed on. */
export async function tellerToLeave(
	view: View,
	{ publication, maker, leaving }: ToLeave
): Promise<Teller> {
	if (leaving) return new Teller(leaving);
	const teller = await tellerOf(view, publication, maker);
	if (!teller.own) return teller;
	const { forLeaving } = await import('#lib/answers/own-withhold.ts');
	return new Teller(forLeaving(teller.context));
}

/** A Teller over what was opened already. */
export function tellerOver(context: AskContext): Teller {
	return new Teller(context);
}

/**
 * A Teller on this device.
 * @param maker DuckDB, once it runs: it answers what the published tables lack
 * @param prefer `engine`: DuckDB answers everything, so that the two can be compared
 */
export async function tellerHere(
	publication: string,
	maker?: CellMaker,
	prefer: 'book' | 'engine' = 'book'
): Promise<Teller> {
	const { book, catalogue } = await readPublication(publication);
	return new Teller({ book, catalogue, ...(maker ? { engine: maker, prefer } : {}) });
}
