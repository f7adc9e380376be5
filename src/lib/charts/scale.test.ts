import { expect, test } from 'vitest';
import type { Figure } from '#lib/vocabulary/numbers.ts';
import { levelScale, placeOn, rankScale, scaleOver, shareScale } from './scale.ts';

function share(
	value: number,
	low: number,
	high: number,
	quality: Figure['quality'] = 'ok'
): Figure {
	return { value, low, high, quality };
}

test('a scale of shares runs from 0 past the last interval end, its unit on the last tick', () => {
	const scale = scaleOver([share(0.47, 0.42, 0.52), share(0.17, 0.13, 0.22)], 'share');
	expect(scale.low).toBe(0);
	expect(scale.high).toBeCloseTo(0.6);
	expect(scale.ticks.map((tick) => tick.label)).toEqual(['0', '20', '40', '60%']);
});

test('a scale of shares never passes 100%', () => {
	expect(scaleOver([share(0.98, 0.9, 1.02)], 'share').high).toBe(1);
});

test('what is not drawn does not stretch the scale', () => {
	const figures = [share(0.1, 0.05, 0.15), share(0.9, 0.5, 1, 'unreliable')];
	expect(scaleOver(figures, 'share').high).toBeLessThan(0.21);
});

test('differences below zero extend the scale to the left', () => {
	const scale = scaleOver([share(-0.03, -0.12, 0.06)], 'points');
	expect(scale.low).toBeLessThanOrEqual(-0.12);
	expect(scale.ticks.map((tick) => tick.label)).toContain('−10');
});

test('a scale without anything to draw still has two ends', () => {
	const scale = scaleOver([], 'share');
	expect(scale.high).toBeGreaterThan(scale.low);
});

test('levels show the whole scale with words at its ends', () => {
	const scale = levelScale(['none', '', '', '', 'expert']);
	expect([scale.low, scale.high]).toEqual([1, 5]);
	expect(scale.ticks.map((tick) => tick.label)).toEqual(['1 none', '2', '3', '4', '5 expert']);
});

test.each([1, 2, 3, 6, 12, 40])('ranks of %i begin at 1 and end at the last', (count) => {
	const values = rankScale(count).ticks.map((tick) => tick.value);
	expect(values[0]).toBe(1);
	expect(values.at(-1)).toBe(count);
	expect(values.length).toBeLessThanOrEqual(6);
});

test('places are per cent of the width and stay within the plot', () => {
	const place = placeOn(shareScale);
	expect([0, 0.333333, 1, 1.2, -0.1].map(place)).toEqual([0, 33.33, 100, 100, 0]);
});
