import { flushSync } from 'svelte';
import type { AskContext } from '#lib/answers/ask.ts';
import { forLeaving } from '#lib/answers/own-withhold.ts';
import type { Leaving } from '#lib/charts/figure-context.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { LiveStory } from '#lib/state/live-story.svelte.ts';
import { findFigure, withheldFigure } from './find-figure.ts';
import { protection } from './protection.svelte.ts';

interface LeavingOptions<Story> {
	readonly live: Pick<LiveStory<Story>, 'story' | 'showAs'>;
	readonly context: AskContext;
	readonly retell: (context: AskContext) => Promise<Story>;
	readonly end: () => void;
	/** An address for whoever has the same file. */
	readonly link: (id: string) => Promise<string>;
}

/**
 * What may leave a page that tells of an own survey: its story, told once more with figures of too few withheld.
 * On paper that story takes the place of the one on screen.
 */
export class LeavingStory<Story> implements Leaving {
	readonly #options: LeavingOptions<Story>;
	#telling: Promise<Story> | undefined;
	/** Printing waits for nothing: the story for paper is told before. */
	#told: Story | undefined;

	constructor(options: LeavingOptions<Story>) {
		this.#options = options;
	}

	get protects(): boolean {
		return protection.on;
	}

	get context(): AskContext {
		const { context } = this.#options;
		return protection.on ? forLeaving(context) : context;
	}

	get catalogue() {
		return this.#options.context.catalogue;
	}

	async take(model: FigureModel, text: string): Promise<{ model: FigureModel; text: string }> {
		if (!protection.on) return { model, text };
		const story = await this.#tell();
		const found = findFigure(story, model);
		const { persons } = this.catalogue.thresholds.withheldBelow;
		return { model: found ?? withheldFigure(model, persons), text };
	}

	link(id: string): Promise<string> {
		return this.#options.link(id);
	}

	end(): void {
		this.#options.end();
	}

	/** Tells the story for paper while the page has nothing else to do. */
	async prepare(): Promise<void> {
		try {
			await this.#tell();
		} catch (error) {
			// Then nothing is printed in its place.
			console.error(error);
		}
	}

	/** The page goes on paper now. */
	print(): void {
		if (!protection.on) return;
		if (this.#told === undefined) document.documentElement.dataset.query = 'pending';
		else flushSync(() => this.#options.live.showAs(this.#told));
	}

	printed(): void {
		if (this.#told === undefined) delete document.documentElement.dataset.query;
		this.#options.live.showAs(undefined);
	}

	#tell(): Promise<Story> {
		this.#telling ??= this.#options.retell(forLeaving(this.#options.context)).then((story) => {
			this.#told = story;
			return story;
		});
		this.#telling.catch(() => (this.#telling = undefined));
		return this.#telling;
	}
}
