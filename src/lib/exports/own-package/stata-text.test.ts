import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isPlainInStata, stataComment, stataNames, stataText } from './stata-text.ts';

test('every column gets a name that Stata takes, each once and none that is taken', () => {
	const heading = fc.oneof(
		fc.string({ unit: 'grapheme', maxLength: 50 }),
		fc.constantFrom('if', 'v1', 'str8', '_n', '2024', 'Q1 (a)', 'coded', 'é', '', '_'),
		fc
			.string({ minLength: 30, maxLength: 40 })
			.map((text) => `same_beginning_of_a_long_heading${text}`)
	);
	fc.assert(
		fc.property(fc.array(heading, { maxLength: 40 }), (headings) => {
			const names = stataNames(headings, ['coded', 'est_y']);
			expect(names).toHaveLength(headings.length);
			expect(new Set(names).size).toBe(names.length);
			for (const name of names) {
				expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,31}$/);
				expect(name).not.toMatch(/^(v\d+|str\d+|if|_n|coded|est_y)$/);
			}
		})
	);
});

test('plain names stay as they are', () => {
	expect(stataNames(['wave', 'sex', 'months_to_first_job'], [])).toEqual([
		...['wave', 'sex', 'months_to_first_job']
	]);
});

test('nothing in a text ends it, runs or begins a comment', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			const inside = stataText(text).slice(2, -2);
			expect(inside).not.toMatch(/["`$\\\r\n]/);
			expect(stataComment(text)).not.toMatch(/\/\*|\*\/|\/\/\/|\n(?!\*)/);
		})
	);
	expect(isPlainInStata('own_account')).toBe(true);
	expect(isPlainInStata('a $x')).toBe(false);
});
