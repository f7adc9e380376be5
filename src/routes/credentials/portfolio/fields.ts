import type { CostAssumptions } from '#lib/contracts/planning.ts';
import { portfolio as words } from '#lib/vocabulary/messages/portfolio.ts';

/** `percent` is typed as 40 and means 0.4; `count` is a whole number. */
export type FieldKind = 'money' | 'count' | 'percent' | 'amount';

/** A number that a person may change. */
export interface Field {
	readonly id: string;
	readonly label: string;
	/** Of what it is: `a cohort`; empty where the label says it. */
	readonly unit: string;
	readonly kind: FieldKind;
	readonly least: number;
	readonly most: number;
	/** What stands in it until it is changed. */
	readonly text: string;
}

export interface Fields {
	/** What the plan has to keep to. */
	readonly limits: readonly Field[];
	/** What it is assumed to cost and take. */
	readonly assumptions: readonly Field[];
}

/** What is most of, the first by default: levels of the shortfall made up, or people trained. */
export const goals = ['levels', 'people'] as const;
export type Goal = (typeof goals)[number];

const ranges: Readonly<Record<FieldKind, readonly [number, number]>> = {
	money: [0, 1e12],
	count: [0, 1e6],
	percent: [0, 1],
	amount: [0, 1e3]
};

/** Shares of the notional hours that a draft of a course starts from, 0 to 1. */
export interface HourShares {
	readonly contact: number;
	readonly practical: number;
	readonly assessment: number;
}

/** The fields of the page with the numbers that are assumed at first. */
export function fieldsOf(costs: CostAssumptions, hours: HourShares): Fields {
	const { items, learnersInACohort: cohort } = costs;
	const { contact, practical, assessment } = hours;
	const own = (
		id: keyof typeof words.fields,
		kind: FieldKind,
		{ value, from }: { value: number; from?: number }
	) => field({ id, label: words.fields[id], unit: '', kind }, value, from);
	return {
		limits: [
			field(
				{ id: 'budget', label: words.budget(costs.currency), unit: '', kind: 'money' },
				costs.budget
			),
			own('seats', 'count', { value: costs.seats }),
			own('years', 'count', { value: costs.years, from: 1 }),
			own('women', 'percent', { value: costs.womenAtLeast }),
			own('rural', 'percent', { value: costs.ruralAtLeast })
		],
		assumptions: [
			...items.map(({ id, label, unit, amount }) =>
				field(
					{ id: `cost-${id}`, label, unit: words.unit(costs.currency, unit), kind: 'money' },
					amount
				)
			),
			own('contact', 'percent', { value: contact }),
			own('practical', 'percent', { value: practical }),
			own('assessed', 'percent', { value: assessment }),
			own('weekly', 'amount', { value: costs.contactHoursAWeek, from: 1 }),
			own('least', 'count', { value: cohort.least, from: 1 }),
			own('most', 'count', { value: cohort.most, from: 1 })
		]
	};
}

function field(
	said: Pick<Field, 'id' | 'label' | 'unit' | 'kind'>,
	value: number,
	from?: number
): Field {
	const [least, most] = ranges[said.kind];
	return { ...said, least: from ?? least, most, text: printed(value, said.kind) };
}

function printed(value: number, kind: FieldKind): string {
	if (kind === 'percent') return `${Math.round(value * 1e4) / 100}%`;
	return `${value}`.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** The number in a text such as `5,000,000`, `M 5 000`, `40%`; undefined where it is none, or beyond the field. */
export function numberOf({ kind, least, most }: Field, text: string): number | undefined {
	const bare = text.trim().replace(/^\p{L}{1,3}(?=[\s\d])\s*/u, '');
	// A mark stands between groups of three: `7,5` may mean seven and a half, and is asked for again.
	const matched = /^((?:\d{1,3}(?:[,'\s]\d{3})+|\d+)(?:\.\d+)?)\s*(%?)$/.exec(bare);
	if (!matched || (matched[2] === '%' && kind !== 'percent')) return undefined;
	const typed = Number((matched[1] ?? '').replace(/[,'\s]/g, ''));
	const value = kind === 'percent' ? typed / 100 : typed;
	if (kind === 'count' && !Number.isInteger(value)) return undefined;
	return value >= least && value <= most ? value : undefined;
}
