import type { Absence } from '#lib/charts/figure-model.ts';
import { credentials, weighing } from '#lib/vocabulary/messages/credentials.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { criteria } from '#lib/decisions/criteria.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import type { Settings } from './choices.ts';
import { conditionIds } from './conditions.ts';
import type { Gathered } from './gathered.ts';
import type { Order } from './order.ts';

const words = credentials.absent;

/** Why there is no order, and what to loosen; undefined where there is one. */
export function absenceOfOrder(
	order: Order,
	gathered: Gathered,
	settings: Settings
): Absence | undefined {
	if (order.priority) return undefined;
	const problem = problemOf(gathered);
	if (order.failed.length === 0 && problem) {
		return {
			title: problems.title(problem),
			sentence: problems.sentence(problem),
			engineHelps: problem.code === 'needs-engine'
		};
	}
	const without = (title: string, sentence: string) => ({ title, sentence, engineHelps: false });
	if (order.problem?.code === 'no-weight')
		return without(words.weightsTitle, noWeight(order, settings));
	if (order.problem?.code === 'no-difference')
		return without(words.sameTitle, noDifference(order, settings));
	if (order.failed.length > 0) return without(words.noneTitle, noneMeets(order));
	return gathered.unfit.length > 0
		? without(words.noneTitle, words.few)
		: without(shared.nobodyTitle, words.nobody);
}

function problemOf({ problem, unfit }: Gathered): Problem | undefined {
	return problem ?? unfit.find(({ evidence }) => evidence.problem)?.evidence.problem;
}

/** What has all the weight, and which criteria would tell the candidates apart. */
function noDifference({ used, problem }: Order, { weights }: Settings): string {
	const telling = String(problem?.details.criteria ?? '').split(',');
	const label = (id: (typeof used)[number]) => weighing.criteria[id].label;
	const weighed = used.filter((id) => weights[id] > 0).map(label);
	const others = used.filter((id) => telling.includes(id)).map((id) => inSentence(label(id)));
	return words.same(joinWords(weighed), joinWords(others, shared.or));
}

/** Which weights could be raised, and which have been but do not count. */
function noWeight({ used }: Order, { weights }: Settings): string {
	const name = (id: (typeof used)[number]) => inSentence(weighing.criteria[id].label);
	const idle = criteria.filter(({ id }) => !used.includes(id) && weights[id] > 0);
	return [
		words.weights(joinWords(used.map(name), shared.or)),
		...idle.map(({ id }) => words.weightUnused(weighing.criteria[id].label))
	].join(' ');
}

/** What each condition alone would bring back; where none would, the fewest that do it together. */
function noneMeets({ failed }: Order): string {
	const fewest = Math.min(...failed.map(({ conditions }) => conditions.length));
	const sets = failed.filter(({ conditions }) => conditions.length === fewest);
	const ways = [...new Set(sets.map(({ conditions }) => conditions.join()))].map((key) => {
		const loosened = conditionIds.filter((id) => key.split(',').includes(id));
		const back = failed.filter(({ conditions }) =>
			conditions.every((one) => loosened.includes(one))
		).length;
		const names = loosened.map((id) => weighing.conditionNames[id]);
		return names.length === 1
			? words.loosen(names.join(), back)
			: words.loosenTogether(joinWords(names.map((name) => `“${name}”`)), back);
	});
	return words.conditions(formatCount(failed.length), ways.join(' '));
}
