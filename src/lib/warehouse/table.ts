import type { Column, ColumnType, SqlValue, Table } from './warehouse.ts';

/** One output column as the driver gives it: read on first use, then kept. */
export interface ColumnSource {
	readonly name: string;
	readonly type: ColumnType;
	read(): SqlValue[];
	/** The typed array behind the column, where the driver has one without missing values. */
	floats?(): Float64Array | undefined;
}

/** A Table over the driver's columns, duplicate names made unique. */
export function tableOf(sources: readonly ColumnSource[], rows: number): Table {
	const names = uniqueNames(sources.map((source) => source.name));
	const byName = new Map(sources.map((source, index) => [names[index] ?? source.name, source]));
	const columns: Column[] = [...byName].map(([name, { type }]) => ({ name, type }));
	const values = new Map<string, readonly SqlValue[]>();

	function source(name: string): ColumnSource {
		const found = byName.get(name);
		if (!found) throw new RangeError(`No column ${name} among ${names.join(', ')}`);
		return found;
	}

	function column(name: string): readonly SqlValue[] {
		const read = values.get(name) ?? source(name).read();
		values.set(name, read);
		return read;
	}

	function numbers(name: string): Float64Array {
		const floats = source(name).floats?.() ?? Float64Array.from(column(name), toNumber);
		if (!floats.every(Number.isFinite)) {
			throw new RangeError(`Column ${name} has values that are missing or not finite numbers`);
		}
		return floats;
	}

	return { columns, rows, column, numbers };
}

/** Every row as an object; for small results. */
export function toRecords(table: Table): Record<string, SqlValue>[] {
	const columns = table.columns.map(({ name }) => [name, table.column(name)] as const);
	return Array.from({ length: table.rows }, (_, row) =>
		Object.fromEntries(columns.map(([name, values]) => [name, values[row] ?? null]))
	);
}

/** The names with the second `a` called `a_2`, the third `a_3`, skipping names already there. */
function uniqueNames(names: readonly string[]): string[] {
	const taken = new Set(names);
	const seen = new Set<string>();
	return names.map((name) => {
		let unique = name;
		for (let suffix = 2; seen.has(unique) || (unique !== name && taken.has(unique)); suffix += 1) {
			unique = `${name}_${suffix}`;
		}
		seen.add(unique);
		return unique;
	});
}

/** Days or a moment as ISO text; null where the calendar has no such day (DuckDB's infinity). */
export function isoText(milliseconds: number, type: 'date' | 'timestamp'): string | null {
	const moment = new Date(milliseconds);
	if (Number.isNaN(moment.getTime())) return null;
	const text = moment.toISOString();
	return type === 'date' ? text.slice(0, text.indexOf('T')) : text.slice(0, -1);
}

/** The number, or null where it is not finite. */
export function finite(value: number): number | null {
	return Number.isFinite(value) ? value : null;
}

/** What is said of a column whose type has no plain JavaScript value. */
export function unsupportedType(name: string, type: string): Error {
	return new Error(`Column "${name}" is ${type}: write CAST(… AS VARCHAR) to read it`);
}

function toNumber(value: SqlValue): number {
	return typeof value === 'number' ? value : Number.NaN;
}
