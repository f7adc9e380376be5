import type { AskContext } from '#lib/answers/ask.ts';
import type { FileFindings } from '#lib/answers/ask-file.ts';
import { findingsForLeaving } from '#lib/answers/own-file-withhold.ts';
import type { Leaving } from '#lib/charts/figure-context.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';
import { formatShared } from '#lib/state/own-surveys/recipe-link.ts';
import { leavingOf } from '../own/leaving-page.browser.ts';
import { resultFigure, type Asked } from './result.ts';

interface Wanted {
	readonly findings: FileFindings;
	readonly asked: Asked;
	/** What answers for the site, whose rules hold. */
	readonly site: AskContext;
	/** Puts another figure in the place of the answer, as on paper; undefined: the answer itself. */
	readonly show: (model: FigureModel | undefined) => void;
}

/** What may leave the page of an answer about a file: figures of too few are withheld, unless its owner says otherwise. */
export function leavingResult({ findings, asked, site, show }: Wanted): Leaving {
	const { thresholds } = site.catalogue;
	return leavingOf<FigureModel>({
		context: site,
		retell: async () => resultFigure(findingsForLeaving(findings, asked.file, thresholds), asked),
		live: { story: resultFigure(findings, asked), showAs: show },
		link: (id) => linkOf(id, asked)
	});
}

/** An address that asks the same of whoever has the same file: the recipe goes along, no row does. */
async function linkOf(figure: string, { survey }: Asked): Promise<string> {
	const shelf = await ownShelf();
	const kept = (await shelf.list()).find(({ id }) => id === survey?.id);
	const found = kept && (await shelf.source(kept));
	const fragment = found ? await formatShared({ recipe: found.recipe, figure }) : `#${figure}`;
	return new URL(fragment, location.href).href;
}
