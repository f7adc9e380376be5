import type { Margin } from '#lib/survey/calibrate.ts';
import type { Population } from './spec.ts';
import { assertNoRow, columnNamed, isValue, type Table } from './table.ts';

/**
 * Sorts the rows into the categories of a known population.
 * @throws RangeError when a row is in no category, or a category has no row
 */
export function marginOf(table: Table, names: readonly string[], population: Population): Margin {
	const columns = names.map((name) => columnNamed(table, name));
	const category = Uint32Array.from({ length: table.length }, (_, row) => {
		const at = population.findIndex((entry) =>
			columns.every((column, i) => {
				const value = entry[names[i] ?? ''];
				return value !== undefined && isValue(column, row, value);
			})
		);
		return at === -1 ? population.length : at;
	});
	const label = names.join(', ');
	const isOutside = (row: number) => category[row] === population.length;
	assertNoRow(table.length, isOutside, `Column ${label}: a value has no known population`);
	const met = new Set(category);
	const absent = population.filter((_, i) => !met.has(i));
	if (absent.length > 0) {
		throw new RangeError(`Column ${label}: no row has ${JSON.stringify(absent[0])}`);
	}
	return { category, population: population.map(({ N }) => Number(N)) };
}

/**
 * The column of a model matrix with this name: '(Intercept)', a column of numbers, the name of a column
 * followed by one of its values (1 where it has that value), or several of these joined by ':'.
 */
export function modelColumn(table: Table, name: string): Float64Array {
	if (name === '(Intercept)') return new Float64Array(table.length).fill(1);
	const column = plainColumn(table, name);
	if (column) return column;
	const parts = name.split(':').map((part) => plainColumn(table, part));
	if (parts.length < 2 || parts.includes(undefined)) {
		throw new RangeError(`No column or category gives ${name}`);
	}
	return new Float64Array(table.length).map((_, row) =>
		parts.reduce((product, part) => product * (part?.[row] ?? NaN), 1)
	);
}

function plainColumn(table: Table, written: string): Float64Array | undefined {
	const name = written.replace(/^(?:factor|as\.factor)\((.*?)\)/, '$1');
	const exact = table.columns.get(written);
	if (exact?.type === 'number') {
		const isMissing = (row: number) => Number.isNaN(exact.number[row]);
		assertNoRow(table.length, isMissing, `Column ${name}: no value`);
		return exact.number;
	}
	for (const [id, column] of table.columns) {
		const isFactor = column.type !== 'number' || name !== written;
		if (!isFactor || !name.startsWith(id)) continue;
		const category = name.slice(id.length);
		const dummy = Float64Array.from(column.text, (_, row) =>
			Number(isValue(column, row, category))
		);
		if (!dummy.includes(1)) continue;
		assertNoRow(table.length, (row) => column.text[row] === '', `Column ${id}: no value`);
		return dummy;
	}
	return undefined;
}
