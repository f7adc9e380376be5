import fc from 'fast-check';
import { describe as group, expect, test } from 'vitest';
import type { Figure } from './numbers.ts';
import { describe, formatFigure, formatInText, formatInterval, formatValue } from './numbers.ts';

function figure(value: number | null, low: number | null, high: number | null): Figure {
	return { value, low, high, quality: 'ok', n: 96 };
}

group('formatValue', () => {
	test.each([
		[0.38, '38%'],
		[0.041, '4.1%'],
		[0.0949, '9.5%'],
		[0.0996, '10%'],
		[0.285, '29%'],
		[0, '0%'],
		[1, '100%'],
		[0.0004, '0.0%']
	])('prints the share %d as %s', (share, text) => {
		expect(formatValue(share, 'share')).toBe(text);
	});

	test.each([
		[1.45, '1.5'],
		[-0.1, '−0.1'],
		[-0.04, '0.0'],
		[1, '1.0']
	])('prints the difference of levels %d as %s', (levels, text) => {
		expect(formatValue(levels, 'levels')).toBe(text);
	});

	test.each([
		[12_634, '12,600'],
		[410, '410'],
		[1_154, '1,150'],
		[999_600, '1,000,000'],
		[7, '7'],
		[0, '0']
	])('prints the estimated count %d with three figures as %s', (count, text) => {
		expect(formatValue(count, 'count')).toBe(text);
	});

	test('prints no more digits than the width of the interval supports', () => {
		expect(formatValue(0.083, 'share', 0.19)).toBe('8%');
		expect(formatValue(412, 'count', 170)).toBe('410');
		expect(formatValue(3_120, 'count', 1_900)).toBe('3,100');
	});

	test('says in words that there is no number', () => {
		expect(formatValue(null, 'share')).toBe('nobody in the sample');
	});

	test('never prints a sign on zero, nor a plus on a level', () => {
		fc.assert(
			fc.property(fc.double({ min: -0.0049, max: 0.0049, noNaN: true }), (value) => {
				expect(formatValue(value, 'points')).toBe('0');
				expect(formatValue(value, 'level')).toBe('0.0');
			})
		);
	});
});

group('formatInterval', () => {
	test.each([
		[0.33, 0.43, 'share', '33–43'],
		[0.026, 0.063, 'share', '2.6–6.3'],
		[-0.1, 0.3, 'levels', '−0.1 to 0.3'],
		[-0.37, -0.07, 'points', '−37 to −7'],
		[0.07, 0.37, 'points', '7–37'],
		[11_214, 14_090, 'count', '11,200–14,100'],
		[-0.04, 0.3, 'levels', '0.0–0.3']
	] as const)('prints %d and %d as %s %s', (low, high, measure, text) => {
		expect(formatInterval(low, high, measure)).toBe(text);
	});

	test('is empty without both ends', () => {
		expect(formatInterval(0.3, null, 'share')).toBe('');
	});
});

group('formatFigure', () => {
	test('prints value and ends with the same digits', () => {
		expect(formatFigure(figure(0.094, 0.071, 0.123), 'share')).toEqual({
			value: '9.4%',
			interval: '7.1–12.3'
		});
		expect(formatFigure(figure(1_150, 897, 1_424), 'count')).toEqual({
			value: '1,150',
			interval: '900–1,420'
		});
	});

	test('keeps the value and says why there is no interval', () => {
		expect(formatFigure({ ...figure(1, null, null), reason: 'no-variance' }, 'share')).toEqual({
			value: '100%',
			interval: 'no interval: all answers agree'
		});
	});

	test('prints the interval of a share of nobody, which has no standard error', () => {
		const nobody: Figure = { ...figure(0, 0, 0.036), reason: 'no-variance' };
		expect(formatFigure(nobody, 'share')).toEqual({ value: '0%', interval: '0–4' });
		expect(describe('Weld', [{ figure: nobody, measure: 'share' }])).toBe(
			'Weld: 0%, 95% interval 0 to 4'
		);
	});

	test('says where an interval begins whose end lies beyond what was observed', () => {
		const open: Figure = { ...figure(14, 10, null), reason: 'not-reached' };
		expect(formatFigure(open, 'months')).toEqual({ value: '14', interval: '10 or more' });
		expect(formatInText(open, 'months')).toBe('14 months (10 or more)');
		expect(describe('Weld', [{ figure: open, measure: 'months' }])).toBe(
			'Weld: 14 months, 95% interval 10 or more'
		);
		const without: Figure = { ...figure(14, null, null), reason: 'not-reached' };
		expect(formatFigure(without, 'months').interval).toBe('no interval: not reached');
		const never: Figure = { ...figure(null, null, null), reason: 'not-reached' };
		expect(formatFigure(never, 'months')).toEqual({ value: 'not reached', interval: '' });
	});

	test('prints whole months', () => {
		expect(formatInText(figure(13, 11.5, 14), 'months')).toBe('13 months (12–14)');
	});

	test('prints a complete count with all its digits, and nothing in place of an interval', () => {
		const counted = (value: number): Figure => ({
			...figure(value, null, null),
			reason: 'complete-count'
		});
		expect(formatFigure(counted(23_679), 'count')).toEqual({ value: '23,679', interval: '' });
		expect(formatFigure(counted(0.262), 'share')).toEqual({ value: '26%', interval: '' });
		expect(formatInText(counted(1.5), 'index')).toBe('1.50');
		expect(describe('Students', [{ figure: counted(1_154), measure: 'count' }])).toBe(
			'Students: 1,154'
		);
	});

	test('never prints a withheld figure as a number', () => {
		const withheld: Figure = { ...figure(null, null, null), quality: 'suppressed' };
		expect(formatFigure(withheld, 'share')).toEqual({ value: 'withheld', interval: '' });
	});

	test('the printed value lies within the printed ends', () => {
		const number = (text: string) => Number(text.replace('−', '-').replaceAll(/[,%+]/g, ''));
		const ends = fc.tuple(
			...([0, 1, 2].map(() => fc.double({ min: 0, max: 1, noNaN: true })) as [
				fc.Arbitrary<number>,
				fc.Arbitrary<number>,
				fc.Arbitrary<number>
			])
		);
		fc.assert(
			fc.property(ends, (drawn) => {
				const [low = 0, value = 0, high = 0] = drawn.toSorted((a, b) => a - b);
				const printed = formatFigure(figure(value, low, high), 'share');
				const [from = 0, to = 0] = printed.interval.split('–').map(number);
				expect(number(printed.value)).toBeGreaterThanOrEqual(from);
				expect(number(printed.value)).toBeLessThanOrEqual(to);
			})
		);
	});
});
