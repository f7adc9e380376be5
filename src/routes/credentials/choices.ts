import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Aggregation } from '#lib/decisions/composite.ts';
import { limits } from '#lib/decisions/need.ts';
import { criteria, defaultWeights, type CriterionId } from '#lib/decisions/criteria.ts';
import { credentials, weighing as words } from '#lib/vocabulary/messages/credentials.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { pageFilters, type PageFilters } from '../story/view-options.ts';

/** What the evidence about candidates can be filtered by. */
const filterIds = ['sector', 'sex', 'residence', 'wave', 'occupation', 'age', 'isced_level'];

/** Caps on notional hours; the first is that of every candidate. */
export const hourCaps = [limits.hours, 320, 240, 160, 80];
export const providerChoices = ['any', 'within-reach'] as const;
export const powerChoices = ['any', 'not-needed'] as const;
const aggregations = ['linear', 'geometric'] as const satisfies readonly Aggregation[];
const weightStep = 5;

/** Filters, weights, conditions and the kind of index: all of them stand in the address. */
export function credentialsPageFilters(catalogue: Catalogue): PageFilters {
	const weights = criteria.map(({ id }) => [
		id,
		weightValues(defaultWeights[id]).map((value) => ({ value, label: words.percent(value) }))
	]);
	return pageFilters(catalogue, filterIds, {
		all: { sector: credentials.targets },
		periurban: false,
		choices: {
			...Object.fromEntries(weights),
			aggregate: aggregations.map((value) => ({ value, label: words.indices[value] })),
			hours: hourCaps.map((cap) => ({ value: `${cap}`, label: words.hoursOption(`${cap}`) })),
			provider: providerChoices.map((value) => ({ value, label: words.provider[value] })),
			power: powerChoices.map((value) => ({ value, label: words.power[value] }))
		}
	});
}

/** 0 to 100 in steps, the default first. */
function weightValues(first: number): string[] {
	const all = Array.from({ length: 100 / weightStep + 1 }, (_, i) => i * weightStep);
	return [first, ...all.filter((value) => value !== first)].map(String);
}

/** What makes a course deliverable; a candidate that fails one is left out, never ranked down. */
export interface Conditions {
	readonly hours: number;
	readonly provider: boolean;
	readonly power: boolean;
}

/** The weights, the index and the conditions of a View. */
export interface Settings {
	readonly weights: Readonly<Record<CriterionId, number>>;
	readonly aggregation: Aggregation;
	readonly conditions: Conditions;
}

export function settingsOf({ choices }: View): Settings {
	const weight = (id: CriterionId) => Number(choices[id] ?? defaultWeights[id]);
	return {
		weights: {
			...{ need: weight('need'), scarcity: weight('scarcity') },
			...{ reach: weight('reach'), equity: weight('equity') }
		},
		aggregation: choices.aggregate === 'geometric' ? 'geometric' : 'linear',
		conditions: {
			hours: Number(choices.hours ?? limits.hours),
			provider: choices.provider === 'within-reach',
			power: choices.power === 'not-needed'
		}
	};
}
