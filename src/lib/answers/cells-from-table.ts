import { noCode, type Cells, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import type { Table } from '#lib/warehouse/warehouse.ts';

/** Cells out of what DuckDB returned for `compileCells` at grain `cluster` and `compileFrame`. */
export function cellsFromTable(
	table: Table,
	frame: Table,
	by: readonly { id: string; codes: readonly string[] }[]
): Cells {
	const strata = strataFromTable(frame);
	const stratumNumber = new Map(strata.map((stratum, i) => [stratum.id, i]));
	const stratumIds = texts(table, 'stratum');
	const clusterIds = texts(table, 'cluster');
	const stratum = new Uint32Array(table.rows);
	const cluster = new Uint32Array(table.rows);
	let last = -1;
	for (let row = 0; row < table.rows; row++) {
		stratum[row] = stratumNumber.get(stratumIds[row] ?? '') ?? 0;
		const same =
			row > 0 && stratumIds[row] === stratumIds[row - 1] && clusterIds[row] === clusterIds[row - 1];
		if (!same) last++;
		cluster[row] = last;
	}
	const dimensions: Record<string, DimensionColumn> = {};
	by.forEach(({ id, codes }, i) => {
		dimensions[id] = dimensionColumn(table.column(`by_${i}`), codes);
	});
	const sum = (name: string): Float64Array => Float64Array.from(table.column(`${name}_0`), Number);
	return {
		length: table.rows,
		strata,
		stratum,
		cluster,
		dimensions,
		n: sum('n'),
		missing: sum('missing'),
		w: sum('w'),
		wy: sum('wy'),
		wx: sum('wx'),
		wyy: sum('wyy'),
		wxy: sum('wxy'),
		wxx: sum('wxx')
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
