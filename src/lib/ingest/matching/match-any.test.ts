import fc from 'fast-check';
import { expect, test } from 'vitest';
import { madeProfile } from '#tests/support/made-profile.ts';
import { matchProfiles } from '#tests/support/matching.ts';
import { askBelow, type ColumnProfile } from './types.ts';

const odd = fc.constantFrom(
	'__proto__',
	'constructor',
	'toString',
	'Sex',
	'age',
	'Weight',
	'1',
	'2',
	'F',
	'-9',
	'N/A',
	'\u202e',
	'=1+1',
	'<b>',
	'\u0000',
	'9'.repeat(400),
	'(',
	'[',
	'\\',
	'%d',
	'Welding - required',
	'Skills [x]'
);
const cell = fc.oneof(
	{ weight: 2, arbitrary: odd },
	fc.string({ unit: 'binary', maxLength: 30 }),
	fc.integer().map(String),
	fc.double().map(String)
);
const columns = fc
	.uniqueArray(
		fc.tuple(
			fc.oneof(odd, fc.string({ unit: 'binary', maxLength: 40 })),
			fc.array(cell, { maxLength: 25 })
		),
		{
			maxLength: 12,
			selector: ([heading]) => heading
		}
	)
	.map((made) => made.map(([heading, cells]) => madeProfile(heading, cells)));

function inTurn(profiles: readonly ColumnProfile[]): ColumnProfile[] {
	return [...profiles].reverse();
}

test('any headings and cells are matched without an exception, the same each time and in any order', () => {
	fc.assert(
		fc.property(columns, (profiles) => {
			const matching = matchProfiles(profiles);
			expect(matchProfiles(profiles)).toEqual(matching);
			expect(matchProfiles(inTurn(profiles))).toEqual(matching);
		}),
		{ numRuns: 60 }
	);
});

test('each column stands for one contract column at most, and none below the confidence at which it is asked', () => {
	fc.assert(
		fc.property(columns, (profiles) => {
			const { matches, wide } = matchProfiles(profiles);
			const inWide = new Set(wide?.columns.map(({ column }) => column));
			const taken = matches.flatMap((match) => match.columns).filter((name) => !inWide.has(name));
			expect(new Set(taken).size).toBe(taken.length);
			const names = new Set(profiles.map(({ column }) => column.name));
			expect(taken.every((name) => names.has(name))).toBe(true);
			expect(matches.every(({ confidence }) => confidence >= askBelow && confidence <= 1)).toBe(
				true
			);
		}),
		{ numRuns: 60 }
	);
});
