import type { Catalogue, Code } from '#lib/contracts/catalogue.ts';
import type { Dimension, Indicator } from '#lib/indicators/declaration.ts';
import { tableDesigns } from '#lib/indicators/declared.ts';
import { estimatorWords, intervalOfKind } from '#lib/vocabulary/messages/estimators.ts';
import { dictionary as words } from '#lib/vocabulary/messages/dictionary.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { capitalised, inSentence } from '#lib/vocabulary/words.ts';
import type { SchemaField, TableSchema } from '#lib/contracts/table-schema.ts';

/** A table as the dictionary prints it. */
export interface TableEntry {
	readonly name: string;
	readonly title: string;
	/** What a row is, what tells rows apart, what is missing. */
	readonly notes: string;
	readonly columns: readonly ColumnEntry[];
}

interface ColumnEntry {
	readonly name: string;
	readonly title: string;
	readonly type: string;
	readonly meaning: string;
	/** Id of the code list on the page. */
	readonly list?: string;
	readonly listText?: string;
}

export interface DimensionEntry {
	readonly id: string;
	readonly label: string;
	readonly list: string;
	readonly listText: string;
	readonly reads: readonly {
		readonly table: string;
		readonly sql: string;
		readonly note: string;
	}[];
}

/** An indicator as pairs of a term and what the declaration says. */
export interface IndicatorEntry {
	readonly id: string;
	readonly label: string;
	readonly facts: readonly {
		readonly term: string;
		readonly text: string;
		readonly code?: boolean;
	}[];
}

export interface ListEntry {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
	/** Names of the further columns. */
	readonly extra: readonly string[];
	/** Code, label, then the further columns; empty where the list is too long to print. */
	readonly rows: readonly (readonly string[])[];
	/** Whether the list is a file of its own. */
	readonly file: boolean;
}

/** Lists with more codes than this are to be had as CSV alone. */
const longest = 300;
/** Columns that the page itself works with, said by others already. */
const inner = ['in_sentence', 'synthetic'];
const titles: Readonly<Record<string, string>> = words.lists;

export function tableEntry(schema: TableSchema): TableEntry {
	const { name, title, description, row, missingValues, primaryKey, fields } = schema;
	const missing = missingValues.map((value) => (value === '' ? words.emptyCell : `“${value}”`));
	const notes = [
		description,
		words.row(row),
		words.key(primaryKey.join(', ')),
		words.missing(missing.join(', '))
	];
	return { name, title, notes: notes.join(' '), columns: fields.map(columnEntry) };
}

export function dimensionEntry(dimension: Dimension): DimensionEntry {
	const { id, label, codeList, expressions, notes } = dimension;
	const noteOf: Readonly<Record<string, string | undefined>> = notes ?? {};
	return {
		id,
		label: capitalised(label),
		list: codeList,
		listText: words.codes(titleOf(codeList)),
		reads: Object.entries(expressions).map(([table, sql]) => {
			const note = noteOf[table];
			return { table, sql: sql.replaceAll(/\s+/g, ' '), note: note ? words.means(note) : '' };
		})
	};
}

/** @param withSql also the numerator, denominator and condition */
export function indicatorEntry(indicator: Indicator, withSql: boolean): IndicatorEntry {
	const { id, label, definition, formula, measure, moreIs, kind, universe } = indicator;
	const { interval, reference, numerator, denominator, condition } = indicator;
	const complete = tableDesigns[indicator.table]?.complete ?? false;
	const unit = [words.measures[measure], inSentence(estimatorWords[kind]), words.moreIs[moreIs]];
	const sql = [
		{ term: words.condition, text: condition },
		{ term: words.numerator, text: numerator },
		{ term: words.denominator, text: denominator }
	].flatMap(({ term, text }) => (text === undefined ? [] : [{ term, text, code: true }]));
	const facts = [
		{ term: words.definition, text: definition },
		{ term: words.formula, text: formula },
		{ term: words.unit, text: unit.filter(Boolean).join('; ') },
		{ term: words.universe, text: universe },
		{ term: words.interval, text: intervalOfKind(kind, interval, complete) },
		{ term: words.reference, text: reference }
	];
	return { id, label, facts: withSql ? [...facts, ...sql] : facts };
}

/** @param files names of the code lists that are files of data/ */
export function listEntries(catalogue: Catalogue, files: readonly string[]): ListEntry[] {
	const lists: Record<string, readonly Code[]> = {
		...catalogue.codeLists,
		skill: catalogue.skills.map(({ id, label, escoLabel, sectors, hoursPerLevel }) => ({
			...{ code: id, label, esco_label: escoLabel, sectors: sectors.join(' ') },
			hours_per_level: String(hoursPerLevel)
		}))
	};
	return Object.entries(lists)
		.map(([id, codes]) => listEntry(id, codes, files.includes(id)))
		.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
}

function listEntry(id: string, codes: readonly Code[], file: boolean): ListEntry {
	const extra = Object.keys(codes[0] ?? {}).filter(
		(name) =>
			!['code', 'label', ...inner].includes(name) && codes.some((code) => code[name] !== code.label)
	);
	const printed = file && codes.length > longest ? [] : codes;
	return {
		id,
		title: titleOf(id),
		summary: words.listTitle(titleOf(id), formatCount(codes.length)),
		extra,
		rows: printed.map((one) => [
			one.code,
			one.label,
			...extra.map((name) => (one[name] === one.label ? '' : (one[name] ?? '')))
		]),
		file
	};
}

function columnEntry(field: SchemaField): ColumnEntry {
	const { name, title, description, example, codeList, constraints = {} } = field;
	const { enum: codes } = constraints;
	const list = codeList === 'skills' ? 'skill' : codeList;
	const meaning = [
		description,
		codes && !list ? words.oneOf(codes.join(', ')) : '',
		example && !list ? words.example(example) : ''
	];
	return {
		name,
		title,
		type: typeWords(field),
		meaning: meaning.filter(Boolean).join(' '),
		...(list ? { list, listText: words.codes(titleOf(list)) } : {})
	};
}

function typeWords({ type, unit, constraints = {} }: SchemaField): string {
	const types: Readonly<Record<string, string>> = words.types;
	const named = types[type] ?? type;
	const { minimum, maximum, required } = constraints;
	const parts = [
		unit ? words.inUnit(named, unit) : named,
		minimum === undefined && maximum === undefined ? '' : words.range(minimum, maximum),
		required ? words.required : ''
	];
	return parts.filter(Boolean).join('; ');
}

function titleOf(list: string): string {
	return titles[list] ?? list;
}
