import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { decompose, type Effect } from '#lib/survey/decompose.ts';
import { noValue } from '#lib/survey/inference.ts';
import { inferLinearised, linearisedTally } from '#lib/survey/linearised.ts';
import { tally, type Tally } from '#lib/survey/tally.ts';
import { gradeDifference } from '#lib/disclosure/grade.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { gradeRules } from './grades.ts';
import { withInterval } from './intervals.ts';
import type { Asked } from './asked.ts';

const separator = '\u001f';

/**
 * The parts of a difference between two groups (Kitagawa), for each key of the Question: `difference`, `rate`
 * and `composition`, then the last two by category, `rate:5`, which are no more reliable than the category is in
 * either group. Respondents without a category are left out.
 */
export function decomposition(asked: Asked, thresholds: Thresholds): Estimate[] {
	const { plan, cells, where } = asked;
	const { by, decompose: wanted } = plan.question;
	if (!wanted) return [];
	const depth = by.length;
	const tallies = tally(cells, [...by, wanted.dimension, wanted.over], where);
	const keys = new Map(
		tallies.map(({ key }) => [key.slice(0, depth).join(separator), key.slice(0, depth)])
	);
	if (depth === 0 && keys.size === 0) keys.set('', []);
	return [...keys.values()].flatMap((key) => {
		const own = tallies
			.filter((one) => key.every((code, i) => one.key[i] === code))
			.map((one) => ({ ...one, key: one.key.slice(depth) }));
		return effectsOf({ asked, thresholds, key }, own, wanted.minus);
	});
}

interface Context {
	readonly asked: Asked;
	readonly thresholds: Thresholds;
	readonly key: readonly string[];
}

function effectsOf(
	{ asked, thresholds, key }: Context,
	tallies: readonly Tally[],
	groups: readonly [string, string]
): Estimate[] {
	const { plan, options } = asked;
	const sum = (of: (one: Tally) => number) =>
		tallies
			.filter((one) => groups.includes(one.key[0] ?? ''))
			.reduce((all, one) => all + of(one), 0);
	const counts = {
		...{ key, n: sum(({ n }) => n), missing: sum(({ missing }) => missing) },
		sumWeights: sum(({ sumWeights }) => sumWeights)
	};
	const { effects, reason } = decompose(tallies, groups);
	if (reason) {
		const none = { ...counts, clusters: 0, df: 0, part: 'difference' };
		return [{ ...noValue(none, reason), quality: 'not-applicable' }];
	}
	const rules = gradeRules(thresholds);
	const partsOf = (own: readonly Tally[]) =>
		groups.map((group) => withInterval(asked, { ...groupWhole(own, group), key: [...key, group] }));
	const wholes = partsOf(tallies);
	const kind = plan.indicator.measure === 'share' ? 'share-difference' : 'other-difference';
	return effects.map(({ part, category, value, scores }) => {
		const raw = inferLinearised(
			{
				...counts,
				...{ part: nameOf(part, category), value, scores },
				...{ simple: 'no-yardstick', scale: Math.abs(value) }
			},
			{ ...options, interval: 't' },
			'design'
		);
		const behind =
			category === null ? wholes : partsOf(tallies.filter((one) => one.key[1] === category));
		return { ...raw, quality: gradeDifference(raw, behind, { rules, graded: kind }) };
	});
}

function nameOf(part: Effect['part'], category: string | null): string {
	return category === null ? part : `${part}:${category}`;
}

/** A group over the categories of the tallies, for its counts. */
function groupWhole(tallies: readonly Tally[], group: string) {
	const own = tallies
		.filter(({ key }) => key[0] === group)
		.map((one) => linearisedTally(one, 'mean'));
	const [first] = own;
	if (!first) throw new RangeError(`No tally of ${group}`);
	const clusters = new Map<number, { stratum: number; n: number }>();
	for (const { scores } of own) {
		scores.cluster.forEach((cluster, i) => {
			const before = clusters.get(cluster)?.n ?? 0;
			clusters.set(cluster, { stratum: scores.stratum[i] ?? 0, n: before + (scores.n[i] ?? 0) });
		});
	}
	const sorted = [...clusters].sort(([a, one], [b, other]) => one.stratum - other.stratum || a - b);
	return {
		...first,
		n: own.reduce((all, { n }) => all + n, 0),
		scores: {
			stratum: sorted.map(([, { stratum }]) => stratum),
			cluster: sorted.map(([cluster]) => cluster),
			n: sorted.map(([, { n }]) => n),
			score: sorted.map(() => 0)
		}
	};
}
