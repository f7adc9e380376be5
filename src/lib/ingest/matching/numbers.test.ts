import { expect, test } from 'vitest';
import { dataContext } from '#tests/support/matching.ts';
import { cycle, each, madeProfile } from '#tests/support/made-profile.ts';
import { PlainAnswers } from './cell-words.ts';
import { numberFacts } from './numbers.ts';

const { missing, general } = dataContext.contracts.words;
const answers = new PlainAnswers(missing, general);
const facts = (cells: readonly string[], more = {}) =>
	numberFacts(madeProfile('x', cells, more), answers, general.currency);

test('99 among months up to 48 means no answer, and is to be asked', () => {
	const { guessed, max } = facts([...each(48, (row) => row), '99', '99']);
	expect(guessed).toEqual(['99']);
	expect(max).toBe(47);
});

test('99 among hours up to 90 is a number', () => {
	expect(facts([...each(90, (row) => row), '99']).guessed).toEqual([]);
});

test('negative codes beside positive numbers mean no answer', () => {
	expect(facts([...each(30, (row) => row + 18), '-9', '-1']).guessed.toSorted()).toEqual([
		'-1',
		'-9'
	]);
	expect(facts(cycle(30, '-5', '-9', '3', '7')).guessed).toEqual([]);
});

test('declared codes and words need no question', () => {
	const { guessed, missing: none } = facts([...each(30, (row) => row), '88', 'refused'], {
		missing: ['88']
	});
	expect(guessed).toEqual([]);
	expect([...none.keys()].sort()).toEqual(['88', 'refused']);
});

test.each([
	['M 3,500', '3500'],
	['R2 000', '2000'],
	['LSL 12 500.50', '12500.5'],
	['35%', '35'],
	['5 yrs', '5'],
	['M3,500 per month', '3500']
])('%s is %s', (cell, number) => {
	expect(facts(cycle(10, cell, '1')).dressed.get(cell)).toBe(number);
});

test.each(['about 5', '2-5', 'five', '12 apples and 3', 'Q5'])('%s is no number', (cell) => {
	expect(facts(cycle(10, cell, '1')).strange.map(({ value }) => value)).toEqual([cell]);
});

test('a mark before three digits parts thousands where the column counts', () => {
	const profile = {
		...madeProfile('x', cycle(40, '1.006', '87', '961')),
		numbers: 40,
		wholeNumbers: 40
	};
	expect(numberFacts(profile, answers, []).max).toBe(1006);
});

test('thousands that a few people marked in a file without such marks are told as numbers', () => {
	expect(facts(['4080', '2,230', '11,060', '12170']).dressed).toEqual(
		new Map([
			['2,230', '2230'],
			['11,060', '11060']
		])
	);
	expect(facts(cycle(10, '1.006', '2.5')).dressed.size).toBe(0);
});

test('a comma before three digits parts no thousands where the file itself reads it before decimals', () => {
	const maxOf = (cells: readonly string[], counts = {}) =>
		numberFacts({ ...madeProfile('x', cells), ...counts }, answers, general.currency).max;
	const decimals = { numbers: 4, wholeNumbers: 0, max: 5.693 };
	expect(maxOf(['4,285', '2,01', '1,37', '5,693', '9,99'], decimals)).toBeLessThan(10);
	expect(maxOf(['4,285', '2,010', '1,370', '5,693'])).toBe(5693);
});
