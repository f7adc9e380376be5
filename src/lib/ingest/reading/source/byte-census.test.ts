import { expect, test } from 'vitest';
import { ByteCensus } from './byte-census.ts';

function encodingOf(text: string): string {
	const census = new ByteCensus();
	census.take(Uint8Array.from(text, (letter) => letter.charCodeAt(0)));
	return census.singleByte().value;
}

test.each([
	['signs that only Windows has', 'name\nCaf\u00e9 \u0093x\u0094\n', 'windows-1252'],
	['letters that both have, lines of Windows', 'name\r\nCaf\u00e9\r\n', 'windows-1252'],
	['letters that both have, other lines', 'name\nCaf\u00e9\n', 'iso-8859-1']
])('%s', (_, text, encoding) => {
	expect(encodingOf(text)).toBe(encoding);
});

test('the end of a line may fall between two chunks', () => {
	const census = new ByteCensus();
	census.take(Uint8Array.of(0x61, 0xe9, 0x0d));
	census.take(Uint8Array.of(0x0a));
	expect(census.singleByte().value).toBe('windows-1252');
});
