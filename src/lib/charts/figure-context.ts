import { createContext, type Component } from 'svelte';
import type { AskContext } from '#lib/answers/ask.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { FigureModel } from './figure-model.ts';

/** What the figures of a page hand out beside themselves. */
export interface Shown {
	/** What the page shows in words ("Showing …"); empty on a page that doesn't say. */
	text: string;
	/** Of a survey of this device: what may leave it. */
	leaving?: Leaving | undefined;
}

export interface Leaving {
	/** What answers for what leaves the device: with figures of too few withheld, unless its owner switched that off. */
	readonly context: AskContext;
	/** Whether they are withheld. */
	readonly protects: boolean;
	/** A figure as it may leave the device, and what the page shows in words then. */
	take(model: FigureModel, text: string): Promise<{ model: FigureModel; text: string }>;
	/** Of the survey, with the codes that its file brings. */
	readonly catalogue: Catalogue;
	/** The page tells of something else from now on. */
	end(): void;
	/** An address that shows a figure to whoever has the same file. */
	link(id: string): Promise<string>;
}

const [get, set, has] = createContext<Shown>();

/** What the page shows in words ("Showing …"), for the files that its figures hand out. The layout makes it. */
export const provideShown = set;

export function useShown(): Shown {
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
	readonly shown: Shown;
}

/** What figures hand out. */
export interface TakeAway {
	/** Saves a figure as a file of this device. Rejects when it can't be made. */
	save(form: FileForm, model: FigureModel, shown: Shown): Promise<void>;
	readonly Panel: Component<PanelProps>;
}

const [load, provide, provided] = createContext<() => Promise<TakeAway>>();

/** How {@link TakeAway} is fetched, when something of it is first asked for. The layout says it. */
export const provideTakeAway = provide;

/** Undefined where nothing can be taken away, as in a figure that stands alone. */
export function useTakeAway(): (() => Promise<TakeAway>) | undefined {
	return provided() ? load() : undefined;
}
