import fc from 'fast-check';
import { expect, test } from 'vitest';
import { capitalised, inSentence, joinWords } from './words.ts';

test.each([
	[[], ''],
	[['a'], 'a'],
	[['a', 'b'], 'a and b'],
	[['a', 'b', 'c'], 'a, b and c']
])('%j is listed as “%s”', (words, text) => {
	expect(joinWords(words)).toBe(text);
});

test('the last of a list follows the word given', () => {
	expect(joinWords(['a', 'b', 'c'], 'or')).toBe('a, b or c');
});

test('a list holds every word, in order', () => {
	const words = fc.array(fc.stringMatching(/^[a-z]{3,8}$/).map((word) => `${word}!`));
	fc.assert(
		fc.property(words, (list) => {
			expect(joinWords(list).match(/[a-z]+!/g) ?? []).toEqual(list);
		})
	);
});

test.each([
	['Supervise staff', 'supervise staff'],
	['ICT equipment', 'ICT equipment'],
	['A level', 'a level'],
	['Écrire', 'écrire'],
	['CAD', 'CAD'],
	['use a drill', 'use a drill'],
	['15 to 24', '15 to 24'],
	['', '']
])('“%s” is “%s” inside a sentence', (label, said) => {
	expect(inSentence(label)).toBe(said);
});

test('a sentence starts with a capital and is otherwise left alone', () => {
	expect(capitalised('women and men')).toBe('Women and men');
	expect(capitalised('15 to 24')).toBe('15 to 24');
	expect(capitalised('')).toBe('');
});
