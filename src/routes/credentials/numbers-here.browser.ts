import { resolve } from '$app/paths';
import type { CellMaker } from '#lib/answers/ask.ts';
import { formatView, type View, type ViewOptions } from '#lib/vocabulary/view.ts';
import { tellerOf } from '../story/tell-here.browser.ts';
import type { Supply } from './conditions.ts';
import type { CourseNumber } from './course-numbers.ts';

/** What the page works with. */
export interface NumbersPlace {
	readonly options: ViewOptions;
	readonly publication: string;
	readonly supply: Supply;
	/** DuckDB, once it runs. */
	readonly maker: CellMaker | undefined;
	/** A survey of this device is told of: no command asks it. */
	readonly own: boolean;
}

/**
 * The numbers of a course under a View: those of the built page come in a file of their own.
 * @returns undefined where the course is not in order under the View
 * @throws Error when they do not arrive
 */
export async function numbersHere(
	id: string,
	view: View,
	{ publication, supply, maker }: NumbersPlace
): Promise<readonly CourseNumber[] | undefined> {
	if (formatView(view) === '') {
		const response = await fetch(resolve('/credentials/numbers/[id].json', { id }));
		if (!response.ok) throw new Error(`Numbers of ${id}: ${response.status}`);
		return (await response.json()) as readonly CourseNumber[];
	}
	const { numbersUnder } = await import('./numbers-under.ts');
	return (await numbersUnder(view, await tellerOf(view, publication, maker), supply)).get(id);
}
