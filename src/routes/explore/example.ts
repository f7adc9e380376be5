import type { FigureModel } from '#lib/charts/figure-model.ts';
import { emptyView } from '#lib/vocabulary/view.ts';
import { sectorFigure } from '../sectors/sector-figures.ts';
import { Sectors } from '../sectors/sectors-subject.ts';
import type { Teller } from '../story/story.ts';

/** An answer of the demonstration, to show what one looks like. */
export async function tellExample(teller: Teller): Promise<FigureModel> {
	const { figure } = await sectorFigure(new Sectors(emptyView, teller), 'incidence');
	return { ...figure, id: 'example' };
}
