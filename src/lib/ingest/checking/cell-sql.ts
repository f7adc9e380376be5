import type { Reading } from '#lib/ingest/reading/reading.ts';
import { quoteText } from '#lib/warehouse/identifier.ts';

/** Every kind of space that stands between thousands. */
const spaces = String.raw`[\s\x{00A0}\x{2007}\x{2009}\x{202F}]`;

type Marks = Pick<Reading, 'decimal' | 'thousands'>;

/**
 * A cell as DOUBLE, by the marks of the file; NULL where it is no number. Marks between thousands must stand
 * between groups of three: with a comma there, `1,5` is no number and `1,500` is.
 */
export function numberSql(cell: string, marks: Marks): string {
	const point = pointSql(cell, marks);
	// DuckDB reads 1_000 and +-1, and takes inf and nan for numbers; a file that holds them means something else.
	return `CASE WHEN NOT contains(${cell}, '_') AND NOT contains(${cell}, '+-') AND isfinite(TRY_CAST(${point} AS DOUBLE)) THEN TRY_CAST(${point} AS DOUBLE) END`;
}

/** The text of a number without marks between thousands and with a point; of other cells the cell, or NULL. */
export function pointSql(cell: string, { decimal, thousands }: Marks): string {
	const digits = thousands === '' ? cell : withoutThousands(cell, { decimal, thousands });
	return decimal === ',' ? `replace(${onlyComma(digits)}, ',', '.')` : digits;
}

/** With a decimal comma a point is no decimal mark. */
function onlyComma(digits: string): string {
	return `CASE WHEN NOT contains(${digits}, '.') THEN ${digits} END`;
}

function withoutThousands(cell: string, { decimal, thousands }: Marks): string {
	const mark = thousands === ' ' ? spaces : thousands === '.' ? String.raw`\.` : thousands;
	const point = decimal === ',' ? ',' : String.raw`\.`;
	const grouped = quoteText(`[+-]?[0-9]{1,3}(${mark}[0-9]{3})+(${point}[0-9]*)?`);
	const stripped = `regexp_replace(${cell}, ${quoteText(mark)}, '', 'g')`;
	return `CASE WHEN regexp_full_match(${cell}, ${grouped}) THEN ${stripped} ELSE ${cell} END`;
}

/** A number as the whole number that it is, or the nearest; NULL beyond what an INTEGER holds. */
export function wholeSql(number: string): string {
	return `TRY_CAST(round(${number}) AS INTEGER)`;
}

/** The first year in a cell, as text: of `2019`, `2019.0`, `2023/24`, `June 2019`. */
export function yearSql(cell: string, datePattern?: string): string {
	const year = String.raw`(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)`;
	const found = `nullif(regexp_extract(${cell}, ${quoteText(year)}, 1), '')`;
	// Most cells are a year and no more; only the others are searched.
	const plain = `length(${cell}) = 4 AND ${cell} BETWEEN '1900' AND '2099' AND TRY_CAST(${cell} AS INTEGER) IS NOT NULL`;
	const written = `CASE WHEN ${plain} THEN ${cell} ELSE ${found} END`;
	if (datePattern === undefined) return written;
	return `coalesce(CAST(year(${dateSql(cell, datePattern)}) AS VARCHAR), ${written})`;
}

/** A cell as DATE by a pattern of strptime; NULL where it does not fit. */
export function dateSql(cell: string, datePattern: string): string {
	return `CAST(try_strptime(${cell}, ${quoteText(datePattern)}) AS DATE)`;
}
