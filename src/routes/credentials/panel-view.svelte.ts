import { goto } from '$app/navigation';
import { page } from '$app/state';
import {
	emptyView,
	formatView,
	parseView,
	tidyView,
	type View,
	type ViewOptions
} from '#lib/vocabulary/view.ts';

/** What the panel chooses; filters of the bar stay when it goes back to the first weights. */
const own = ['need', 'scarcity', 'reach', 'equity', 'aggregate', 'hours', 'provider', 'power'];

/** The View of the address as the panel shows it: ahead of the address while a slider moves. */
export class PanelView {
	readonly #options: ViewOptions;
	#view = $state.raw<View>(emptyView);
	/** A choice waits for the next frame. */
	#waiting = false;
	/** One move of a slider is one step of the history. */
	#moving = false;
	#released = true;

	constructor(options: ViewOptions) {
		this.#options = options;
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
		if (!this.#waiting) this.#view = parseView(search, this.#options).view;
	}

	choose(id: string, value: string): void {
		this.#show({ ...this.#view, choices: { ...this.#view.choices, [id]: value } });
	}

	/** A slider moves; until {@link release} all of it is one step of the history. */
	slide(id: string, value: string): void {
		this.#released = false;
		this.choose(id, value);
	}

	release(): void {
		this.#released = true;
		if (!this.#waiting) this.#moving = false;
	}

	chooseSectors(sector: readonly string[]): void {
		this.#show({ ...this.#view, filters: { ...this.#view.filters, sector } });
	}

	/** Back to the first weights and conditions. */
	reset(): void {
		const kept = Object.entries(this.#view.choices).filter(([id]) => !own.includes(id));
		this.#show({ ...this.#view, choices: Object.fromEntries(kept) });
	}

	/** Once a frame, so that a slider does not run ahead of what is drawn. */
	#show(next: View): void {
		this.#view = tidyView(next, this.#options);
		if (this.#waiting) return;
		this.#waiting = true;
		requestAnimationFrame(() => {
			this.#waiting = false;
			const replaceState = this.#moving;
			this.#moving = !this.#released;
			// The path is that of the page itself.
			// eslint-disable-next-line svelte/no-navigation-without-resolve
			void goto(page.url.pathname + formatView(this.#view), {
				...{ replaceState, keepFocus: true, noScroll: true }
			});
		});
	}
}
