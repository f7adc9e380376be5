import type { FigureModel } from '#lib/charts/figure-model.ts';

/** A figure as somebody takes it away: with the words and the address that it needs outside of its page. */
export interface Taken {
	readonly model: FigureModel;
	/** What the page shows in words (“Showing …”); empty where it doesn’t say. */
	readonly shown: string;
	/** Where the figure stands as it is now, query and fragment included; absent for files of this device. */
	readonly address?: string | undefined;
	readonly site: TakenSite;
	/** Of the survey that it rests on; absent for files of this device. */
	readonly licence?: string | undefined;
	/** ISO 8601: the day on which it was taken. */
	readonly day: string;
}

export interface TakenSite {
	readonly country: string;
	readonly edition: string;
	/** ISO 8601. */
	readonly editionDate: string;
}

/** The title that stands over a figure. */
export function titleOf({ finding, absence }: FigureModel): string {
	return absence?.title ?? finding;
}
