import type { Absence } from '#lib/charts/figure-model.ts';
import type { Condition } from '#lib/decisions/portfolio-model.ts';
import type { NoPlan } from '#lib/decisions/portfolio-plan.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import type { Planned } from './planned.ts';

/** Why there is no plan, and which condition to loosen; undefined where there is one. */
export function absenceOfPlan({
	result,
	asked
}: Pick<Planned, 'result' | 'asked'>): Absence | undefined {
	const said = (title: string, sentence: string): Absence => ({
		title,
		sentence,
		engineHelps: false
	});
	if (asked.names.size === 0) return said(words.noTickTitle, words.noTick);
	if (!('code' in result)) {
		if (result.status === 'plan') return undefined;
		return asked.offers.offers.length === 0
			? said(words.noOffersTitle, words.noOffers)
			: said(words.noneTitle, words.none(howToLoosen(result, asked.currency)));
	}
	if (result.code === 'no-candidates') return said(words.noOffersTitle, words.noOffers);
	if (result.code === 'no-plan-found') return said(words.notFoundTitle, words.notFound);
	return said(words.noneTitle, words.badNumber);
}

function howToLoosen({ loosen, reach }: NoPlan, currency: string): string {
	const named = loosen.flatMap(([id, ...others]) =>
		id && others.length === 0 ? [words.conditions[id] + farEnough(id, reach, currency)] : []
	);
	if (named.length === 1) return words.loosenOne(named.join());
	if (named.length > 1) return words.loosenEither(joinWords(named, 'or'));
	const [first] = loosen;
	if (!first) return words.loosenNothing;
	const sets = loosen.map((set) => joinWords(set.map((id) => words.conditions[id])));
	return first.length === 2
		? words.loosenPairs(joinWords(sets, 'or'))
		: words.loosenSeveral(sets.join());
}

/** To what it has to be loosened. */
function farEnough(id: Condition, reach: NoPlan['reach'], currency: string): string {
	const text = enough(id, reach);
	if (text === undefined) return '';
	if (id === 'women' || id === 'rural') return words.most(text);
	return words.least(id === 'budget' ? `${currency} ${text}` : text);
}

/** As it may be typed in: rounded so that it still is enough. */
function enough(id: Condition, reach: NoPlan['reach']): string | undefined {
	if (id !== 'women' && id !== 'rural' && id !== 'budget' && id !== 'seats') return undefined;
	const far = reach[id];
	if (far === undefined) return undefined;
	if (id === 'seats' || id === 'budget') return formatCount(Math.ceil(far));
	return `${Math.floor(far * 1000 + 1e-9) / 10}%`;
}

/** A condition loosened as far as it takes, to be taken over in one step. */
export interface Easing {
	/** Of the field. */
	readonly id: string;
	/** What is to stand in it. */
	readonly text: string;
	readonly label: string;
}

/** Each condition that is enough by itself; none where there is a plan. */
export function easingsOf({ result, asked }: Pick<Planned, 'result' | 'asked'>): Easing[] {
	if ('code' in result || result.status === 'plan') return [];
	return result.loosen.flatMap(([id, ...others]): Easing[] => {
		const text = id && others.length === 0 ? enough(id, result.reach) : undefined;
		if (id === undefined || text === undefined) return [];
		const said = id === 'budget' ? `${asked.currency} ${text}` : text;
		return [{ id, text, label: words.ease(words.conditions[id], said) }];
	});
}
