import { expect, test } from 'vitest';
import { isUnder } from './pages.ts';

test('a page is under the entry of the menu that its path begins with', () => {
	expect(isUnder('/sectors/[sector]', '/sectors')).toBe(true);
	expect(isUnder('/sectors', '/sectors')).toBe(true);
	expect(isUnder('/sectors', '/')).toBe(false);
	expect(isUnder('/', '/')).toBe(true);
	expect(isUnder('/data2', '/data')).toBe(false);
	expect(isUnder(null, '/')).toBe(false);
});
