import { readCsv } from '#lib/ingest/read-csv.ts';
import type { Scalar } from './spec.ts';

/** A data file: columns of text, '' where missing. */
export interface Table {
	readonly length: number;
	readonly columns: ReadonlyMap<string, Column>;
}

export interface Column {
	readonly text: readonly string[];
	/** What all values present are: decides how they are compared, sorted and printed. */
	readonly type: 'number' | 'logical' | 'text';
	/** NaN where missing or not a number. */
	readonly number: Float64Array;
}

/** A CSV text as columns; a column is of numbers when every value present is one. */
export function tableOf(csv: string): Table {
	const rows = readCsv(csv.replace(/^\uFEFF/, ''));
	const names = Object.keys(rows[0] ?? {});
	const columns = names.map(
		(name) => [name, columnOf(rows.map((row) => row[name] ?? ''))] as const
	);
	return { length: rows.length, columns: new Map(columns) };
}

/** A column of the narrowest type that all its values have. */
export function columnOf(text: readonly string[]): Column {
	const number = Float64Array.from(text, (value) => (value === '' ? NaN : Number(value)));
	const isNumber = text.every((value) => value === '' || isNumeral(value));
	const isLogical = text.every((value) => value === '' || value === 'TRUE' || value === 'FALSE');
	return { text, type: isNumber ? 'number' : isLogical ? 'logical' : 'text', number };
}

function isNumeral(value: string): boolean {
	return /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/.test(value);
}

/** @throws RangeError when the table has no such column */
export function columnNamed({ columns }: Table, name: string): Column {
	const column = columns.get(name);
	if (!column) throw new RangeError(`There is no column ${name}`);
	return column;
}

/** Whether the value of a row is this one: as numbers in a column of numbers, else as text. */
export function isValue(column: Column, row: number, value: Scalar): boolean {
	if (column.text[row] === '') return false;
	if (column.type === 'number' && isNumeral(String(value))) {
		return column.number[row] === Number(value);
	}
	return column.text[row] === textOf(value);
}

/** The value of a row in the type of its column. */
export function valueAt({ type, number, text }: Column, row: number): Scalar {
	if (type === 'number') return number[row] ?? NaN;
	return type === 'logical' ? text[row] === 'TRUE' : (text[row] ?? '');
}

/** Ascending: numbers by size, text in byte order. */
export function compareRows(column: Column, a: number, b: number): number {
	if (column.type === 'number') return (column.number[a] ?? 0) - (column.number[b] ?? 0);
	const [one = '', other = ''] = [column.text[a], column.text[b]];
	return one === other ? 0 : one < other ? -1 : 1;
}

/** One row for each value that occurs, in ascending order. */
export function distinctRows(column: Column, rows: readonly number[]): number[] {
	const seen = new Map<Scalar, number>();
	for (const row of rows) {
		if (column.text[row] === '') continue;
		const value = valueAt(column, row);
		if (!seen.has(value)) seen.set(value, row);
	}
	return [...seen.values()].sort((a, b) => compareRows(column, a, b));
}

/** The rows for which `test` says what must not be, for a message. */
export function assertNoRow(length: number, test: (row: number) => boolean, message: string): void {
	const rows = Array.from({ length }, (_, row) => row).filter(test);
	if (rows.length === 0) return;
	const named = rows.slice(0, 5).map((row) => row + 1);
	throw new RangeError(
		`${message} in ${rows.length} rows: ${named.join(', ')}${rows.length > 5 ? ', …' : ''}`
	);
}

export function textOf(value: Scalar): string {
	return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}
