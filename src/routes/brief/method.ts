import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { bundleSettings } from '#lib/decisions/bundle.ts';
import { drawSettings } from '#lib/decisions/draw-weights.ts';
import { limits } from '#lib/decisions/need.ts';
import { criteria } from '#lib/decisions/criteria.ts';
import { bootstrapSettings } from '#lib/survey/bootstrap.ts';
import { weighing } from '#lib/vocabulary/messages/credentials.ts';
import { policyBriefEnd as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import type { Conditions, Settings } from '../credentials/choices.ts';
import type { Order } from '../credentials/order.ts';
import { sectorInSentence } from '../story/labels.ts';

/** How the figures and the order were made, in one paragraph, settings included. */
export function methodOf(order: Order, settings: Settings, catalogue: Catalogue): string {
	const unknown = order.scarcityUnknown.map((code) => sectorInSentence(catalogue, code));
	const conditions = conditionsOf(settings.conditions);
	return [
		words.estimates,
		words.candidates(bundleSettings.creditCap),
		...(order.priority ? [orderInWords(order, settings)] : []),
		...(unknown.length > 0 ? [words.unused(joinWords(unknown))] : []),
		...(conditions.length > 0 ? [words.conditions(joinWords(conditions))] : [])
	].join(' ');
}

function orderInWords(order: Order, settings: Settings): string {
	return words.order({
		index: weighing.indices[settings.aggregation],
		weights: weightsInWords(order, settings),
		draws: formatCount(drawSettings.draws),
		replicates: formatCount(bootstrapSettings.replicates)
	});
}

/** The weights that count: "need 35, reach 25 and equity 15". */
export function weightsInWords({ used }: Order, { weights }: Settings): string {
	return joinWords(
		criteria
			.filter(({ id }) => used.includes(id))
			.map(({ id }) => words.weight(inSentence(weighing.criteria[id].label), weights[id]))
	);
}

function conditionsOf({ hours, provider, power }: Conditions): string[] {
	const { condition } = words;
	return [
		...(hours < limits.hours ? [condition.hours(formatCount(hours))] : []),
		...(provider ? [condition.provider] : []),
		...(power ? [condition.power] : [])
	];
}
