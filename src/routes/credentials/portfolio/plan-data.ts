import type { CostAssumptions } from '#lib/contracts/planning.ts';
import type { ViewOptions } from '#lib/vocabulary/view.ts';
import type { EngineManifest } from '#lib/warehouse/engine.ts';
import type { PlanInput } from './ask-plan.ts';
import type { HourShares } from './fields.ts';

/** What the page has for a plan. */
export interface PlanData {
	readonly portfolio: {
		readonly costs: CostAssumptions;
		readonly hours: HourShares;
		readonly solver: EngineManifest;
	};
	readonly supply: PlanInput['supply'];
	readonly filters: { readonly options: ViewOptions };
	readonly publication: string;
}
