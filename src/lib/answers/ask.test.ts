import { describe, expect, test } from 'vitest';
import type { Question } from '#lib/vocabulary/question.ts';
import { tinyBook, tinyCells, type TinyRespondent } from '#tests/support/tiny-book.ts';
import { tinyCatalogue as catalogue } from '#tests/support/tiny-catalogue.ts';
import { ask, type AskContext } from './ask.ts';
import { gradeRules } from './grades.ts';

const lists = { sex: ['F', 'M'], skill: ['K1', 'K2'] };

/** A context in which DuckDB has these cells. */
function context(respondents: readonly TinyRespondent[]): AskContext {
	const cells = tinyCells(respondents, lists);
	return { catalogue, book: tinyBook([]), engine: () => Promise.resolve(cells) };
}

const question: Question = { source: 'audit', indicator: 'incidence', by: [], where: {} };

/** `each` people of one sex in each of `clusters` clusters, every third short. */
const people = (sex: string, clusters: number, each = 6): TinyRespondent[] =>
	Array.from({ length: clusters * each }, (_, i) => ({
		cluster: i % clusters,
		codes: { sex, skill: 'K1' },
		y: i % 3 === 0 ? 1 : 0,
		w: 2
	}));

describe('an answer', () => {
	test('is a problem when a table does not have a dimension', async () => {
		const asked = { ...question, indicator: 'gap-density', by: ['sex'] };
		const answer = await ask(asked, context([]));
		expect(answer.problem?.code).toBe('not-available-by');
		expect(answer.estimates).toEqual([]);
		expect(answer.provenance).toBeUndefined();
	});

	test('is a problem that DuckDB can solve when no table holds it', async () => {
		const answer = await ask(question, { catalogue, book: tinyBook([]) });
		expect(answer.problem?.code).toBe('needs-engine');
		expect((await ask(question, context(people('F', 5)))).problem).toBeUndefined();
	});

	test('fails loudly when DuckDB or the network fails', async () => {
		const engine = () => Promise.reject(new Error('out of memory'));
		await expect(ask(question, { catalogue, book: tinyBook([]), engine })).rejects.toThrow(
			'out of memory'
		);
	});

	test('says how it was made', async () => {
		const { provenance } = await ask(question, context(people('F', 5)));
		expect(provenance).toEqual({
			...{ estimator: 'mean', interval: 'xlogit', level: 0.95, madeBy: 'DuckDB' },
			...{ versions: { edition: '1' }, synthetic: true }
		});
		const difference = { dimension: 'sex', minus: ['F', 'M'] as const };
		const apart = await ask({ ...question, difference }, context(people('F', 5)));
		expect(apart.provenance).toMatchObject({ estimator: 'difference', interval: 't' });
	});

	test('is of nobody when nobody is left', async () => {
		const { estimates } = await ask(question, context([]));
		expect(estimates).toEqual([
			expect.objectContaining({ n: 0, value: null, quality: 'not-applicable', reason: 'empty' })
		]);
		expect((await ask({ ...question, by: ['sex'] }, context([]))).estimates).toEqual([]);
	});
});

describe('a difference', () => {
	const difference = { dimension: 'sex', minus: ['F', 'M'] as const };

	test('with a side that nobody is on is null, with the reason', async () => {
		for (const sex of ['F', 'M']) {
			const { estimates } = await ask({ ...question, difference }, context(people(sex, 5)));
			expect(estimates).toHaveLength(1);
			expect(estimates[0]).toMatchObject({
				...{ value: null, se: null, low: null, high: null, deff: null },
				...{ quality: 'not-applicable', reason: 'empty' }
			});
		}
	});

	test('has a key for every group with somebody on either side', async () => {
		const other = people('M', 5).map((one) => ({ ...one, codes: { sex: 'M', skill: 'K2' } }));
		const asked = { ...question, by: ['skill'], difference };
		const { estimates } = await ask(
			asked,
			context([...people('F', 5), ...people('M', 5), ...other])
		);
		expect(estimates.map(({ key, value }) => [...key, value])).toEqual([
			['K1', 0],
			['K2', null]
		]);
	});

	test('is the first minus the second, and turns its sign with the order', async () => {
		const short = people('F', 5).map((one, i) => ({ ...one, y: i === 7 ? 0 : 1 }));
		const both = context([...short, ...people('M', 5)]);
		const [women] = (await ask({ ...question, difference }, both)).estimates;
		const turned = { dimension: 'sex', minus: ['M', 'F'] as const };
		const [men] = (await ask({ ...question, difference: turned }, both)).estimates;
		expect(women?.low).not.toBeNull();
		expect(women?.value).toBeCloseTo(29 / 30 - 1 / 3, 12);
		expect(men?.value).toBeCloseTo(1 / 3 - 29 / 30, 12);
		expect([men?.low, men?.high]).toEqual([
			expect.closeTo(-(women?.high ?? 0), 12),
			expect.closeTo(-(women?.low ?? 0), 12)
		]);
	});

	test('is as unreliable as its smaller side', async () => {
		const { minN, minClusters } = gradeRules(catalogue.thresholds);
		const many = people('F', 8, 20);
		const quality = async (men: readonly TinyRespondent[]) =>
			(await ask({ ...question, difference }, context([...many, ...men]))).estimates[0]?.quality;
		expect(await quality(people('M', 5, minN).slice(0, minN - 1))).toBe('unreliable');
		expect(await quality(people('M', minClusters - 1, minN))).toBe('unreliable');
		expect(await quality(people('M', 8, 20))).not.toBe('unreliable');
	});
});
