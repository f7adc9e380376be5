import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seenText, unseenIn } from './seen-text.ts';

describe('what is not seen', () => {
	test.each([
		['turned round', 'pay \u202E000,1\u202C maloti', 'pay 000,1 maloti', ['U+202E', 'U+202C']],
		['isolated', '\u2066not\u2069 accredited', 'not accredited', ['U+2066', 'U+2069']],
		['of no width', 'nu\u200Brse', 'nurse', ['U+200B']],
		['hyphens that show at ends of lines', 'mi\u00ADner', 'miner', ['U+00AD']],
		['tags', `A${String.fromCodePoint(0xe0041)}`, 'A', ['U+E0041']],
		['blank letters', 'A\u3164B\u115F', 'AB', ['U+3164', 'U+115F']],
		['controls', 'A\u0000B\u001B[2J\u0085', 'AB[2J', ['U+0000', 'U+001B', 'U+0085']],
		['halves of characters', 'A\uD800B', 'AB', ['U+D800']],
		['of private use', 'A\uE000', 'A', ['U+E000']]
	])('is taken out and named: %s', (_, given, seen, codes) => {
		expect(seenText(given)).toBe(seen);
		expect(unseenIn(given)).toEqual(codes);
	});

	test.each(['Ntate Moshoeshoe', 'Lesōtho – 5 °C', 'a\tb\nc', '道路', 'مرحبا', '👩 🏽 é é'])(
		'is nothing in “%s”',
		(text) => {
			expect(seenText(text)).toBe(text);
			expect(unseenIn(text)).toEqual([]);
		}
	);

	test('is no end of a line: each kind is one', () => {
		expect(seenText('a\r\nb\rc\u2028d\u2029e')).toBe('a\nb\nc\nd\ne');
		expect(unseenIn('a\r\nb')).toEqual([]);
	});

	test('is gone after one reading, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const seen = seenText(text);
				expect(seenText(seen)).toBe(seen);
				expect(unseenIn(seen)).toEqual([]);
				expect(seen.isWellFormed()).toBe(true);
			})
		);
	});
});
