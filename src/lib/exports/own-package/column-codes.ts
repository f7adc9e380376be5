import type { Catalogue, Code } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { codesOfField, type SchemaField } from '#lib/contracts/table-schema.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

/** The codes of a column: those of its list in their order, then those that the file brings. */
export interface ColumnCodes {
	/** Of the list, as a part of a file name. */
	readonly list: string;
	readonly codes: readonly CountedCode[];
	/** Cells may hold several codes with a space between. */
	readonly several: boolean;
}

export interface CountedCode {
	readonly code: string;
	readonly label: string;
	/** Rows whose cell is this code. */
	readonly rows: number;
	/** In the file, and in no list. */
	readonly isOwn: boolean;
}

interface CodedColumn {
	/** In the warehouse. */
	readonly table: string;
	readonly name: string;
	readonly field: SchemaField | undefined;
	readonly from: readonly RawColumn[];
	readonly distinct: number;
}

/** A column with more values than its list has, and more than these, holds free text. */
const mostOwnCodes = 500;

/** Undefined where the column has no list, or where its cells are free text. */
export async function codesOfColumn(
	warehouse: Warehouse,
	{ table, name, field, from, distinct }: CodedColumn,
	{ catalogue, contracts }: { readonly catalogue: Catalogue; readonly contracts: Contracts }
): Promise<ColumnCodes | undefined> {
	const list = field ? codesOfField(field, catalogue) : labelsOf(from);
	if (list.length === 0 || distinct > list.length + mostOwnCodes) return undefined;
	const counts = await countValues(warehouse, table, name);
	const words = contracts.words.columns[`${table}.${name}`] ?? contracts.words.columns[name];
	// A list that is only an example has nothing to say of codes that the file does not use.
	const listed = words?.open ? list.filter(({ code }) => counts.has(code)) : list;
	if (listed.length + counts.size === 0) return undefined;
	const known = new Set(listed.map(({ code }) => code));
	const own = [...counts.keys()].filter((code) => !known.has(code));
	// A number among labels is an amount, of which some have names.
	if (!field && own.length > 0) return undefined;
	const several =
		words?.multiple === true &&
		own.some((cell) => cell.split(' ').every((part) => known.has(part)));
	return {
		// Columns of the file with labels of their own have lists of their own.
		list: field?.codeList ?? `${from[0]?.id ?? ''} ${name}`,
		several,
		codes: [
			...listed.map(({ code, label }) => ({
				...{ code, label, isOwn: false },
				rows: counts.get(code) ?? 0
			})),
			...(several ? [] : own).map((code) => ({
				...{ code, label: code, isOwn: true },
				rows: counts.get(code) ?? 0
			}))
		]
	};
}

/** The labels that a file of SPSS gives the values of its own column. */
function labelsOf([only, ...more]: readonly RawColumn[]): Code[] {
	if (!only || more.length > 0) return [];
	return Object.entries(only.valueLabels ?? {}).map(([code, label]) => ({ code, label }));
}

async function countValues(
	warehouse: Warehouse,
	table: string,
	name: string
): Promise<Map<string, number>> {
	const cell = quoteIdentifier(name);
	const { column } = await warehouse.query(
		`SELECT CAST(${cell} AS VARCHAR) AS code, count(*)::DOUBLE AS n FROM ${quoteIdentifier(table)}
WHERE ${cell} IS NOT NULL GROUP BY code ORDER BY code`
	);
	const counts = column('n');
	return new Map(column('code').map((code, i) => [String(code), Number(counts[i])]));
}
