import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { ShowAhead } from '#lib/state/page-ahead.ts';
import {
	emptyView,
	formatView,
	parseView,
	tidyView,
	type View,
	type ViewOptions
} from '#lib/vocabulary/view.ts';
import { withSurvey } from '../story/survey-choice.ts';

/** What the panel chooses; filters of the bar stay when it goes back to the first weights. */
const own = ['need', 'scarcity', 'reach', 'equity', 'aggregate', 'hours', 'provider', 'power'];

/** The View of the address as the panel shows it: ahead of the address while a slider moves. */
export class PanelView {
	#options: ViewOptions;
	readonly #showAhead: ShowAhead;
	#view = $state.raw<View>(emptyView);
	/** How many choices are on their way to the address. */
	#going = 0;

	constructor(options: ViewOptions, showAhead: ShowAhead) {
		this.#options = options;
		this.#showAhead = showAhead;
	}

	/** Codes of the sectors that were chosen. */
	get sectors(): readonly string[] | undefined {
		return this.#view.filters.sector;
	}

	get isMoved(): boolean {
		return own.some((id) => this.#view.choices[id] !== undefined);
	}

	/** The value of a choice, its default where none is made. */
	valueOf(id: string): string {
		return this.#view.choices[id] ?? this.#options.choices[id]?.[0] ?? '';
	}

	/** Takes over what the address says, unless something newer is on its way there. */
	follow(): void {
		const { search } = page.url;
		this.#options = withSurvey(this.#options, search);
		if (this.#going === 0) this.#view = parseView(search, this.#options).view;
	}

	choose(id: string, value: string): void {
		this.#go(this.#with(id, value));
	}

	/** A slider moves, and what it orders with it; the address follows once it is let go. */
	slide(id: string, value: string): void {
		this.#view = this.#with(id, value);
		void this.#showAhead(this.#view);
	}

	/** The slider is let go: all of its move is one step of the history, taken once the move is on screen. */
	release(): void {
		this.#going += 1;
		requestAnimationFrame(() => {
			setTimeout(() => {
				this.#going -= 1;
				this.#go(this.#view);
			});
		});
	}

	chooseSectors(sector: readonly string[]): void {
		this.#go(this.#tidy({ ...this.#view, filters: { ...this.#view.filters, sector } }));
	}

	/** Back to the first weights and conditions. */
	reset(): void {
		const kept = Object.entries(this.#view.choices).filter(([id]) => !own.includes(id));
		this.#go(this.#tidy({ ...this.#view, choices: Object.fromEntries(kept) }));
	}

	#with(id: string, value: string): View {
		return this.#tidy({ ...this.#view, choices: { ...this.#view.choices, [id]: value } });
	}

	#tidy(view: View): View {
		return tidyView(view, this.#options);
	}

	#go(view: View): void {
		this.#view = view;
		this.#going += 1;
		// The path is that of the page itself.
		// eslint-disable-next-line svelte/no-navigation-without-resolve
		const gone = goto(page.url.pathname + formatView(view), { keepFocus: true, noScroll: true });
		void gone.finally(() => {
			this.#going -= 1;
		});
	}
}
