import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Check, Severity } from './check.ts';
import type { Plan, PlannedField } from './plan.ts';

/** Rows that come twice: as a whole, or by the key of the table. The first of them stays. */
export function duplicateChecks(plan: Plan): Check[] {
	const copies = copiesSql(plan);
	if (copies === undefined) return [];
	return [wholeRows(plan, copies), ...keys(plan, copies)];
}

/**
 * Rows whose cells are all those of an earlier row. They are found by a hash, and made sure of cell by cell.
 */
function copiesSql({ raw }: Plan): string | undefined {
	const cells = raw.columns.map(({ id }) => id).join(', ');
	if (cells === '') return undefined;
	const table = quoteIdentifier(raw.table);
	return `SELECT row FROM ${table}
	WHERE hash(${cells}) IN (SELECT hash(${cells}) AS h FROM ${table} GROUP BY h HAVING count(*) > 1)
	QUALIFY row_number() OVER (PARTITION BY ${cells} ORDER BY row) > 1`;
}

/** Where a column tells rows apart, a copy is an error; where none does, two people may have said the same. */
function wholeRows({ key }: Plan, copies: string): Check {
	const severity: Severity = key.length > 0 ? 'error' : 'warning';
	return { rule: 'duplicate-row', severity, query: `SELECT row, NULL AS value FROM (${copies})` };
}

/** With more copies than this share of the rows, and than so many, a column is no key. */
const mostCopied = 0.2;
const leastCopies = 10;

function keys(plan: Plan, copies: string): Check[] {
	const { key, fields, table } = plan;
	if (key.length === 0) return [];
	const used = fields.filter(({ name }) => key.includes(name));
	const columns = used.map(({ name }) => quoteIdentifier(name));
	const told = used.filter(({ source }) => source.from === 'cell' || source.from === 'joined');
	// The name of a wave is the same in every row; people look for what differs.
	const shown = told.filter(({ name }) => name !== 'wave');
	const text = `concat_ws(', ', ${shown.map(({ name }) => quoteIdentifier(name)).join(', ') || "''"})`;
	const isSingle = key.filter((name) => name !== 'wave').length === 1;
	const isWide = plan.skills.length > 0;
	const source = isWide
		? `(SELECT DISTINCT ON (import_row) * FROM ${quoteIdentifier(table)})`
		: quoteIdentifier(table);
	const column = shown.flatMap(({ source }) => headingsOf(source));
	return [
		{
			rule: 'duplicate-key',
			// Cells of head counts may be finer than the contract has columns for; they are added up.
			severity: table === 'enrolment' ? 'warning' : 'error',
			most: { rows: Math.max(leastCopies, plan.raw.rows * mostCopied), instead: 'key-not-unique' },
			...(isSingle ? { other: 'number of the row' } : {}),
			...{ column: column.join(', '), title: shown.map(({ title }) => title).join(', ') },
			query: `SELECT import_row AS row, ${text} AS value FROM ${source}
	WHERE ${told.map(({ name }) => `${quoteIdentifier(name)} IS NOT NULL`).join(' AND ')}
		AND import_row NOT IN (SELECT row FROM (${copies}))
	QUALIFY row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY import_row) > 1`
		}
	];
}

function headingsOf(source: PlannedField['source']): string[] {
	if (source.from === 'cell') return [source.column.name];
	return source.from === 'joined' ? source.columns.map(({ name }) => name) : [];
}

export interface TotalWords {
	/** Cells, in small letters, that mean all groups together. */
	readonly totals: readonly string[];
}

/** Totals among the rows, by their words: in what a head count is split by, else in the first column of a row. */
export function totalChecks(plan: Plan, { totals }: TotalWords): Check[] {
	const { raw, fields, table } = plan;
	const words = totals.map(quoteText).join(', ');
	const [first] = raw.columns;
	if (words === '' || !first) return [];
	const isCount = table === 'enrolment' || table === 'other';
	const split = fields.flatMap(({ source, type }) =>
		source.from === 'cell' && type === 'string' ? [source.column] : []
	);
	const looked = isCount ? [first, ...split.filter(({ id }) => id !== first.id)] : [first];
	const rows = `SELECT row, %cell% AS value FROM ${quoteIdentifier(raw.table)}`;
	const isTotal = (column: RawColumn, only = ''): Check => ({
		rule: 'total-row',
		severity: table === 'other' ? 'warning' : 'error',
		...{ column: column.name, cell: column.id },
		query: `${rows.replace('%cell%', column.id)}\n	WHERE ${only}${totalSql(column.id, words, only !== '')}`
	});
	const blank = isCount ? [] : idColumns(plan).map(({ id }) => `${id} IS NULL AND `);
	// Where nobody is named in a row, a total may stand in any of its columns.
	const others = split.filter(({ id }) => !looked.some((column) => column.id === id));
	return [
		...looked.map((column) => isTotal(column)),
		...blank.flatMap((only) => others.map((column) => isTotal(column, only)))
	];
}

/** The column that names respondents, workers or establishments. */
function idColumns({ key, fields }: Plan): RawColumn[] {
	return fields.flatMap(({ name, source }) =>
		key.includes(name) && name !== 'wave' && name !== 'skill' && source.from === 'cell'
			? [source.column]
			: []
	);
}

/** @param isBare the row names nobody, so that any words may follow `total` */
function totalSql(cell: string, words: string, isBare: boolean): string {
	const bare = `rtrim(lower(${cell}), ' :.')`;
	const pattern = isBare
		? '^(grand |sub-? ?)?totals?( |,|$)'
		: '^((grand |sub-? ?)totals?( |,|$)|totals?( for | of |,|$))';
	return `length(${cell}) < 60 AND (${bare} IN (${words}) OR regexp_matches(${bare}, ${quoteText(pattern)}))`;
}

/** Columns of which most have to say their own heading. */
const headingsLooked = 20;

/** The headings again among the rows, as after pasting two exports together. */
export function headingChecks({ raw, table }: Plan): Check[] {
	const named = raw.columns.filter(({ heading }) => heading !== '').slice(0, headingsLooked);
	const [first] = named;
	if (!first || named.length < 2) return [];
	const says = named.map(({ id, heading }) => `coalesce(${id} = ${quoteText(heading)}, false)`);
	const share = Math.max(2, Math.ceil(named.length * 0.6));
	return [
		{
			...{ rule: 'heading-row', severity: table === 'other' ? 'warning' : 'error' },
			query: `SELECT row, ${first.id} AS value FROM ${quoteIdentifier(raw.table)}
	WHERE ${says.map((one) => `(${one})::INTEGER`).join(' + ')} >= ${share}`
		}
	];
}
