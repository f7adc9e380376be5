import { describe, expect, test } from 'vitest';
import { difference } from '#lib/survey/contrast.ts';
import { estimate } from '#lib/survey/estimate.ts';
import { tally } from '#lib/survey/tally.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { tinyBook, tinyCells, type TinyRespondent } from '#tests/support/tiny-book.ts';
import { tinyCatalogue as catalogue } from '#tests/support/tiny-catalogue.ts';
import type { AskContext } from './ask.ts';
import { clearDifferences, compare, compareToWider, isSayable, standing } from './standing.ts';

const lists = { sector: ['A', 'B'], skill: ['K1', 'K2', 'K3', 'K4'] };

function context(respondents: readonly TinyRespondent[]): AskContext {
	const cells = tinyCells(respondents, lists);
	return { catalogue, book: tinyBook([]), engine: () => Promise.resolve(cells) };
}

const apart = (value: number, se: number, said: Partial<Estimate> = {}): Estimate => ({
	...{ key: [], n: 80, missing: 0, clusters: 21, sumWeights: 80, df: 20, deff: 1, quality: 'ok' },
	...{ value, se, low: value - 2.086 * se, high: value + 2.086 * se },
	...said
});

describe('comparing two groups', () => {
	test.each([
		[0.1, 'above'],
		[-0.1, 'below'],
		[0.03, 'unclear'],
		[0, 'unclear']
	])('a difference of %d with a standard error of 0.02 is %s', (value, comparison) => {
		expect(compare(apart(value, 0.02))).toBe(comparison);
	});

	test('many at once are each compared at a corrected level', () => {
		// t is 2.5: beyond 2.09, the quantile at 95% of 20 degrees of freedom, not beyond 3.15, that of 10 at once.
		const close = apart(0.05, 0.02);
		expect(compare(close)).toBe('above');
		expect(compare(close, 10)).toBe('unclear');
		expect(compare(apart(0.07, 0.02), 10)).toBe('above');
	});

	test.each([
		['too few answers', { quality: 'unreliable' }],
		['a withheld figure', { quality: 'suppressed' }],
		['nobody on a side', { value: null, se: null, low: null, high: null }],
		['no standard error', { se: null, low: null, high: null, reason: 'no-variance' }],
		['no degrees of freedom', { df: 0 }]
	] as const)('nothing is said on %s', (_, said) => {
		expect(compare(apart(0.5, 0.02, said))).toBe('unknown');
	});

	test('nothing is said without an estimate', () => {
		expect(compare(undefined)).toBe('unknown');
	});

	test('only figures that may be shown carry a sentence', () => {
		const sayable = (['ok', 'low-n', 'imprecise', 'unreliable', 'suppressed'] as const).filter(
			(quality) => isSayable(apart(0.5, 0.1, { quality }))
		);
		expect(sayable).toEqual(['ok', 'low-n', 'imprecise']);
	});

	test('the corrected level counts the differences that can be looked at, no others', () => {
		const close = apart(0.05, 0.02, { key: ['close'] });
		const few = Array.from({ length: 9 }, () => apart(0.9, 0.02, { quality: 'unreliable' }));
		const many = Array.from({ length: 9 }, () => apart(0, 0.02));
		const answer = (...estimates: readonly Estimate[]) => ({
			question: { source: 'audit', indicator: 'gap', by: ['skill'], where: {} },
			estimates
		});
		expect(clearDifferences(answer(close, ...few))).toEqual({ above: ['close'], below: [] });
		expect(clearDifferences(answer(close, ...many))).toEqual({ above: [], below: [] });
		expect(clearDifferences(answer(apart(-0.9, 0.02, { key: ['far'] }))).below).toEqual(['far']);
	});
});

describe('a sector beside all sectors', () => {
	/** Both sectors in each of 12 clusters; clusters differ far more than sectors do. */
	const shared = Array.from({ length: 12 }, (_, cluster) =>
		['A', 'B'].flatMap((sector) =>
			Array.from({ length: 30 }, (_, i) => ({
				...{ cluster, codes: { sector, skill: 'K1' }, w: 3 },
				y: i < 2 * cluster + (sector === 'A' ? 6 + (cluster % 3) : 2 + (cluster % 2)) ? 1 : 0
			}))
		)
	).flat();
	const question = { source: 'audit', indicator: 'incidence', by: [], where: { sector: ['A'] } };

	test('is compared with the covariance of the clusters that both are in', async () => {
		const cells = tinyCells(shared, lists);
		const [own] = tally(cells, [], { sector: ['A'] });
		const [all] = tally(cells, [], {});
		if (!own || !all) throw new Error('No tally');
		const { strata } = cells;
		const options = { kind: 'mean', interval: 't', level: 0.95, lonely: 'fail', strata } as const;
		const together = difference(own, all, options);
		const [a, b] = [own, all].map((one) => estimate(one, options).se ?? 0) as [number, number];
		// Independent errors would hide the difference, which is what the test is about.
		expect((together.value ?? 0) / Math.hypot(a, b)).toBeLessThan(1);
		expect(await compareToWider(question, {}, context(shared))).toBe('above');
		expect(
			await compareToWider({ ...question, where: { sector: ['B'] } }, {}, context(shared))
		).toBe('below');
	});

	test('is not compared where it has too few answers or nobody answers', async () => {
		const few = shared.filter(({ codes }, i) => codes.sector === 'B' || i % 40 === 0);
		expect(few.filter(({ codes }) => codes.sector === 'A').length).toBeLessThan(25);
		expect(await compareToWider(question, {}, context(few))).toBe('unknown');
		const none = shared.filter(({ codes }) => codes.sector === 'B');
		expect(await compareToWider(question, {}, context(none))).toBe('unknown');
	});

	test('is not compared when nothing can answer', async () => {
		expect(await compareToWider(question, {}, { catalogue, book: tinyBook([]) })).toBe('unknown');
	});
});

describe('who stands highest', () => {
	/** Shares below of 0.9, 0.85, 0.2 and, of a handful of people, 1. */
	const people = Object.entries({ K1: 0.9, K2: 0.85, K3: 0.2, K4: 1 }).flatMap(
		([skill, share], k) =>
			Array.from({ length: skill === 'K4' ? 8 : 100 }, (_, i) => ({
				...{ cluster: i % 8, codes: { skill, sector: 'A' }, w: 2 },
				y: (i * (37 + 16 * k)) % 101 < share * 100 ? 1 : 0
			}))
	);
	const question = { source: 'audit', indicator: 'incidence', by: ['skill'], where: {} };

	test('names all that can’t be told apart from the highest, and no unreliable one', async () => {
		const { top, ranks, ranked } = await standing(question, context(people));
		expect(top).toEqual([['K1'], ['K2']]);
		expect(ranked).toBe(3);
		expect(ranks).toEqual([
			{ key: ['K1'], best: 1, worst: 2 },
			{ key: ['K2'], best: 1, worst: 2 },
			{ key: ['K3'], best: 3, worst: 3 }
		]);
	});

	test('ranks only the keys asked for', async () => {
		const { top, ranked } = await standing(question, context(people), ['K3', 'K4']);
		expect([top, ranked]).toEqual([[['K3']], 1]);
	});

	test('is nobody when nothing can answer', async () => {
		const none = { top: [], ranks: [], ranked: 0 };
		expect(await standing(question, { catalogue, book: tinyBook([]) })).toEqual(none);
		expect(await standing(question, context([]))).toEqual(none);
	});
});
