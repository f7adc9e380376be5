import { expect, test } from 'vitest';
import { formatDate } from './dates.ts';

test('a date is printed as day, month in words, year, wherever it is read', () => {
	expect(formatDate('2025-05-12')).toBe('12 May 2025');
	expect(() => formatDate('soon')).toThrow(RangeError);
});
