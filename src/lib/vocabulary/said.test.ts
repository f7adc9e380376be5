import { expect, test } from 'vitest';
import type { Figure } from './numbers.ts';
import { formatSaid, tooFewToShow } from './said.ts';

const figure: Figure = { value: 0.34, low: 0.18, high: 0.55, quality: 'ok', n: 61 };

test('a figure that is fit for use is said as it is', () => {
	expect(formatSaid(figure, 'share')).toBe('34% (18–55)');
});

test('a figure that asks for care says so where it is said', () => {
	expect(formatSaid({ ...figure, quality: 'imprecise' }, 'share')).toBe('34% (18–55, imprecise)');
	expect(formatSaid({ ...figure, quality: 'low-n' }, 'share')).toBe('34% (18–55, few answers)');
});

test('a complete count of few says so without an interval', () => {
	const counted: Figure = { ...figure, low: null, high: null, reason: 'complete-count' };
	expect(formatSaid({ ...counted, quality: 'low-n' }, 'share')).toBe('34% (few answers)');
});

test('words in place of a value take no further word', () => {
	const none: Figure = { ...figure, value: null, low: null, high: null, quality: 'suppressed' };
	expect(formatSaid(none, 'share')).toBe('withheld');
});

test('a figure that is not shown says its n, and its clusters where answers share them', () => {
	expect(tooFewToShow({ n: 12, clusters: 12 })).toBe('Too few answers to show: n 12.');
	expect(tooFewToShow({ n: 88, clusters: 2 })).toBe(
		'Too few answers to show: n 88, in 2 clusters.'
	);
	expect(tooFewToShow({ n: 7, clusters: 0 })).toBe('Too few answers to show: n 7.');
});
