import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';

/** What the audit says of the sectors of a brief: a title, sentences, and two charts. */
export interface Evidence {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	/** None is empty; comparatives only where intervals allow them. */
	readonly findings: readonly string[];
	readonly figures: readonly FigureModel[];
	/** What the sentences rest on beyond the figures. */
	readonly answers: readonly Answer[];
}

/** A figure with some of its rows; its table keeps all of them. */
export function withRows(
	figure: FigureModel,
	what: string,
	keep: (id: string, at: number) => boolean
): FigureModel {
	const { plot } = figure;
	if (plot.kind === 'multiples' || plot.kind === 'curves') return figure;
	return { ...figure, what, plot: { ...plot, rows: plot.rows.filter(({ id }, i) => keep(id, i)) } };
}

/** The finding of a figure as a sentence; none where there is nothing to show. */
export function said({ finding, absence }: FigureModel): string[] {
	return absence ? [] : [finding];
}
