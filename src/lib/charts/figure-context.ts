import { createContext, type Component } from 'svelte';
import type { FigureModel } from './figure-model.ts';

const [get, set, has] = createContext<{ text: string }>();

/** What the page shows in words ("Showing …"), for the files that its figures hand out. The layout makes it. */
export const provideShown = set;

/** Its text is empty on a page that doesn't say what it shows. */
export function useShown(): { text: string } {
	return has() ? get() : { text: '' };
}

/** The files that a figure can be saved as, in the order of their buttons. */
export const fileForms = ['csv', 'png', 'svg', 'r'] as const;
export type FileForm = (typeof fileForms)[number];

/** Parts that open under a figure, drawn by code that is fetched then. */
export type PanelName = 'cite' | 'embed' | 'code';

export interface PanelProps {
	readonly about: PanelName;
	readonly model: FigureModel;
	/** What the page shows in words. */
	readonly shown: string;
}

/** What figures hand out. */
export interface TakeAway {
	/** Saves a figure as a file of this device. Rejects when it can't be made. */
	save(form: FileForm, model: FigureModel, shown: string): Promise<void>;
	readonly Panel: Component<PanelProps>;
}

const [load, provide, provided] = createContext<() => Promise<TakeAway>>();

/** How {@link TakeAway} is fetched, when something of it is first asked for. The layout says it. */
export const provideTakeAway = provide;

/** Undefined where nothing can be taken away, as in a figure that stands alone. */
export function useTakeAway(): (() => Promise<TakeAway>) | undefined {
	return provided() ? load() : undefined;
}
