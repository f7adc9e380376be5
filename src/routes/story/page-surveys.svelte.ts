import type { AskContext } from '#lib/answers/ask.ts';
import type { Shown } from '#lib/charts/figure-context.ts';
import type { LiveStory } from '#lib/state/live-story.svelte.ts';
import { hintName, keepsOwn } from '#lib/state/own-surveys/hint.ts';
import type { OwnPage } from '../own/own-page.browser.ts';
import type { PageFilters } from './view-options.ts';

interface PageData {
	readonly filters: PageFilters;
	readonly publication: string;
}

/** The surveys of this device as a page of figures sees them; a page without any fetches no code for them. */
export class PageSurveys {
	readonly #data: PageData;
	#own = $state.raw<OwnPage>();

	/** What kind of data the page tells of, over all of it. */
	readonly #notice: { text: string };
	readonly #shown: Shown;

	constructor(data: PageData, notice: { text: string }, shown: Shown) {
		this.#data = data;
		this.#notice = notice;
		this.#shown = shown;
	}

	/** Absent while nothing is kept here and the address asks for nothing. */
	get own(): OwnPage | undefined {
		return this.#own;
	}

	/** Those of the page, for the survey that is chosen. */
	get filters(): PageFilters {
		return this.#own?.filters ?? this.#data.filters;
	}

	/** What the page is without filters: the survey stays. */
	get cleared(): string {
		const id = this.#own?.survey?.id;
		return id === undefined ? '' : `?survey=${id}`;
	}

	/** Looks up what a query asks for; a later query counts, told by `isCurrent`. */
	async open(search: string, route: string | null, isCurrent: () => boolean): Promise<void> {
		const found = await this.#find(search, route);
		if (!isCurrent()) return;
		this.#own = found;
		this.#notice.text = found?.notice ?? '';
		this.#leave();
	}

	/** The story of the chosen survey stands: from now on what leaves the page is made for it. */
	stands<Story>(live: LiveStory<Story>, retell: (context: AskContext) => Promise<Story>): void {
		this.#shown.leaving = this.#own?.leaving?.(live, retell);
	}

	/** Calls back when another tab has kept or deleted a survey. @returns what a page does when it is left */
	listen(onChange: () => void): () => void {
		const heard = ({ key }: StorageEvent): void => {
			if (key === hintName) onChange();
		};
		addEventListener('storage', heard);
		return () => {
			removeEventListener('storage', heard);
			this.#notice.text = '';
			this.#leave();
		};
	}

	#leave(): void {
		this.#shown.leaving?.end();
		this.#shown.leaving = undefined;
	}

	async #find(search: string, route: string | null): Promise<OwnPage | undefined> {
		if (!keepsOwn() && !/[?&]survey=/.test(search)) return undefined;
		const { openOwnPage } = await import('../own/own-page.browser.ts');
		return openOwnPage({ search, route, ...this.#data });
	}
}
