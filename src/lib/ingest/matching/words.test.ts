import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dataContext } from '#tests/support/matching.ts';
import { Namer } from './names.ts';
import { isCutShort, nearlySame, saysNothing, withoutQuestionNumber, wordsOf } from './words.ts';

const namer = new Namer(dataContext.contracts.words);

test('headings of all makes are cut into the same words', () => {
	const same = [
		'year of graduation',
		'yearOfGraduation',
		'year_of_graduation',
		'YEAR-OF-GRADUATION'
	];
	expect(new Set(same.map((text) => wordsOf(text).join(' ')))).toEqual(
		new Set(['year of graduation'])
	);
	expect(wordsOf("Qacha's Nek")).toEqual(['qachas', 'nek']);
	expect(wordsOf('<b>Sex</b>\u202e %')).toEqual(['sex', 'percent']);
});

test.each([
	['Q7. Sex of respondent', 'Sex of respondent'],
	['B3_SEX', 'SEX'],
	['2.1) Age', 'Age'],
	['Age', 'Age'],
	['ISCO 08', 'ISCO 08']
])('the number of the question is left out of %s', (heading, words) => {
	expect(withoutQuestionNumber(heading)).toBe(words);
});

test.each(['Q7', 'V101', 'x1', 'column 3', '', '_2'])('%j says nothing', (heading) => {
	expect(saysNothing(heading)).toBe(true);
});

test.each(['age', 'sex', 'wt', 'pay'])('%j says something', (heading) => {
	expect(saysNothing(heading)).toBe(false);
});

test('names that are run together or cut short are written out', () => {
	expect(namer.meaning('fieldofstudy')).toEqual(['field', 'study']);
	expect(namer.meaning('GRADYR')).toEqual(['graduation', 'year']);
	expect(namer.meaning('percentage')).toEqual(['percentage']);
});

test('one slip is forgiven in long words only', () => {
	expect(nearlySame('graduation', 'graduatoin')).toBe(true);
	expect(nearlySame('enrolment', 'enrollment')).toBe(true);
	expect(nearlySame('sex', 'set')).toBe(false);
	expect(nearlySame('residence', 'reference')).toBe(false);
});

test.each([
	['instit', 'institution'],
	['instn', 'institution'],
	['dstrct', 'district'],
	['prfcncy', 'proficiency']
])('%s is %s cut short', (short, word) => {
	expect(isCutShort(short, word)).toBe(true);
});

test.each([
	['gain', 'graduation'],
	['ins', 'institution'],
	['age', 'agency'],
	['event', 'events']
])('%s is not %s cut short', (short, word) => {
	expect(isCutShort(short, word)).toBe(false);
});

test('any text can be cut', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (text) => {
			expect(wordsOf(text).every((word) => word.trim() === word && word !== '')).toBe(true);
		})
	);
});
