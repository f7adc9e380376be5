import { embedParameter } from '#lib/exports/embed-parameter.ts';
import {
	emptyView,
	formatView,
	parseView,
	type Ignored,
	type View,
	type ViewOptions
} from '#lib/vocabulary/view.ts';

interface LiveStoryOptions<Story> {
	/** The story of the default View, as the page was built. */
	readonly initial: Story;
	readonly options: ViewOptions;
	/** Tells the story of another View on this device. */
	readonly tell: (view: View) => Promise<Story>;
}

/**
 * The story of a page under the View in its address. The built story stands until another one is told; the
 * last good one stays when telling fails, with its own View.
 */
export class LiveStory<Story> {
	readonly #options: LiveStoryOptions<Story>;
	#allowed: ViewOptions;
	#story = $state.raw<Story>() as Story;
	#printed = $state.raw<Story>();
	#view = $state.raw<View>(emptyView);
	#ignored = $state.raw<readonly Ignored[]>([]);
	#wanted = $state.raw<View>(emptyView);
	#error = $state.raw<unknown>();
	#asked = 0;
	/** The View that is being told, else the one that stands: what the next choice adds to. */
	#chosen: View = emptyView;

	constructor(options: LiveStoryOptions<Story>) {
		this.#options = options;
		this.#allowed = options.options;
		this.#story = options.initial;
	}

	/** From now on the page lets people choose among these. */
	allow(options: ViewOptions): void {
		this.#allowed = options;
	}

	get story(): Story {
		return this.#printed ?? this.#story;
	}

	/** Shows another story in place of the one that stands, as on paper; undefined puts that one back. */
	showAs(story: Story | undefined): void {
		this.#printed = story;
	}

	/** The View of the story that stands. */
	get view(): View {
		return this.#view;
	}

	/** The View of the address, told or not. */
	get wanted(): View {
		return this.#wanted;
	}

	/** What of the address is unknown to the page. */
	get ignored(): readonly Ignored[] {
		return this.#ignored;
	}

	/** Why the View of the address could not be told; undefined when it could. */
	get error(): unknown {
		return this.#error;
	}

	/**
	 * Tells the story of a query string. Of several in a row only the last one counts.
	 * @param again tell it again although the View is the same
	 */
	async follow(query: string, again = false): Promise<void> {
		const { view, ignored } = parseView(query, this.#allowed);
		this.#ignored = ignored.filter(({ parameter }) => parameter !== embedParameter);
		this.#wanted = view;
		await this.#tell(view, again);
	}

	/** Tells the story of a View before the address names it, as while a slider moves. */
	async ahead(view: View): Promise<void> {
		await this.#tell(view, false);
	}

	async #tell(view: View, again: boolean): Promise<void> {
		const turn = ++this.#asked;
		this.#chosen = view;
		if (!again && formatView(view) === formatView(this.#view) && this.#error === undefined) return;
		const plain = !again && formatView(view) === '';
		try {
			const story = plain ? this.#options.initial : await this.#options.tell(view);
			if (turn !== this.#asked) return;
			this.#story = story;
			this.#view = view;
			this.#error = undefined;
		} catch (error) {
			if (turn !== this.#asked) return;
			this.#error = error;
			this.#chosen = this.#view;
		}
	}

	/** The query of the View with one parameter changed; an empty value takes it out. */
	queryWith(parameter: string, value: string): string {
		const { filters, choices } = this.#chosen;
		const options = this.#allowed;
		const isFilter = parameter in options.filters;
		const next: View = {
			filters: isFilter ? { ...filters, [parameter]: value ? value.split(',') : [] } : filters,
			choices: isFilter ? choices : { ...choices, [parameter]: value }
		};
		const text = Object.entries(next.filters).filter(([, codes]) => codes.length > 0);
		return formatView(
			parseView(formatView({ ...next, filters: Object.fromEntries(text) }), options).view
		);
	}
}
