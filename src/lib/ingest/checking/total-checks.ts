import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { Check } from './check.ts';
import type { Plan } from './plan.ts';

export interface TotalWords {
	/** Cells, in small letters, that mean all groups together. */
	readonly totals: readonly string[];
}

/** Columns in which totals are looked for: in wide files they stand in the first. */
const mostLooked = 25;

/** Totals among the rows, by their words: in what a head count is split by, else in the first column of a row. */
export function totalChecks(plan: Plan, { totals }: TotalWords): Check[] {
	const { raw, fields, table } = plan;
	const words = totals.map(quoteText).join(', ');
	const [first] = raw.columns;
	if (words === '' || !first) return [];
	const isCount = table === 'enrolment' || table === 'other';
	const split = fields
		.flatMap(({ source, type }) =>
			source.from === 'cell' && type === 'string' ? [source.column] : []
		)
		.slice(0, mostLooked);
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
	return `length(${cell}) < 60 AND (${bare} IN (${words}) OR (contains(${bare}, 'total') AND regexp_matches(${bare}, ${quoteText(pattern)})))`;
}

/** Columns of which most have to say their own heading. */
const headingsLooked = 6;

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
