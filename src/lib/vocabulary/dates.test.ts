import { expect, test } from 'vitest';
import { formatDate, isPast } from './dates.ts';

test('a date is printed as day, month in words, year, wherever it is read', () => {
	expect(formatDate('2025-05-12')).toBe('12 May 2025');
	expect(() => formatDate('soon')).toThrow(RangeError);
});

test('what is due in a year is past once the year is over, and a day once it is over', () => {
	const now = new Date('2026-11-22T10:00:00Z');
	const due = ['2025', '2026', '2027', '2026-10', '2026-11', '2026-11-21', '2026-11-22', ''];
	expect(due.filter((one) => isPast(one, now))).toEqual(['2025', '2026-10', '2026-11-21']);
});
