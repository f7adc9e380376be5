import type { View } from '#lib/vocabulary/view.ts';
import type { Teller } from '../story/story.ts';
import { settingsOf } from './choices.ts';
import type { Supply } from './conditions.ts';
import { courseNumbers, type CourseNumber } from './course-numbers.ts';
import { gatherFor } from './gathered.ts';
import { orderOf } from './order.ts';

/** The numbers of every course in order under a View, by id. */
export async function numbersUnder(
	view: View,
	teller: Teller,
	supply: Supply
): Promise<ReadonlyMap<string, readonly CourseNumber[]>> {
	const { catalogue, context } = teller;
	const settings = settingsOf(view);
	const order = orderOf(await gatherFor(view, teller, supply), settings, { catalogue, supply });
	const source = context.own ? { source: context.own.id } : {};
	const told = { order, settings, view, catalogue, supply, ...source };
	return new Map(order.ranked.map((one) => [one.candidate.id, courseNumbers(one, told)]));
}
