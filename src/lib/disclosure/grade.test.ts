import { expect, test } from 'vitest';
import { noValue, type RawEstimate } from '#lib/survey/inference.ts';
import { grade, gradeDifference, type GradeRules } from './grade.ts';

const rules: GradeRules = { minN: 25, lowN: 50, minClusters: 3, shareWidth: 0.3, relativeSe: 0.3 };
const good: RawEstimate = {
	key: [],
	n: 400,
	missing: 0,
	clusters: 40,
	sumWeights: 9000,
	value: 0.4,
	se: 0.02,
	low: 0.36,
	high: 0.44,
	df: 35,
	deff: 1.2
};

test('a figure with enough behind it is ok', () => {
	expect(grade(good, rules, 'share')).toBe('ok');
});

test('a figure without a value is not applicable, however few respondents it has', () => {
	expect(grade(noValue({ ...good, n: 0, df: 0 }, 'empty'), rules, 'share')).toBe('not-applicable');
});

test.each([
	[{ n: 24 }, 'unreliable'],
	[{ n: 25 }, 'low-n'],
	[{ n: 49 }, 'low-n'],
	[{ n: 50 }, 'ok'],
	[{ clusters: 2 }, 'unreliable'],
	[{ clusters: 3 }, 'ok'],
	[{ df: 0, se: null, low: null, high: null, reason: 'one-cluster' }, 'unreliable'],
	[{ se: null, low: null, high: null, reason: 'lonely-stratum' }, 'unreliable'],
	[{ se: null, low: null, high: null, reason: 'no-variance' }, 'ok'],
	[{ value: 0, se: null, low: 0, high: 0.04, reason: 'no-variance' }, 'ok'],
	[{ value: 1, se: null, low: 0.69, high: 1, reason: 'no-variance' }, 'imprecise'],
	[{ low: 0.2, high: 0.51 }, 'imprecise'],
	[{ se: 0.13 }, 'imprecise'],
	[{ value: 0.95, se: 0.016 }, 'imprecise'],
	[{ n: 30, se: 0.3 }, 'low-n']
] as const)('%o makes a share %s', (change, expected) => {
	expect(grade({ ...good, ...change }, rules, 'share')).toBe(expected);
});

test('a figure other than a share is judged by its relative error', () => {
	expect(grade({ ...good, value: -10, se: 3.1 }, rules, 'other')).toBe('imprecise');
	expect(grade({ ...good, value: -10, se: 2.9 }, rules, 'other')).toBe('ok');
});

test('a difference near 0 is not imprecise for being near 0', () => {
	const near = { ...good, value: 0.001, se: 0.02, low: -0.04, high: 0.04 };
	expect(grade(near, rules, 'share-difference')).toBe('ok');
	expect(grade({ ...near, high: 0.27 }, rules, 'share-difference')).toBe('imprecise');
	expect(grade(near, rules, 'other-difference')).toBe('ok');
});

test('a difference is no more reliable than its smaller part', () => {
	const small = { ...good, n: 20 };
	const graded = { rules, graded: 'share-difference' } as const;
	expect(gradeDifference(good, [good, small], graded)).toBe('unreliable');
	expect(gradeDifference(good, [good, { ...good, n: 30 }], graded)).toBe('low-n');
	expect(gradeDifference(good, [good, good], graded)).toBe('ok');
});
