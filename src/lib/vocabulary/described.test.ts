import { describe as group, expect, test } from 'vitest';
import type { Figure } from './numbers.ts';
import {
	describe,
	formatCount,
	formatInText,
	formatMoney,
	formatRanks,
	missingWords
} from './numbers.ts';

function figure(value: number | null, low: number | null, high: number | null): Figure {
	return { value, low, high, quality: 'ok', n: 96 };
}

group('other numbers', () => {
	test.each([
		[1_184, '1,184'],
		[9_020, '9,020'],
		[412, '412'],
		[1_234_567, '1,234,567']
	])('prints the exact count %d as %s', (count, text) => {
		expect(formatCount(count)).toBe(text);
	});

	test.each([
		[1_200_000, 'M 1.2 million'],
		[4_884_000, 'M 4.88 million'],
		[5_000_000, 'M 5 million'],
		[4_500, 'M 4,500'],
		[999_700, 'M 1 million'],
		[2_340_000_000, 'M 2.34 billion'],
		[120_000_000, 'M 120 million']
	])('prints the amount %d as %s', (amount, text) => {
		expect(formatMoney(amount, 'M')).toBe(text);
	});

	test('prints ranks as a range unless it has one place', () => {
		expect(formatRanks(2, 3)).toBe('2–3');
		expect(formatRanks(1, 1)).toBe('1');
	});

	test('prints a figure for running text with its interval in brackets', () => {
		expect(formatInText(figure(0.38, 0.33, 0.43), 'share')).toBe('38% (33–43)');
		expect(formatInText(figure(0.22, 0.07, 0.37), 'points')).toBe('+22 points (7–37)');
		expect(formatInText({ ...figure(null, null, null), reason: 'all-missing' }, 'share')).toBe(
			'no answers'
		);
	});

	test('a figure without value says why, or how it is graded', () => {
		expect(missingWords({ ...figure(null, null, null), quality: 'not-applicable' })).toBe(
			'no answers'
		);
		expect(missingWords({ ...figure(null, null, null), reason: 'zero-denominator' })).toBe(
			'nothing to count'
		);
	});
});

group('describe', () => {
	test('says a row with its values, the interval of the last and its people', () => {
		const sentence = describe(
			'Supervise staff',
			[
				{ label: 'required', figure: figure(3.9, 3.8, 4), measure: 'level', brief: true },
				{ label: 'attained', figure: figure(3.3, 3.2, 3.4), measure: 'level', brief: true },
				{ label: 'gap', figure: figure(0.6, -0.1, 0.8), measure: 'levels' }
			],
			'workers'
		);
		expect(sentence).toBe(
			'Supervise staff: required 3.9, attained 3.3, gap 0.6 levels, 95% interval −0.1 to 0.8, 96 workers'
		);
	});

	test('ends with the word of care', () => {
		const care: Figure = { ...figure(0.38, 0.19, 0.61), quality: 'imprecise' };
		expect(describe('Mining', [{ figure: care, measure: 'share' }])).toBe(
			'Mining: 38%, 95% interval 19 to 61, imprecise'
		);
	});

	test('says of an unreliable figure that there are too few answers, never its value', () => {
		const few: Figure = { ...figure(0.38, 0.1, 0.8), quality: 'unreliable', n: 9 };
		const sentence = describe('Mining', [{ figure: few, measure: 'share' }], 'workers');
		expect(sentence).toBe('Mining: too few answers to show, 9 workers');
		const pair = [
			{ label: 'women', figure: few, measure: 'share' },
			{ label: 'men', figure: figure(0.2, 0.1, 0.3), measure: 'share' }
		] as const;
		expect(describe('Rural', pair)).toBe(
			'Rural: women too few answers to show, men 20%, 95% interval 10 to 30'
		);
	});

	test('says that a figure is withheld, without its n', () => {
		const withheld: Figure = { value: null, low: null, high: null, quality: 'suppressed' };
		expect(describe('Rural', [{ label: 'women', figure: withheld, measure: 'share' }])).toBe(
			'Rural: women withheld'
		);
	});
});
