import type { FigureModel } from '#lib/charts/figure-model.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { shownSentence, type Teller } from '../../story/story.ts';
import { absentTitle, Graduates } from '../graduates-subject.ts';
import { barriersFigure } from '../barriers.ts';
import { matchFigure } from './match-figure.ts';
import { payFigure } from './pay.ts';
import { wantsCourseFigure } from './wants-course.ts';

/** How jobs match what was studied, pay, and short courses, under a View, as plain data. */
export interface MatchStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly figures: readonly FigureModel[];
}

export async function tellMatch(view: View, teller: Teller): Promise<MatchStory> {
	const graduates = await Graduates.open(view, teller);
	const all = await graduates.ask('employment');
	const shown = shownSentence(view, all, {
		...{ teller, where: shared.where(graduates.wave), people: shared.people }
	});
	const match = await matchFigure(graduates);
	const isKnown = match.finding !== words.matchFew;
	return {
		title: absentTitle(match.absence) ?? (isKnown ? words.matchPage : words.matchFew),
		lead: words.matchLead,
		shown: all.problem ? shown : shared.shown(shown, graduates.responseSentence),
		figures: [
			match,
			await payFigure(graduates),
			await barriersFigure(graduates),
			await wantsCourseFigure(graduates)
		]
	};
}
