import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import { numberSql } from './cell-sql.ts';
import type { Check } from './check.ts';
import type { Plan, PlannedField } from './plan.ts';

export interface PartsWords {
	/** By code of the list of genders, small letters: words that mean it when they are a whole cell. */
	readonly genders: Readonly<Record<string, readonly string[]>>;
	/** Cells that mean all groups together. */
	readonly totals: readonly string[];
}

/** Women and men of a head count against the total beside them: in columns of their own, or in rows. */
export function partsChecks(plan: Plan, words: PartsWords): Check[] {
	const enrolled = cellOf(plan, 'enrolled');
	if (plan.table !== 'enrolment' || !enrolled) return [];
	const base = { rule: 'parts-not-total', severity: 'warning', column: enrolled.name } as const;
	return [...inColumns(plan, enrolled, words), ...inRows(plan, words)].map(({ query, other }) => ({
		...{ ...base, query, other }
	}));
}

function cellOf({ fields }: Plan, name: string): RawColumn | undefined {
	const source = fields.find((field) => field.name === name)?.source;
	return source?.from === 'cell' ? source.column : undefined;
}

interface Parts {
	readonly query: string;
	/** What the parts are called. */
	readonly other: string;
}

function inColumns({ raw, reading }: Plan, enrolled: RawColumn, { genders }: PartsWords): Parts[] {
	const columns = Object.values(genders).map((words) =>
		raw.columns.filter(({ id, heading }) => id !== enrolled.id && words.includes(plain(heading)))
	);
	const parts = columns.flatMap((found) => (found.length === 1 ? found : []));
	if (parts.length < 2 || parts.length < columns.length) return [];
	const sum = parts.map(({ id }) => numberSql(id, reading)).join(' + ');
	const total = numberSql(enrolled.id, reading);
	const query = `SELECT row, ${enrolled.id} AS value FROM ${quoteIdentifier(raw.table)}
	WHERE ${sum} <> ${total}`;
	return [{ query, other: parts.map(({ name }) => `“${name}”`).join(' and ') }];
}

function plain(heading: string): string {
	return heading
		.toLowerCase()
		.replace(/[^\p{Letter}]+/gu, ' ')
		.trim();
}

/** Rows that call themselves a total of genders, against the rows that have everything else in common with them. */
function inRows(plan: Plan, { totals }: PartsWords): Parts[] {
	const sex = cellOf(plan, 'sex');
	if (!sex || totals.length === 0) return [];
	const table = quoteIdentifier(plan.table);
	const others = plan.fields.filter(isSplit).map(({ name }) => quoteIdentifier(name));
	const same = others.map((name) => `total.${name} IS NOT DISTINCT FROM part.${name}`);
	const keys = others.length > 0 ? `${others.join(', ')}, ` : '';
	const query = `SELECT total.import_row AS row, CAST(total.enrolled AS VARCHAR) AS value
	FROM ${table} AS total
	JOIN ${quoteIdentifier(plan.raw.table)} AS raw ON raw.row = total.import_row
	JOIN (
		SELECT ${keys}sum(enrolled) AS enrolled FROM ${table} WHERE sex IS NOT NULL
		GROUP BY ALL HAVING count(DISTINCT sex) > 1
	) AS part ON ${same.join(' AND ') || 'true'}
	WHERE lower(raw.${sex.id}) IN (${totals.map(quoteText).join(', ')}) AND total.enrolled <> part.enrolled`;
	return [{ query, other: 'Women and men' }];
}

/** What the rows of a head count are split by, gender aside. */
function isSplit({ name, type, source }: PlannedField): boolean {
	return name !== 'sex' && type === 'string' && source.from === 'cell';
}
