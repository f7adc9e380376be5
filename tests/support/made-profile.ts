import type { ColumnProfile } from '#lib/ingest/matching/types.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';

/** A column as the profile of a whole table tells it, from its cells; blank ones are ''. */
export function madeProfile(
	heading: string,
	cells: readonly string[],
	more: Partial<RawColumn> = {}
): ColumnProfile {
	const filled = cells.filter((cell) => cell !== '');
	const counts = new Map<string, number>();
	for (const cell of filled) counts.set(cell, (counts.get(cell) ?? 0) + 1);
	const numbers = filled.filter((cell) => /^[+-]?\d+(\.\d+)?$/.test(cell)).map(Number);
	const top = [...counts].map(([value, count]) => ({ value, count }));
	return {
		column: { id: 'c0', heading, name: heading || 'column 1', ...more },
		filled: filled.length,
		distinct: counts.size,
		top: top.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1)),
		numbers: numbers.length,
		wholeNumbers: numbers.filter((number) => Number.isInteger(number)).length,
		min: numbers.length > 0 ? Math.min(...numbers) : null,
		max: numbers.length > 0 ? Math.max(...numbers) : null,
		mean: numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) / numbers.length : null,
		dates: {},
		maxLength: Math.max(0, ...filled.map((cell) => cell.length))
	};
}

/** Values one after the other, again and again, for that many rows. */
export function cycle(rows: number, ...values: readonly string[]): string[] {
	return Array.from({ length: rows }, (_, row) => values[row % values.length] ?? '');
}

/** A value for each row, made from its number. */
export function each(rows: number, value: (row: number) => string | number): string[] {
	return Array.from({ length: rows }, (_, row) => String(value(row)));
}
