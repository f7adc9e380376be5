import { portfolio as words } from '#lib/vocabulary/messages/portfolio.ts';
import { numberOf, type Field, type Fields, type Goal } from './fields.ts';

/** All numbers that a plan is made from. */
export interface Settings {
	readonly budget: number;
	readonly seats: number;
	readonly years: number;
	/** Least shares of all learners, 0 to 1. */
	readonly women: number;
	readonly rural: number;
	readonly goal: Goal;
	readonly assumptions: Assumptions;
}

export interface Assumptions {
	/** In money, by id of the cost item. */
	readonly amounts: Readonly<Record<string, number>>;
	/** Shares of the notional hours, 0 to 1; what is left is at the workplace or one's own. */
	readonly contact: number;
	readonly practical: number;
	readonly assessed: number;
	/** Hours on site in a week of a block. */
	readonly weekly: number;
	/** Learners of a cohort. */
	readonly least: number;
	readonly most: number;
}

/** What is wrong with a field, in a sentence, by id. */
export type Wrong = Readonly<Record<string, string>>;

/** Texts of the fields by id; a field that is not there holds what it holds at first. */
export type Texts = Readonly<Record<string, string>>;

/** The numbers in the fields, or what is wrong with them: nothing is mended in silence. */
export function readSettings(
	{ limits, assumptions }: Fields,
	texts: Texts,
	goal: Goal
): Settings | { readonly wrong: Wrong } {
	const values = new Map<string, number>();
	const wrong: Record<string, string> = {};
	for (const field of [...limits, ...assumptions]) {
		const value = numberOf(field, texts[field.id] ?? field.text);
		if (value === undefined) wrong[field.id] = howToWrite(field);
		else values.set(field.id, value);
	}
	const at = (id: string): number => values.get(id) ?? 0;
	if (at('least') > at('most') && !wrong.least && !wrong.most) wrong.most = words.mostBelowLeast;
	if (at('contact') + at('practical') + at('assessed') > 1 + 1e-9)
		wrong.practical ??= words.sharesOverAll;
	if (Object.keys(wrong).length > 0) return { wrong };
	const costs = [...values].filter(([id]) => id.startsWith('cost-'));
	return {
		...{ budget: at('budget'), seats: at('seats'), years: at('years') },
		...{ women: at('women'), rural: at('rural'), goal },
		assumptions: {
			amounts: Object.fromEntries(costs.map(([id, value]) => [id.slice('cost-'.length), value])),
			...{ contact: at('contact'), practical: at('practical'), assessed: at('assessed') },
			...{ weekly: at('weekly'), least: at('least'), most: at('most') }
		}
	};
}

function howToWrite({ label, kind, least, most, text }: Field): string {
	if (kind === 'percent') return words.writePercent(label, text);
	if (kind === 'count') return words.writeCount(label, `${least}`, text);
	const range =
		most < 1e6 ? words.amountBetween(`${least}`, `${most}`) : words.amountFrom(`${least}`);
	return words.writeAmount(label, range, text);
}

/** Whether anything that is assumed was changed. */
export function isChanged({ assumptions }: Fields, texts: Texts): boolean {
	return assumptions.some((field) => {
		const text = texts[field.id];
		return text !== undefined && numberOf(field, text) !== numberOf(field, field.text);
	});
}
