import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tinySkill } from '#tests/support/tiny-catalogue.ts';
import { eligibility, limits, stepOf, weightedMedian, type LevelWeights } from './need.ts';

const weighted = (...pairs: readonly (readonly [value: number, weight: number])[]) =>
	pairs.map(([value, weight]) => ({ value, weight }));

describe('the weighted median', () => {
	test.each([
		[weighted([3, 1]), 3],
		[weighted([1, 1], [2, 1], [3, 1]), 2],
		[weighted([5, 1], [1, 3]), 1],
		[weighted([1, 2], [4, 2]), 1],
		[weighted([4, 2], [1, 2]), 1],
		[weighted([1, 1], [4, 1.0001]), 4],
		[weighted([1, 0], [4, 1]), 4],
		[weighted([1, 0.1], [2, 0.2], [3, 0.3]), 2]
	])('of %j is %d', (values, median) => {
		expect(weightedMedian(values)).toBe(median);
	});

	test('is 0 without weight', () => {
		expect(weightedMedian([])).toBe(0);
		expect(weightedMedian(weighted([3, 0], [4, -1]))).toBe(0);
	});

	test('has at least half of the weight on either side, in whatever order people come', () => {
		const pairs = fc.array(
			fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 9 })),
			{
				minLength: 1
			}
		);
		fc.assert(
			fc.property(pairs, (drawn) => {
				const values = weighted(...drawn);
				const median = weightedMedian(values);
				const sum = (of: (value: number) => boolean) =>
					values.filter(({ value }) => of(value)).reduce((all, { weight }) => all + weight, 0);
				const half = sum(() => true) / 2;
				expect(sum((value) => value <= median)).toBeGreaterThanOrEqual(half);
				expect(sum((value) => value >= median)).toBeGreaterThanOrEqual(half);
				expect(weightedMedian(values.toReversed())).toBe(median);
			})
		);
	});
});

const short = (required: number, attained: number, weight = 1): LevelWeights => ({
	...{ required, attained, weight }
});

describe('the step of a skill', () => {
	test('leads from the typical level attained to the typical level required', () => {
		const people = [short(4, 2, 5), short(5, 1, 1), short(3, 2, 1)];
		expect(stepOf(people, tinySkill('K', { hoursPerLevel: 30 }))).toEqual({
			...{ from: 2, to: 4, short: 2, hours: 60, credits: 6 }
		});
	});

	test('is never flat: medians of different people may meet', () => {
		const people = [short(3, 1, 3), short(4, 3, 2), short(5, 3, 2)];
		const { from, to } = stepOf(people, tinySkill('K'));
		expect([from, to]).toEqual([3, 4]);
	});

	test('ten hours are a credit, and every level costs the hours of its skill', () => {
		const level = fc.integer({ min: 1, max: 5 });
		const person = fc.tuple(level, level, fc.integer({ min: 1, max: 9 }));
		const people = fc
			.array(person, { minLength: 1 })
			.map((list) => list.filter(([required, attained]) => required > attained))
			.filter((list) => list.length > 0);
		fc.assert(
			fc.property(people, fc.integer({ min: 1, max: 200 }), (list, hoursPerLevel) => {
				const step = stepOf(
					list.map((one) => short(...one)),
					tinySkill('K', { hoursPerLevel })
				);
				expect(step.from).toBeLessThan(step.to);
				expect(step.to).toBeLessThanOrEqual(5);
				expect(step.hours).toBe((step.to - step.from) * hoursPerLevel);
				expect(step.credits * 10).toBeCloseTo(step.hours, 9);
			})
		);
	});
});

describe('a skill is put forward', () => {
	const step = { from: 2, to: 4, short: limits.levels, hours: limits.hours, credits: 40 };
	const skill = tinySkill('K', { maxWeeks: limits.weeks });

	test('at the limits of levels, hours and weeks', () => {
		expect(limits).toEqual({ levels: 2, hours: 400, weeks: 104 });
		expect(eligibility(true, step, skill)).toBe('eligible');
	});

	test.each([
		['no-clear-gap', false, step, skill],
		['more-than-two-levels', true, { ...step, short: 3 }, skill],
		['more-than-400-hours', true, { ...step, hours: 400.5 }, skill],
		['longer-than-two-years', true, step, { ...skill, maxWeeks: 105 }],
		['not-assessable', true, step, { ...skill, assessable: false }]
	] as const)('unless it is %s', (reason, clear, taken, of) => {
		expect(eligibility(clear, taken, of)).toBe(reason);
	});

	test('with the first reason that stands in the way', () => {
		const long = { ...step, short: 3, hours: 900 };
		expect(eligibility(true, long, { ...skill, assessable: false })).toBe('more-than-two-levels');
		expect(eligibility(false, long, skill)).toBe('no-clear-gap');
	});
});
