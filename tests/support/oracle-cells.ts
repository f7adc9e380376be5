import { readFileSync } from 'node:fs';
import { noCode, type Cells, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import type { LonelyRule } from '#lib/survey/variance.ts';

/** A reference data set: columns of text, '' where missing. */
export interface Table {
	readonly length: number;
	readonly columns: Readonly<Record<string, readonly string[]>>;
}

export interface Design {
	readonly weights?: string | null;
	readonly strata?: readonly string[] | null;
	readonly psu?: readonly string[] | null;
	readonly ssu?: readonly string[] | null;
	readonly fpc?: readonly string[] | null;
	readonly lonely_psu: LonelyRule;
	readonly ultimate_cluster?: boolean;
}

/** What is summed: y and x of a row, NaN where missing, and the codes that select and split, '' where none. */
export interface Measure {
	readonly y: (row: number) => number;
	readonly x: (row: number) => number;
	readonly dimensions: Readonly<Record<string, (row: number) => string>>;
}

const tables = new Map<string, Table>();

export function readTable(name: string): Table {
	const known = tables.get(name);
	if (known) return known;
	const text = readFileSync(new URL(`../oracles/${name}`, import.meta.url), 'utf8');
	const [head = [], ...rows] = text.trimEnd().split(/\r?\n/).map(fields);
	const columns = Object.fromEntries(head.map((id, i) => [id, rows.map((row) => row[i] ?? '')]));
	const table = { length: rows.length, columns };
	tables.set(name, table);
	return table;
}

function fields(line: string): string[] {
	return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
		([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
	);
}

export function text({ columns }: Table, column: string, row: number): string {
	const value = columns[column]?.[row];
	if (value === undefined) throw new RangeError(`No column ${column}`);
	return value;
}

/** NaN where missing. */
export function number(table: Table, column: string, row: number): number {
	const value = text(table, column, row);
	return value === '' ? NaN : Number(value);
}

/** One row of cells for each row of the table, the design counted on all rows. */
export function makeCells(table: Table, design: Design, measure: Measure): Cells {
	const rows = Array.from({ length: table.length }, (_, row) => row);
	const names = (columns: readonly string[] | null | undefined, row: number, none: string) =>
		columns ? columns.map((column) => text(table, column, row)).join('|') : none;
	const stratum = numbered(rows.map((row) => names(design.strata, row, 'all')));
	const cluster = numbered(
		rows.map((row) => `${stratum.of[row]}\r${names(design.psu, row, `row ${row}`)}`)
	);
	const order = rows.sort(
		(a, b) =>
			(stratum.of[a] ?? 0) - (stratum.of[b] ?? 0) || (cluster.of[a] ?? 0) - (cluster.of[b] ?? 0)
	);
	const strata = stratum.ids.map((id, h) => {
		const members = order.filter((row) => stratum.of[row] === h);
		const clusters = new Set(members.map((row) => cluster.of[row])).size;
		const column = design.fpc?.[0];
		const first = members[0] ?? 0;
		return column ? { id, clusters, population: number(table, column, first) } : { id, clusters };
	});
	return assemble({
		table,
		design,
		measure,
		order,
		strata,
		stratum: stratum.of,
		cluster: cluster.of
	});
}

function assemble(parts: {
	readonly table: Table;
	readonly design: Design;
	readonly measure: Measure;
	readonly order: readonly number[];
	readonly strata: readonly Stratum[];
	readonly stratum: readonly number[];
	readonly cluster: readonly number[];
}): Cells {
	const { table, design, measure, order, strata, stratum, cluster } = parts;
	const used = order.map((row) => {
		const weight = design.weights ? number(table, design.weights, row) : 1;
		const y = measure.y(row);
		const x = measure.x(row);
		const isMissing = Number.isNaN(y) || Number.isNaN(x);
		const isUsed = weight > 0 && !isMissing;
		return { isMissing, isUsed, w: isUsed ? weight : 0, y: isUsed ? y : 0, x: isUsed ? x : 0 };
	});
	const column = (of: (row: (typeof used)[number]) => number) => Float64Array.from(used, of);
	return {
		length: order.length,
		strata,
		stratum: Uint32Array.from(order, (row) => stratum[row] ?? 0),
		cluster: Uint32Array.from(order, (row) => cluster[row] ?? 0),
		dimensions: Object.fromEntries(
			Object.entries(measure.dimensions).map(([id, code]) => [id, encode(order.map(code))])
		),
		n: column(({ isUsed }) => (isUsed ? 1 : 0)),
		missing: column(({ isMissing }) => (isMissing ? 1 : 0)),
		w: column(({ w }) => w),
		wy: column(({ w, y }) => w * y),
		wx: column(({ w, x }) => w * x),
		wyy: column(({ w, y }) => w * y * y),
		wxy: column(({ w, x, y }) => w * x * y),
		wxx: column(({ w, x }) => w * x * x)
	};
}

/** Codes in byte order, numbers ascending. */
function encode(values: readonly string[]): DimensionColumn {
	const codes = [...new Set(values)].filter((value) => value !== '');
	const areNumbers = codes.every((code) => /^(0|[1-9]\d*)$/.test(code));
	codes.sort((a, b) => (areNumbers ? Number(a) - Number(b) : a < b ? -1 : 1));
	const at = new Map(codes.map((code, i) => [code, i]));
	return { codes, index: Uint16Array.from(values, (value) => at.get(value) ?? noCode) };
}

function numbered(values: readonly string[]): { ids: string[]; of: number[] } {
	const ids = [...new Set(values)];
	const at = new Map(ids.map((id, i) => [id, i]));
	return { ids, of: values.map((value) => at.get(value) ?? 0) };
}
