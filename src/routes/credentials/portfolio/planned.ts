import type { Catalogue, Survey } from '#lib/contracts/catalogue.ts';
import type { DecisionProblem } from '#lib/decisions/decision-problem.ts';
import type { NoPlan, PortfolioPlan } from '#lib/decisions/portfolio-plan.ts';
import type { Priced } from '#lib/decisions/solver-messages.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import type { Fields } from './fields.ts';
import type { Offers } from './offers.ts';
import type { Settings, Texts } from './settings.ts';

/** What a plan is asked for: all but the solver's answer. */
export interface Asked {
	readonly settings: Settings;
	readonly fields: Fields;
	readonly texts: Texts;
	readonly currency: string;
	readonly offers: Offers;
	/** Names of the ticked courses by id, in the order of the list. */
	readonly names: ReadonlyMap<string, string>;
	readonly catalogue: Catalogue;
	readonly survey: Survey | undefined;
	readonly wave: string;
	readonly answers: readonly Answer[];
	readonly computed: { readonly questions: readonly string[]; readonly method: string };
}

/** A plan, or why there is none. */
export interface Planned {
	readonly asked: Asked;
	readonly result: PortfolioPlan | NoPlan | DecisionProblem;
	/** Absent while they are being worked out. */
	readonly worths?: readonly Priced[];
	readonly seconds: number;
}
