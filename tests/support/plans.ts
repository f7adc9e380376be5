import highsLoader from 'highs';
import type { Planning } from '#lib/contracts/planning.ts';
import { draftSettings } from '#lib/decisions/brief.ts';
import { findCandidates } from '#lib/decisions/candidates.ts';
import { portfolioSettings, solvePortfolio } from '#lib/decisions/portfolio.ts';
import { highsSolver, type Solver } from '#lib/decisions/solver.ts';
import { worthOf } from '#lib/decisions/worth.ts';
import { emptyView, type View } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readGenerated } from './catalogue.ts';
import { toldOnce } from './told-once.ts';
import { Teller } from '../../src/routes/story/story.ts';
import { askPlan } from '../../src/routes/credentials/portfolio/ask-plan.ts';
import { fieldsOf, type Goal } from '../../src/routes/credentials/portfolio/fields.ts';
import {
	looserModels,
	modelOf,
	stepsOf
} from '../../src/routes/credentials/portfolio/plan-model.ts';
import type { Planned } from '../../src/routes/credentials/portfolio/planned.ts';
import { readSettings, type Texts } from '../../src/routes/credentials/portfolio/settings.ts';
import { tellPlan, type ToldPlan } from '../../src/routes/credentials/portfolio/told-plan.ts';

export const catalogue = await readCatalogue();
export const teller = new Teller({ catalogue, book: await readAnswerBook() });
export const planning = await readGenerated<Planning>('planning.json');
export const solver: Solver = highsSolver(await highsLoader());
export const exact = { ...portfolioSettings, relativeGap: 0 };

/** Courses: of every sector the first, then of every sector the second. */
export const order: string[] = await inTurn();

export async function inTurn(): Promise<string[]> {
	const found = [];
	for (const { code } of catalogue.site.targetSectors) {
		const one = await findCandidates(code, teller, planning);
		if ('code' in one) throw new Error(one.code);
		found.push(one.candidates.map(({ id }) => id));
	}
	return found
		.flatMap((ids) => ids.map((id, i) => ({ id, i })))
		.sort((a, b) => a.i - b.i)
		.map(({ id }) => id);
}

export interface Asking {
	readonly texts?: Texts;
	readonly goal?: Goal;
	readonly courses?: readonly string[];
	readonly view?: View;
	readonly priced?: boolean;
	/** 0 by default. */
	readonly relativeGap?: number;
}

export const planned = toldOnce(plan);

export async function plan({
	texts = {},
	goal = 'levels',
	courses,
	view,
	priced,
	relativeGap = 0
}: Asking): Promise<Planned> {
	const options = { ...portfolioSettings, relativeGap };
	const { costs } = planning;
	const fields = fieldsOf(costs, draftSettings.hours);
	const settings = readSettings(fields, texts, goal);
	if ('wrong' in settings) throw new Error(JSON.stringify(settings.wrong));
	const asked = await askPlan(
		{
			...{ settings, fields, texts, currency: costs.currency, supply: planning },
			...{ view: view ?? emptyView, courses: courses ?? order.slice(0, 5) }
		},
		teller
	);
	if ('code' in asked) throw new Error(asked.code);
	const model = modelOf(asked.offers, settings);
	const result = await solvePortfolio(model, solver, options);
	if ('code' in result || result.status === 'none') return { asked, result, seconds: 0.5 };
	const worths = [];
	const looserOnes = priced ? looserModels(model, settings, stepsOf(settings)) : [];
	for (const { id, model: looser } of looserOnes) {
		worths.push({ id, worth: await worthOf(looser, { plan: result, solver, options }) });
	}
	return { asked, result, worths, seconds: 0.5 };
}

export const told = async (asking: Asking = {}): Promise<ToldPlan> =>
	tellPlan(await planned(asking));
