import type { RawColumn, RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Table, Warehouse } from '#lib/warehouse/warehouse.ts';
import { datePatterns, fitsPattern, maybeDate } from './date-patterns.ts';
import type { ColumnProfile, ValueCount } from './types.ts';

/** Cells counted by one statement; a batch has at least one column. */
const cellsAtOnce = 2_000_000;
const columnsAtOnce = 400;
/** All values of a column of codes, so that each of them can be mapped; of others a sample. */
const codeValues = 1000;
const topValues = 200;
/** Of columns with more, values that stand once are sampled: sorting them all would be dear. */
const manyValues = 100_000;
/** Longer cells are counted, but no code or number is that long. */
const longestValue = 1000;

/**
 * Counts what each column holds, over the whole table: each different value is looked at once.
 * @throws QueryError
 */
export async function profileColumns(
	warehouse: Warehouse,
	raw: RawTable,
	reading: Pick<Reading, 'decimal' | 'thousands'>
): Promise<ColumnProfile[]> {
	const counts = `${raw.table}_counts`;
	const size = Math.max(
		1,
		Math.min(columnsAtOnce, Math.floor(cellsAtOnce / Math.max(1, raw.rows)))
	);
	const profiles: ColumnProfile[] = [];
	try {
		for (let start = 0; start < raw.columns.length; start += size) {
			const batch = raw.columns.slice(start, start + size);
			await warehouse.query(countValues(raw.table, counts, batch));
			const summary = await warehouse.query(summarise(counts, reading));
			const dates = await warehouse.query(countDates(counts));
			const top = await warehouse.query(mostFrequent(counts, summary));
			profiles.push(...profilesOf(batch, { summary, dates, top }));
		}
	} finally {
		await warehouse.query(`DROP TABLE IF EXISTS ${quoteIdentifier(counts)}`);
	}
	return profiles;
}

function countValues(table: string, counts: string, columns: readonly RawColumn[]): string {
	const ids = columns.map(({ id }) => quoteIdentifier(id)).join(', ');
	return `CREATE OR REPLACE TABLE ${quoteIdentifier(counts)} AS
SELECT id, value, count(*) AS n
FROM (SELECT ${ids} FROM ${quoteIdentifier(table)}) UNPIVOT (value FOR id IN (${ids}))
GROUP BY id, value`;
}

function summarise(counts: string, reading: Pick<Reading, 'decimal' | 'thousands'>): string {
	return `WITH parsed AS (
  SELECT id, value, n, length(value) AS characters, ${numberIn('value', reading)} AS number
  FROM ${quoteIdentifier(counts)})
SELECT id, sum(n) AS filled, count(*) AS different, max(characters) AS longest,
  coalesce(sum(n) FILTER (number IS NOT NULL), 0) AS numbers,
  coalesce(sum(n) FILTER (number = floor(number)), 0) AS whole,
  min(number) AS least, max(number) AS most,
  sum(number * n) / sum(n) FILTER (number IS NOT NULL) AS mean
FROM parsed GROUP BY id`;
}

/** A cell as a number by the marks of the file: SQL; null where it is none, or not finite. */
function numberIn(
	value: string,
	{ decimal, thousands }: Pick<Reading, 'decimal' | 'thousands'>
): string {
	const point = decimal === ',' ? ',' : '\\.';
	const groups: Readonly<Record<string, string>> = {
		',': ',',
		'.': '\\.',
		' ': String.raw`[\s\x{00A0}\x{2007}\x{2009}\x{202F}]`,
		"'": "'"
	};
	const mark = groups[thousands];
	const plain = `(\\d+(${point}\\d*)?|${point}\\d+)([eE][+-]?\\d+)?`;
	const grouped = mark === undefined ? '' : `|\\d{1,3}(${mark}\\d{3})+(${point}\\d*)?`;
	const shape = quoteText(`[+-]?(${plain}${grouped})`);
	const bare = mark === undefined ? value : `regexp_replace(${value}, ${quoteText(mark)}, '', 'g')`;
	const pointed = decimal === ',' ? `replace(${bare}, ',', '.')` : bare;
	return `CASE WHEN length(${value}) <= 400 AND regexp_full_match(${value}, ${shape})
    AND isfinite(TRY_CAST(${pointed} AS DOUBLE)) THEN TRY_CAST(${pointed} AS DOUBLE) END`;
}

function countDates(counts: string): string {
	const sums = datePatterns.map(
		(pattern, index) => `coalesce(sum(n) FILTER (${fitsPattern('value', pattern)}), 0) AS d${index}`
	);
	return `SELECT id, ${sums.join(',\n  ')}
FROM ${quoteIdentifier(counts)} WHERE ${maybeDate('value')} GROUP BY id`;
}

/** Ties are broken by hash, so that of columns without repetition a fair sample is seen. */
function mostFrequent(counts: string, summary: Table): string {
	const different = summary.column('different');
	const long = summary.column('id').filter((_, row) => Number(different[row]) > manyValues);
	const thinned = long.map((id) => quoteText(String(id))).join(', ');
	const sample = thinned && ` AND (n > 1 OR hash(value) % 100 = 0 OR id NOT IN (${thinned}))`;
	return `SELECT id, value, n FROM ${quoteIdentifier(counts)}
WHERE length(value) <= ${longestValue}${sample}
QUALIFY row_number() OVER (PARTITION BY id ORDER BY n DESC, hash(value), value)
  <= CASE WHEN count(*) OVER (PARTITION BY id) <= ${codeValues} THEN ${codeValues} ELSE ${topValues} END`;
}

interface Counted {
	readonly summary: Table;
	readonly dates: Table;
	readonly top: Table;
}

function profilesOf(
	columns: readonly RawColumn[],
	{ summary, dates, top }: Counted
): ColumnProfile[] {
	const rowOf = (table: Table) => new Map(table.column('id').map((id, row) => [id, row]));
	const summaryRow = rowOf(summary);
	const dateRow = rowOf(dates);
	const values = new Map<unknown, ValueCount[]>();
	const [ids, texts, times] = [top.column('id'), top.column('value'), top.numbers('n')];
	ids.forEach((id, row) => {
		const list = values.get(id) ?? [];
		list.push({ value: String(texts[row]), count: times[row] ?? 0 });
		values.set(id, list);
	});
	return columns.map((column) => {
		const row = summaryRow.get(column.id);
		const cell = (name: string) => (row === undefined ? null : (summary.column(name)[row] ?? null));
		const number = (name: string) => Number(cell(name) ?? 0);
		const measure = (name: string) => (cell(name) === null ? null : number(name));
		return {
			column,
			filled: number('filled'),
			distinct: number('different'),
			top: (values.get(column.id) ?? []).sort(byCount),
			numbers: number('numbers'),
			wholeNumbers: number('whole'),
			min: measure('least'),
			max: measure('most'),
			mean: measure('mean'),
			dates: dateCounts(dates, dateRow.get(column.id)),
			maxLength: number('longest')
		};
	});
}

function byCount(one: ValueCount, other: ValueCount): number {
	return (
		other.count - one.count || (one.value < other.value ? -1 : Number(one.value > other.value))
	);
}

function dateCounts(dates: Table, row: number | undefined): Record<string, number> {
	if (row === undefined) return {};
	const counts = datePatterns.map(
		({ pattern }, index) => [pattern, Number(dates.column(`d${index}`)[row] ?? 0)] as const
	);
	return Object.fromEntries(counts.filter(([, count]) => count > 0));
}
