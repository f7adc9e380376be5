import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Check, Severity } from './check.ts';
import type { Plan } from './plan.ts';

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

function keys(plan: Plan, copies: string): Check[] {
	const { key, fields, table } = plan;
	if (key.length === 0) return [];
	const used = fields.filter(({ name }) => key.includes(name));
	const columns = used.map(({ name }) => quoteIdentifier(name));
	const told = used.filter(({ source }) => source.from === 'cell');
	// The name of a wave is the same in every row; people look for what differs.
	const shown = told.filter(({ name }) => name !== 'wave');
	const text = `concat_ws(', ', ${shown.map(({ name }) => quoteIdentifier(name)).join(', ') || "''"})`;
	const isWide = plan.skills.length > 0;
	const source = isWide
		? `(SELECT DISTINCT ON (import_row) * FROM ${quoteIdentifier(table)})`
		: quoteIdentifier(table);
	const column = shown.flatMap((field) =>
		field.source.from === 'cell' ? [field.source.column.name] : []
	);
	return [
		{
			rule: 'duplicate-key',
			// Cells of head counts may be finer than the contract has columns for; they are added up.
			severity: table === 'enrolment' ? 'warning' : 'error',
			...{ column: column.join(', '), title: shown.map(({ title }) => title).join(', ') },
			query: `SELECT import_row AS row, ${text} AS value FROM ${source}
	WHERE ${told.map(({ name }) => `${quoteIdentifier(name)} IS NOT NULL`).join(' AND ')}
		AND import_row NOT IN (SELECT row FROM (${copies}))
	QUALIFY row_number() OVER (PARTITION BY ${columns.join(', ')} ORDER BY import_row) > 1`
		}
	];
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
	return looked.map((column) => ({
		rule: 'total-row' as const,
		severity: table === 'other' ? ('warning' as const) : ('error' as const),
		...{ column: column.name, cell: column.id },
		query: `SELECT row, ${column.id} AS value FROM ${quoteIdentifier(raw.table)}
	WHERE ${totalSql(column.id, words)}`
	}));
}

function totalSql(cell: string, words: string): string {
	const bare = `rtrim(lower(${cell}), ' :.')`;
	return `length(${cell}) < 60 AND (${bare} IN (${words}) OR regexp_matches(${bare}, '^(grand |sub-? ?)?totals?( for | of |,|$)'))`;
}
