import { expect, test } from 'vitest';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { ChartRow } from './chart-row.ts';
import { isShown, rowQuality, withheldLast, worse } from './chart-row.ts';

function row(id: string, quality: Quality): ChartRow {
	const value = quality === 'suppressed' || quality === 'not-applicable' ? null : 0.4;
	const figure = { value, low: value, high: value, quality };
	return { id, name: id, marks: [{ role: 'comparison', figure }], sentence: id };
}

test('withheld rows stand last and the others keep their order', () => {
	const rows = [row('a', 'suppressed'), row('b', 'ok'), row('c', 'unreliable'), row('d', 'low-n')];
	expect(withheldLast(rows).map(({ id }) => id)).toEqual(['b', 'd', 'c', 'a']);
});

test('only figures that are ok or ask for care are drawn', () => {
	const drawn = (['ok', 'low-n', 'imprecise', 'unreliable', 'suppressed'] as const).filter(
		(quality) => isShown({ value: 1, low: null, high: null, quality })
	);
	expect(drawn).toEqual(['ok', 'low-n', 'imprecise']);
	expect(isShown({ value: null, low: null, high: null, quality: 'ok' })).toBe(false);
});

test('a row has the grade of what it prints', () => {
	const figure = { value: 1, low: 0, high: 2, quality: 'imprecise' } as const;
	expect(rowQuality({ ...row('a', 'ok'), read: { figure, measure: 'levels' } })).toBe('imprecise');
	expect(rowQuality({ ...row('a', 'ok'), marks: [] })).toBe('not-applicable');
	expect(worse('ok', 'low-n')).toBe('low-n');
});
