import type { CostAssumptions } from '#lib/contracts/planning.ts';
import type { Brief } from '#lib/decisions/brief-record.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';
import { formatMoney } from '#lib/vocabulary/numbers.ts';

/** Of the cost of a place three figures are kept: the assumptions support no more. */
const figures = 3;

/**
 * What a learner's place costs by the assumptions of data/costs.json, in a cohort of the middle size: the share of
 * developing the course, of opening a cohort and of teaching it, with workshop hours and assessment of one's own.
 */
export function costOf(
	{ contact, practical }: Brief['volume'],
	{ items, currency, years, learnersInACohort: { least, most } }: CostAssumptions
): Pick<Brief['cost'], 'perLearner' | 'currency' | 'basis'> {
	const amount = (id: string): number => items.find((item) => item.id === id)?.amount ?? 0;
	const money = (value: number): string => formatMoney(value, currency);
	const learners = Math.round((least + most) / 2);
	const shared = amount('development') / years + amount('cohort') + contact * amount('contact');
	const own = practical * amount('practical') + amount('assessment');
	return {
		perLearner: Number((shared / learners + own).toPrecision(figures)),
		currency,
		basis: words.cost({
			...{ learners, years },
			development: money(amount('development')),
			cohort: money(amount('cohort')),
			contact: money(amount('contact')),
			practical: money(amount('practical')),
			assessment: money(amount('assessment')),
			block: money(amount('transport') + amount('lodging'))
		})
	};
}
