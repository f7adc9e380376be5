import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { Graduates } from '../graduates/graduates-subject.ts';
import { shownSentence, type Teller } from '../story/story.ts';
import { graduatesCrossed, workersCrossed } from './crossed.ts';
import { graduatesDecomposed, workersDecomposed } from './decomposition.ts';
import { Equity } from './equity.ts';
import { gapsFigure } from './gaps.ts';
import { hero } from './hero.ts';
import { studentsFigure } from './students.ts';

/** Gender and residence crossed under a View, as plain data. */
export interface EquityStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly keyFigures: readonly KeyFigure[];
	readonly figures: readonly FigureModel[];
}

/**
 * @param built figures of the default View: those that this View leaves as they are need no table then, which
 * spares a phone the bytes
 */
export async function tellEquity(
	view: View,
	teller: Teller,
	built: readonly FigureModel[] = []
): Promise<EquityStory> {
	const { responseSentence } = await Graduates.open(view, teller);
	const equity = new Equity(view, teller, responseSentence);
	const { title, lead, keyFigures, all } = await hero(equity);
	return {
		...{ title, lead, keyFigures },
		shown: shownSentence(withoutWave(view), all, {
			teller,
			where: words.where(joinWords(equity.waves)),
			people: words.graduates
		}),
		figures: [
			await graduatesCrossed(equity),
			await gapsFigure(equity),
			await graduatesDecomposed(equity),
			await workersCrossed(equity),
			await workersDecomposed(equity),
			unchanged(view, built) ?? (await studentsFigure(equity))
		]
	};
}

/** The students of the latest year, whom neither the wave of graduates nor the count of peri-urban homes changes. */
function unchanged({ filters }: View, built: readonly FigureModel[]): FigureModel | undefined {
	const changed = ['field', 'isced_level'].some((id) => filters[id] !== undefined);
	return changed ? undefined : built.find(({ id }) => id === 'students');
}

/** The wave is named where the survey is. */
function withoutWave(view: View): View {
	const filters = Object.entries(view.filters).filter(([id]) => id !== 'wave');
	return { ...view, filters: Object.fromEntries(filters) };
}
