import type { FigureModel } from '#lib/charts/figure-model.ts';
import { graduates as words } from '#lib/vocabulary/messages/graduates.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { roleOfResidence, roleOfSex } from '../story/labels.ts';
import { shownSentence, type Teller } from '../story/story.ts';
import { firstJobCurve } from './first-job-curve.ts';
import { Graduates } from './graduates-subject.ts';
import { institutionsFigure } from './institutions.ts';
import { monthsByField } from './months-by-field.ts';
import { opening, type Opening } from './opening.ts';
import { outcomesByField } from './outcomes-by-field.ts';
import { outcomesByGroup } from './outcomes-by-group.ts';

/** What became of graduates under a View, as plain data. */
export interface GraduatesStory extends Opening {
	readonly shown: string;
	readonly figures: readonly FigureModel[];
}

export async function tellGraduates(view: View, teller: Teller): Promise<GraduatesStory> {
	const graduates = await Graduates.open(view, teller);
	const opened = await opening(graduates);
	const all = await graduates.ask('employment');
	const shown = shownSentence(view, all, {
		...{ teller, where: words.where(graduates.wave), people: words.people }
	});
	return {
		...opened,
		shown: all.problem ? shown : words.shown(shown, graduates.responseSentence),
		figures: [
			await firstJobCurve(graduates, {
				...{ id: 'wait-by-residence', dimension: graduates.residence },
				...{ pair: ['rural', 'urban'], roles: roleOfResidence }
			}),
			await firstJobCurve(graduates, {
				...{ id: 'wait-by-gender', dimension: 'sex', pair: ['F', 'M'], roles: roleOfSex }
			}),
			await monthsByField(graduates),
			await outcomesByGroup(graduates),
			await outcomesByField(graduates),
			await institutionsFigure(graduates)
		]
	};
}
