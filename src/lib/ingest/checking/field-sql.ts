import type { Reading } from '#lib/ingest/reading/reading.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import { dateSql, numberSql, pointSql, wholeSql, yearSql } from './cell-sql.ts';
import { importTables, type CellSource, type FieldType, type PlannedField } from './plan.ts';

/** What a field takes to be worked out from a row of the raw table, which goes by the name `raw`. */
export interface FieldSql {
	/** Further tables that the row is joined with. */
	readonly joins: readonly string[];
	/** The value, of the type of the field. */
	readonly value: string;
	/** Whether the cell holds something that is neither a value nor a word for no answer. */
	readonly unread: string;
	/** Whether the value was rounded. */
	readonly rounded: string;
}

export const sqlTypes: Readonly<Record<FieldType, string>> = {
	string: 'VARCHAR',
	integer: 'INTEGER',
	number: 'DOUBLE',
	boolean: 'BOOLEAN',
	date: 'DATE'
};

const never = 'false';

/** Whether a cell of this field can hold what is no value of it. */
export function canFail({ source, type }: PlannedField): boolean {
	if (source.from === 'ticked' || source.from === 'skills') return true;
	if (source.from !== 'cell') return false;
	const { read } = source;
	if (read.as === 'codes') return !read.open || type !== 'string';
	return read.as !== 'text' && read.as !== 'pointed';
}

/** Whether values of this field can be rounded. */
export function canRound({ source, type, rounds }: PlannedField): boolean {
	return rounds && type === 'integer' && source.from === 'cell';
}

/** The SQL of a field. @param tag a name for its joins that no other field has */
export function fieldSql(field: PlannedField, reading: Reading, tag: string): FieldSql {
	const { source, type } = field;
	const plain = (value: string): FieldSql => ({ joins: [], value, unread: never, rounded: never });
	switch (source.from) {
		case 'nothing':
		case 'skills':
			return plain(`CAST(NULL AS ${sqlTypes[type]})`);
		case 'constant':
			return plain(`CAST(${quoteText(String(source.value))} AS ${sqlTypes[type]})`);
		case 'row':
			return plain('CAST(raw.row AS VARCHAR)');
		case 'field':
			return plain(quoteIdentifier(source.name));
		case 'joined':
			return plain(joinedSql(source.columns.map(({ id }) => `raw.${id}`)));
		case 'ticked':
			return tickedSql(source);
		case 'cell':
			return cellSql(field, source, { reading, tag });
	}
}

/** Columns side by side; NULL where one of them is blank: a part of a stratum is no stratum. */
function joinedSql(cells: readonly string[]): string {
	return cells.length === 1 ? cells.join() : cells.join(" || ' / ' || ");
}

type TickedSource = Extract<PlannedField['source'], { readonly from: 'ticked' }>;

function tickedSql({ answers, yes, no }: TickedSource): FieldSql {
	const list = (words: readonly string[]) => words.map(quoteText).join(', ');
	const parts = answers.map(({ column, code }) => {
		const cell = `lower(raw.${column.id})`;
		// Some programs write the answer itself into the column of the answer.
		const label = column.name.split(/[/:]/).at(-1)?.trim().toLowerCase() ?? '';
		return {
			code: `CASE WHEN ${cell} IN (${list([...yes, label, code.toLowerCase()])}) THEN ${quoteText(code)} END`,
			unread: `${cell} NOT IN (${list([...yes, ...no, label, code.toLowerCase()])})`
		};
	});
	const ticked = `concat_ws(' ', ${parts.map((part) => part.code).join(', ')})`;
	return {
		joins: [],
		value: `nullif(${ticked}, '')`,
		unread: parts.map((part) => `coalesce(${part.unread}, false)`).join(' OR '),
		rounded: never
	};
}

interface CellContext {
	readonly reading: Reading;
	readonly tag: string;
}

function cellSql(field: PlannedField, source: CellSource, { reading, tag }: CellContext): FieldSql {
	const { column, read } = source;
	const cell = `raw.${column.id}`;
	if (read.as === 'split') return splitSql(field, cell, { separator: read.separator, tag });
	const { value, rounded } = parsed(field, read, { cell, reading });
	if (!field.recoded) {
		return { joins: [], value, rounded, unread: `${cell} IS NOT NULL AND ${value} IS NULL` };
	}
	const recoded = `TRY_CAST(${tag}.code AS ${sqlTypes[field.type]})`;
	return {
		joins: [recodeJoin(field.name, cell, tag)],
		value: `CASE WHEN ${tag}.value IS NOT NULL THEN ${recoded} ELSE ${value} END`,
		unread: `${cell} IS NOT NULL AND ${tag}.value IS NULL AND ${value} IS NULL`,
		rounded: rounded === never ? never : `${tag}.value IS NULL AND ${rounded}`
	};
}

function recodeJoin(field: string, cell: string, tag: string): string {
	return `LEFT JOIN (SELECT value, code FROM ${importTables.recodes} WHERE field = ${quoteText(field)}) AS ${tag} ON ${tag}.value = ${cell}`;
}

/** A cell that no recode knows. */
function parsed(
	{ type, rounds }: PlannedField,
	read: CellSource['read'],
	{ cell, reading }: { cell: string; reading: Reading }
): { value: string; rounded: string } {
	if (read.as === 'text' || (read.as === 'codes' && read.open && type === 'string')) {
		return { value: cell, rounded: never };
	}
	if (read.as === 'year') return { value: yearSql(cell, read.datePattern), rounded: never };
	if (read.as === 'date') return { value: dateSql(cell, read.datePattern), rounded: never };
	if (read.as === 'pointed')
		return { value: `coalesce(${pointSql(cell, reading)}, ${cell})`, rounded: never };
	const number = numberSql(cell, reading);
	if (type === 'number') return { value: number, rounded: never };
	if (type !== 'integer') return { value: `CAST(NULL AS ${sqlTypes[type]})`, rounded: never };
	const isBetween = `${number} <> round(${number})`;
	const whole = wholeSql(number);
	return rounds
		? { value: whole, rounded: `coalesce(${isBetween}, false)` }
		: { value: `CASE WHEN NOT (${isBetween}) THEN ${whole} END`, rounded: never };
}

/** Codes of one cell, in the order of their code, each once; unread where a part fits none. */
function splitSql(
	{ name }: PlannedField,
	cell: string,
	{ separator, tag }: { separator: string; tag: string }
): FieldSql {
	const mark = quoteText(separator);
	const join = `LEFT JOIN (
		SELECT part.cell AS cell, string_agg(DISTINCT known.code, ' ' ORDER BY known.code) AS code,
			bool_or(part.value <> '' AND known.value IS NULL) AS unread
		FROM (SELECT cell, trim(unnest(string_split(cell, ${mark}))) AS value FROM (SELECT DISTINCT ${cell} AS cell FROM raw)) AS part
		LEFT JOIN ${importTables.recodes} AS known ON known.field = ${quoteText(name)} AND known.value = part.value
		GROUP BY part.cell
	) AS ${tag} ON ${tag}.cell = ${cell}`;
	return {
		joins: [join],
		value: `${tag}.code`,
		unread: `coalesce(${tag}.unread, false)`,
		rounded: never
	};
}
