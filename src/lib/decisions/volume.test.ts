import { describe, expect, test } from 'vitest';
import { commonLevels, levelsApart, proposedLevel, suits, tracksOf } from './lqf.ts';
import { checkVolume, creditsOfStudy, volumeOf } from './volume.ts';

const level = { low: 3, high: 5 };

describe('levels of the framework', () => {
	test.each([
		[1, 1, 2],
		[2, 3, 5],
		[3, 6, 6],
		[4, 7, 9]
	])('of skill level %d are proposed from %d to %d', (skillLevel, low, high) => {
		expect(proposedLevel(skillLevel)).toEqual({ low, high, status: 'proposed' });
	});

	test('of an unknown skill level are not proposed', () => {
		expect(proposedLevel(0)).toBeUndefined();
		expect(proposedLevel(NaN)).toBeUndefined();
	});

	test('decide the track: a professional award stands at 6 to 10', () => {
		expect(tracksOf({ low: 3, high: 5 })).toEqual(['part-qualification']);
		expect(tracksOf({ low: 5, high: 6 })).toEqual(['part-qualification', 'pda']);
		expect(tracksOf({ low: 7, high: 9 })).toEqual(['pda', 'part-qualification']);
		expect([5, 6, 10, 11].map((at) => suits(at, 'pda'))).toEqual([false, true, true, false]);
		expect([0, 1, 10, 4.5].map((at) => suits(at, 'part-qualification'))).toEqual([
			...[false, true, true, false]
		]);
	});

	test('meet between ranges that share none', () => {
		expect(commonLevels([level, { low: 6, high: 6 }])).toEqual({ low: 5, high: 6 });
		expect(commonLevels([level, { low: 4, high: 9 }])).toEqual({ low: 4, high: 5 });
		expect(levelsApart(level, { low: 7, high: 9 })).toBe(2);
	});
});

describe('volume', () => {
	test('warns above 40 credits, and is wrong without hours or outside 2 to 104 weeks', () => {
		expect(checkVolume(400, 104)).toEqual([]);
		expect(checkVolume(401, 2)).toEqual([{ rule: 'larger-than-cap', severity: 'warning' }]);
		expect(checkVolume(0, 105)).toEqual([
			{ rule: 'no-hours', severity: 'error' },
			{ rule: 'too-long', severity: 'error' }
		]);
		expect(checkVolume(NaN, NaN).map(({ rule }) => rule)).toEqual(['no-hours', 'too-short']);
	});

	test('two years of six hours a week keep within the weeks and break the credits', () => {
		expect(creditsOfStudy(104, 6)).toBeCloseTo(62.4, 12);
		expect(checkVolume(624, 104)).toEqual([{ rule: 'larger-than-cap', severity: 'warning' }]);
		expect(volumeOf(624).credits).toBeCloseTo(62.4, 12);
	});
});
