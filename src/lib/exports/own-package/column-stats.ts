import type { CanonicalColumn } from '#lib/ingest/checking/check-file.ts';
import type { FieldType } from '#lib/ingest/checking/plan.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** What all cells of a column together tell. */
export interface ColumnStats {
	readonly missing: number;
	readonly distinct: number;
	/** Of numbers; null where there is none. */
	readonly min: number | null;
	readonly max: number | null;
	/** What cells of text may be read as without losing anything: `007` stays text. */
	readonly type: FieldType;
}

/** A whole number that R and Stata hold as such, and any number, written as programs write them. */
const whole = String.raw`-?(0|[1-9]\d{0,8})`;
const decimal = String.raw`-?(0|[1-9]\d{0,14})(\.\d{1,15})?`;

/** @param table that holds the column, in the warehouse */
export async function columnStats(
	warehouse: Warehouse,
	table: string,
	{ name, type }: CanonicalColumn
): Promise<ColumnStats> {
	const cell = quoteIdentifier(name);
	const isNumber = type === 'integer' || type === 'number';
	const misfits = (pattern: string): string =>
		type === 'string'
			? `count(*) FILTER (WHERE NOT regexp_full_match(${cell}, '${pattern}'))::DOUBLE`
			: '0::DOUBLE';
	const { column } = await warehouse.query(`SELECT
	count(*) FILTER (WHERE ${cell} IS NULL)::DOUBLE AS missing,
	count(DISTINCT ${cell})::DOUBLE AS distinct_values,
	${isNumber ? `min(${cell})::DOUBLE` : 'NULL::DOUBLE'} AS least,
	${isNumber ? `max(${cell})::DOUBLE` : 'NULL::DOUBLE'} AS greatest,
	${misfits(whole)} AS no_whole, ${misfits(decimal)} AS no_number
FROM ${quoteIdentifier(table)}`);
	const number = (id: string): number => Number(column(id)[0]);
	const distinct = number('distinct_values');
	const limit = (id: string): number | null => (column(id)[0] === null ? null : number(id));
	return {
		...{ missing: number('missing'), distinct, min: limit('least'), max: limit('greatest') },
		type:
			type !== 'string' || distinct === 0
				? type
				: number('no_whole') === 0
					? 'integer'
					: number('no_number') === 0
						? 'number'
						: 'string'
	};
}
