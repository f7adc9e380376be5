import { Type } from 'apache-arrow';
import type { DataType, Field, RecordBatch, Vector } from 'apache-arrow';
import { finite, isoText, tableOf, unsupportedType } from './table.ts';
import type { ColumnSource } from './table.ts';
import type { ColumnType, SqlValue, Table } from './warehouse.ts';

/** DuckDB's Arrow batches as a Table. @throws Error for a column without a plain value. */
export function fromArrow(fields: readonly Field[], batches: readonly RecordBatch[]): Table {
	const rows = batches.reduce((sum, batch) => sum + batch.numRows, 0);
	return tableOf(
		fields.map((field, index) => columnSource(field, vectorsAt(batches, index))),
		rows
	);
}

function vectorsAt(batches: readonly RecordBatch[], index: number): Vector[] {
	return batches.map((batch) => batch.getChildAt(index)).filter((vector) => vector !== null);
}

function columnSource(field: Field, vectors: readonly Vector[]): ColumnSource {
	const type = columnType(field.type);
	if (!type) throw unsupportedType(field.name, String(field.type));
	return {
		name: field.name,
		type,
		read: () => vectors.flatMap((vector) => Array.from(vector, (value) => toValue(value, type))),
		floats: () => floats(vectors)
	};
}

/** The buffer of a DOUBLE column in one batch, uncopied. */
function floats(vectors: readonly Vector[]): Float64Array | undefined {
	const [only] = vectors;
	if (!only || vectors.length > 1 || only.nullCount > 0) return undefined;
	const values: unknown = only.toArray();
	return values instanceof Float64Array ? values : undefined;
}

function columnType(type: DataType): ColumnType | undefined {
	if (type.typeId === Type.Timestamp && 'timezone' in type && type.timezone) return undefined;
	return columnTypes[type.typeId];
}

/** Decimals and 64-bit integers are absent on purpose: the engine is opened to cast both to double. */
const columnTypes: Partial<Record<Type, ColumnType>> = {
	[Type.Null]: 'text',
	[Type.Bool]: 'boolean',
	[Type.Int]: 'number',
	[Type.Float]: 'number',
	[Type.Utf8]: 'text',
	[Type.Dictionary]: 'text',
	[Type.Date]: 'date',
	[Type.Timestamp]: 'timestamp'
};

function toValue(value: unknown, type: ColumnType): SqlValue {
	if (value === null || value === undefined) return null;
	if (type === 'boolean') return Boolean(value);
	if (type === 'text') return String(value);
	const number = Number(value);
	return type === 'number' ? finite(number) : isoText(number, type);
}
