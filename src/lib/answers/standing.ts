import { atLevel } from '#lib/survey/at-level.ts';
import { combineLinearised, inferLinearised } from '#lib/survey/linearised.ts';
import { rankLinearised, type RankRange } from '#lib/survey/rank.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { ask, askedOf, gather, type AskContext } from './ask.ts';
import { graded } from './grades.ts';
import { withInterval } from './intervals.ts';
import { linearisedOf } from './statistics.ts';

/** What may be said about the order of the keys of a Question. */
export interface Standing {
	/** The keys that can't be told apart from the highest, by value; unreliable ones left out. */
	readonly top: readonly (readonly string[])[];
	readonly ranks: readonly RankRange[];
	/** How many keys were ranked. */
	readonly ranked: number;
}

/**
 * Who stands highest and which ranks each key may have, unreliable keys left out; each key is compared with
 * the k − 1 others at level 1 − 0.05/(k − 1), covariance included.
 * @param only keys to rank; without it all of them
 */
export async function standing(
	question: Question,
	context: AskContext,
	only?: readonly string[]
): Promise<Standing> {
	const planned = await gather(question, context);
	if ('code' in planned) return { top: [], ranks: [], ranked: 0 };
	const { thresholds } = context.catalogue;
	const out = context.withhold ? await withheldKeys(question, context) : [];
	const asked = askedOf(planned, thresholds);
	const { plan, options } = asked;
	const reliable = ((await linearisedOf(asked, plan.by)) ?? []).filter((one) => {
		const { quality } = graded(withInterval(asked, one), plan, thresholds);
		const shown = quality === 'ok' || quality === 'low-n' || quality === 'imprecise';
		const key = one.key.join();
		return shown && (only === undefined || only.includes(key)) && !out.includes(key);
	});
	const { top, ranks } = rankLinearised(reliable, options);
	return { top, ranks, ranked: ranks.length };
}

/** Keys that do not leave the device. */
async function withheldKeys(question: Question, context: AskContext): Promise<string[]> {
	const { estimates } = await ask(question, context);
	return estimates.filter(({ quality }) => quality === 'suppressed').map(({ key }) => key.join());
}

/** Whether the first group is above or below the second, or they can't be told apart. */
export type Comparison = 'above' | 'below' | 'unclear' | 'unknown';

/**
 * What may be said of a difference.
 * @param comparisons how many are made in one breath; each is made at level 1 − 0.05/comparisons
 */
export function compare(difference: Estimate | undefined, comparisons = 1): Comparison {
	if (!difference || !isSayable(difference)) return 'unknown';
	const { low, high } = atLevel(difference, 1 - 0.05 / comparisons);
	if (low === null || high === null) return 'unknown';
	if (low > 0) return 'above';
	return high < 0 ? 'below' : 'unclear';
}

/** Whether a sentence may rest on the estimate. */
export function isSayable({ quality, value }: Estimate): boolean {
	return value !== null && (quality === 'ok' || quality === 'low-n' || quality === 'imprecise');
}

/** The keys of an Answer with differences that are clearly above or below 0 when all are looked at together. */
export function clearDifferences({ estimates }: Answer): { above: string[]; below: string[] } {
	const sayable = estimates.filter(isSayable);
	const keysThat = (comparison: Comparison): string[] =>
		sayable
			.filter((one) => compare(one, sayable.length) === comparison)
			.map(({ key }) => key.join());
	return { above: keysThat('above'), below: keysThat('below') };
}

/**
 * A domain beside a wider one that holds it, such as a sector beside all sectors: their difference with the
 * covariance of the two, which share clusters.
 * @param wider what the wider domain is restricted to
 */
export async function compareToWider(
	question: Question,
	wider: Question['where'],
	context: AskContext
): Promise<Comparison> {
	const planned = await gather(
		{ ...question, by: Object.keys(question.where), where: wider },
		context
	);
	if ('code' in planned) return 'unknown';
	const { thresholds } = context.catalogue;
	const asked = askedOf(planned, thresholds);
	const [own] = (await linearisedOf({ ...asked, where: question.where }, [])) ?? [];
	const [all] = (await linearisedOf({ ...asked, where: wider }, [])) ?? [];
	if (!own || !all) return 'unknown';
	const { quality } = graded(withInterval(asked, own), asked.plan, thresholds);
	const apart = combineLinearised([
		{ coefficient: 1, of: own },
		{ coefficient: -1, of: all }
	]);
	const raw = inferLinearised(apart, { ...asked.options, interval: 't' }, 'design');
	return compare({ ...raw, quality });
}
