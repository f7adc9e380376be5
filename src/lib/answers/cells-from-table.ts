import { noCode, type Cells, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import type { Table } from '#lib/warehouse/warehouse.ts';
import { breathing, type Breathe } from './breath.ts';
import { sumsOfRespondents } from './respondent-sums.ts';

/** Rows between two pauses. */
const stretch = 50_000;

/**
 * Cells out of what DuckDB returned for `compileCells` at either grain and `compileFrame`. Pauses between
 * columns, so that a page answers while a million rows are read.
 */
export async function cellsFromTable(
	table: Table,
	frame: Table,
	by: readonly { id: string; codes: readonly string[] }[]
): Promise<Cells> {
	const breathe = breathing();
	await readColumns(table, breathe);
	const strata = strataFromTable(frame);
	const stratumNumber = new Map(strata.map((stratum, i) => [stratum.id, i]));
	const stratumIds = table.column('stratum');
	const clusterIds = table.column('cluster');
	const stratum = new Uint32Array(table.rows);
	const cluster = new Uint32Array(table.rows);
	let last = -1;
	for (let row = 0; row < table.rows; row++) {
		if (row % stretch === 0) await breathe();
		stratum[row] = stratumNumber.get(String(stratumIds[row] ?? '')) ?? 0;
		const same =
			row > 0 && stratumIds[row] === stratumIds[row - 1] && clusterIds[row] === clusterIds[row - 1];
		if (!same) last++;
		cluster[row] = last;
	}
	const dimensions: Record<string, DimensionColumn> = {};
	for (const [i, { id, codes }] of by.entries()) {
		dimensions[id] = dimensionColumn(table.column(`by_${i}`), codes);
		await breathe();
	}
	const sum = async (name: string): Promise<Float64Array> => {
		await breathe();
		return Float64Array.from(table.column(`${name}_0`), Number);
	};
	const rows = { length: table.rows, strata, stratum, cluster, dimensions };
	if (table.columns.some(({ name }) => name === 'weight')) {
		const answer = await respondents(table, sum);
		return { ...rows, ...sumsOfRespondents(table.rows, answer) };
	}
	return {
		...rows,
		n: await sum('n'),
		missing: await sum('missing'),
		w: await sum('w'),
		wy: await sum('wy'),
		wx: await sum('wx'),
		wyy: await sum('wyy'),
		wxy: await sum('wxy'),
		wxx: await sum('wxx')
	};
}

async function readColumns(table: Table, breathe: Breathe): Promise<void> {
	for (const { name } of table.columns) {
		table.column(name);
		await breathe();
	}
}

/** The answers of rows at grain `unit`. */
async function respondents(table: Table, sum: (name: string) => Promise<Float64Array>) {
	const weight = Float64Array.from(table.column('weight'), Number);
	return {
		weight,
		asked: await sum('asked'),
		used: await sum('used'),
		y: await sum('y'),
		x: await sum('x')
	};
}

/** The strata of `compileFrame`. */
export function strataFromTable(frame: Table): Stratum[] {
	const clusters = frame.column('clusters');
	const population = frame.column('population');
	return texts(frame, 'stratum').map((id, i) => {
		const known = population[i];
		return {
			id,
			clusters: Number(clusters[i]),
			...(typeof known === 'number' ? { population: known } : {})
		};
	});
}

/** A column of codes, numbered in the order given; codes that the list lacks follow in order of their text. */
export function dimensionColumn(
	values: ArrayLike<unknown>,
	listed: readonly string[]
): DimensionColumn {
	const found = new Set<string>();
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		if (value !== null && value !== undefined) found.add(String(value));
	}
	const extra = [...found].filter((code) => !listed.includes(code)).sort();
	const codes = [...listed, ...extra];
	const number = new Map(codes.map((code, i) => [code, i]));
	const index = new Uint16Array(values.length);
	for (let i = 0; i < values.length; i++) {
		const value = values[i];
		index[i] =
			value === null || value === undefined ? noCode : (number.get(String(value)) ?? noCode);
	}
	return { codes, index };
}

function texts(table: Table, name: string): string[] {
	return Array.from(table.column(name), (value) => (value === null ? '' : String(value)));
}
