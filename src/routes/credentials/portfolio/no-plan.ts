import type { Absence } from '#lib/charts/figure-model.ts';
import type { NoPlan } from '#lib/decisions/portfolio-plan.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
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
			: said(words.noneTitle, words.none(howToLoosen(result)));
	}
	if (result.code === 'no-candidates') return said(words.noOffersTitle, words.noOffers);
	if (result.code === 'no-plan-found') return said(words.notFoundTitle, words.notFound);
	return said(words.noneTitle, words.badNumber);
}

function howToLoosen({ loosen }: NoPlan): string {
	const singles = loosen.filter(({ length }) => length === 1);
	const named = singles.flatMap(([id]) => (id ? [words.conditions[id]] : []));
	if (named.length === 1) return words.loosenOne(named.join());
	if (named.length > 1) return words.loosenEither(joinWords(named, 'or'));
	const pairs = loosen.flatMap(([a, b]) =>
		a && b ? [words.pair(words.conditions[a], words.conditions[b])] : []
	);
	return pairs.length > 0 ? words.loosenPairs(joinWords(pairs, 'or')) : words.loosenNothing;
}
