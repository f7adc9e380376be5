import type { Goal } from './fields.ts';
import type { Priced } from '#lib/decisions/solver-messages.ts';
import { plan as words } from '#lib/vocabulary/messages/portfolio-plan.ts';
import { formatCount, formatMoney, formatValue } from '#lib/vocabulary/numbers.ts';
import { stepsOf } from './plan-model.ts';
import type { Planned } from './planned.ts';

/** What each looser limit would bring, a sentence each: the budget first. */
export function worthSentences({ asked, worths = [] }: Planned): string[] {
	return worths.flatMap((priced) => {
		const what = looserWords(priced.id, asked);
		if (what === undefined) return [];
		return [words.would(what, gainWords(priced, asked.settings.goal))];
	});
}

function looserWords(
	id: string,
	{ settings, currency }: Pick<Planned['asked'], 'settings' | 'currency'>
): string | undefined {
	const steps = stepsOf(settings);
	switch (id) {
		case 'budget':
			return words.price.budget(formatMoney(steps.budget, currency));
		case 'women':
		case 'rural':
			return words.price[id](formatValue(Math.max(0, settings[id] - steps.floor), 'share'));
		case 'seats':
			return words.price.seats(formatCount(steps.seats));
		case 'places':
			return words.price.places;
		default:
			return undefined;
	}
}

function gainWords({ worth }: Priced, goal: Goal): string {
	if ('code' in worth) return words.gain.unknown;
	const [least, most] = [Math.round(worth.least), Math.round(worth.most)];
	if (most === 0) return words.gain.none;
	const amount =
		least === most ? formatCount(most) : words.gain.range(formatCount(least), formatCount(most));
	const gained = words.gain[goal](amount);
	return goal === 'people' ? gained : gained + words.gain.seats(formatCount(worth.plan.seats));
}
