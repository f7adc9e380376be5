import type { AskContext, CellMaker } from '#lib/answers/ask.ts';
import { SolverHere, type SolveWatch } from '#lib/decisions/solver-here.browser.ts';
import type { EngineManifest } from '#lib/warehouse/engine.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { generatedUrl, tellerToLeave } from '../../story/tell-here.browser.ts';
import { askPlan, type PlanInput } from './ask-plan.ts';
import { looserModels, modelOf, planOptions, priceOptions, stepsOf } from './plan-model.ts';
import type { Planned } from './planned.ts';
import { tellPlan, type ToldPlan } from './told-plan.ts';

export interface PlanRequest {
	readonly input: PlanInput;
	readonly publication: string;
	readonly solver: EngineManifest;
	/** DuckDB, where it runs. */
	readonly maker: CellMaker | undefined;
	/** Of a survey of this device: what answers for what leaves it. A plan is made to be handed on. */
	readonly leaving: AskContext | undefined;
}

export interface PlanWatch extends Pick<SolveWatch, 'download' | 'progress' | 'signal'> {
	/** The offers are made; what follows is the solver. */
	readonly gathered: () => void;
	/** A plan to show: once when it stands, and once more with its prices. */
	readonly told: (plan: ToldPlan, isLast: boolean) => void;
}

let here: SolverHere | undefined;

/**
 * Finds a plan on this device: whom each course could take where, from the published tables or DuckDB, then the solver.
 * @returns why the survey can't be asked, where it can't
 * @throws the signal's reason when aborted; ProblemError when the solver can't be had
 */
export async function planHere(
	request: PlanRequest,
	watch: PlanWatch
): Promise<Problem | undefined> {
	const { input, publication, solver, maker, leaving } = request;
	const { signal, told } = watch;
	const teller = await tellerToLeave(input.view, { publication, maker, leaving });
	const asked = await askPlan(input, teller);
	signal.throwIfAborted();
	if ('code' in asked) return asked;
	const model = modelOf(asked.offers, input.settings);
	if (model.offers.length === 0) {
		const result = { status: 'none', loosen: [], reach: {} } as const;
		told(tellPlan({ asked, result, seconds: 0 }), true);
		return undefined;
	}
	watch.gathered();
	here ??= new SolverHere(solver, generatedUrl(''));
	let since = performance.now();
	let planned: Planned | undefined;
	const looser = looserModels(model, input.settings, stepsOf(input.settings));
	const worths = await here.solve(
		{ model, looser, options: planOptions, pricing: priceOptions },
		{
			...watch,
			started: () => (since = performance.now()),
			solved: (result) => {
				planned = { asked, result, seconds: (performance.now() - since) / 1000 };
				told(tellPlan(planned), false);
			}
		}
	);
	if (planned) told(tellPlan({ ...planned, worths }), true);
	return undefined;
}
