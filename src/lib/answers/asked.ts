import type { Cells } from '#lib/survey/cells.ts';
import type { EstimateOptions } from '#lib/survey/estimate.ts';
import type { Restriction } from '#lib/survey/keys.ts';
import type { Plan } from './plan.ts';

/** Cells with what is asked of them. */
export interface Asked {
	readonly plan: Plan;
	readonly cells: Cells;
	/** What the cells are not restricted to yet. */
	readonly where: Restriction;
	readonly options: Omit<EstimateOptions, 'kind' | 'interval'>;
}
