import type { AskContext } from '#lib/answers/ask.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeptSurvey } from '#lib/state/own-surveys/shelf.ts';
import { leavingOf } from '../../own/leaving-page.browser.ts';
import { ownTeller } from '../../own/own-contexts.browser.ts';
import { Teller } from '../../story/story.ts';
import { readPublication } from '../../story/tell-here.browser.ts';
import { besideFigure } from './beside.ts';

type Shown = FigureModel | undefined;

/**
 * Works out the figure and shows it; on paper and in files what may leave takes its place.
 * @throws RangeError when the cells of the survey are lost
 */
export async function openBeside(
	survey: KeptSurvey,
	publication: string,
	show: (model: Shown) => void
) {
	const { context } = await ownTeller(survey.id, publication);
	const site = await readPublication(publication);
	const tell = (own: AskContext): Promise<Shown> =>
		besideFigure(survey, new Teller(own), new Teller(site));
	const model = await tell(context);
	show(model);
	return leavingOf<Shown>({
		...{ context, retell: tell },
		live: {
			story: model,
			showAs: (story) => show(story ?? model)
		},
		link: async (id) => new URL(`#${id}`, location.href).href
	});
}
