import { compileCells, compileFrame, type Restriction } from '#lib/indicators/compile.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { indicators, tableDesigns } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Table, Warehouse } from '#lib/warehouse/warehouse.ts';
import { dimensionColumn, strataFromTable } from './cells-from-table.ts';
import type { ProfileMeasure, Shard } from './shard.ts';
import { numberKinds } from './shard-parts/kinds.ts';

/** Which rows and columns of a table go into one shard. */
export interface ShardRequest {
	readonly table: TableId;
	readonly indicators: readonly string[];
	/** Dimension ids with their codes in the order of the page. */
	readonly by: readonly { id: string; codes: readonly string[] }[];
	readonly where: Readonly<Record<string, readonly string[]>>;
	/** Some whole clusters of the table alone. */
	readonly part?: Restriction | undefined;
}

/**
 * The cells of a shard, asked of DuckDB with the SQL that also answers single Questions.
 * @param counted the frame of the table, where it was counted before
 */
export async function makeShard(
	warehouse: Warehouse,
	request: ShardRequest,
	counted?: Table
): Promise<Shard> {
	const { table: id } = request;
	const design = tableDesigns[id];
	if (!design) throw new RangeError(`${id} has no survey design`);
	const expression = (name: string): string => dimensions[name]?.expressions[id] ?? 'NULL';
	const statement = compileCells({
		design,
		by: request.by.map(({ id: name }) => ({ id: name, expression: expression(name) })),
		where: [
			...Object.entries(request.where).map(([name, codes]) => ({
				expression: expression(name),
				codes
			})),
			...(request.part ? [request.part] : [])
		],
		measures: request.indicators.map((name) => {
			const indicator = indicators[name];
			if (!indicator) throw new RangeError(`No indicator ${name}`);
			return indicator;
		}),
		grain: 'unit'
	});
	const rows = await warehouse.query(statement.sql, statement.parameters);
	const frame = counted ?? (await warehouse.query(compileFrame(design).sql));
	return shardFromRows(request, rows, frame);
}

function shardFromRows(request: ShardRequest, rows: Table, frame: Table): Shard {
	const numbers = numberRows(rows, frame);
	const units = numberRuns(rows.column('unit'), numbers.cluster);
	const repeated = units.length > 0 && (units.at(-1) ?? 0) + 1 < units.length;
	const { profile, measures } = profiles(request, rows);
	return {
		table: request.table,
		indicators: request.indicators,
		...numbers,
		...(repeated ? { unit: units } : {}),
		weight: Float64Array.from(rows.column('weight'), Number),
		dimensions: Object.fromEntries(
			request.by.map(({ id, codes }, i) => [id, dimensionColumn(rows.column(`by_${i}`), codes)])
		),
		profile,
		measures
	};
}

/** Stratum and cluster numbers of the rows; only the strata that have rows are kept. */
function numberRows(rows: Table, frame: Table) {
	const all = strataFromTable(frame);
	const ids = Array.from(rows.column('stratum'), String);
	const present = new Set(ids);
	const strata = all.filter(({ id }) => present.has(id));
	const number = new Map(strata.map(({ id }, i) => [id, i]));
	const stratum = Uint32Array.from(ids, (id) => number.get(id) ?? 0);
	return { strata, stratum, cluster: numberRuns(rows.column('cluster'), stratum) };
}

/** Numbers runs of equal values; a new run also starts where `within` changes. */
function numberRuns(values: ArrayLike<unknown>, within: Uint32Array): Uint32Array {
	const numbers = new Uint32Array(values.length);
	let last = 0;
	for (let i = 1; i < values.length; i++) {
		if (values[i] !== values[i - 1] || within[i] !== within[i - 1]) last++;
		numbers[i] = last;
	}
	return numbers;
}

/** Whether, not how often: 1 or 0. */
function flags(counts: readonly unknown[]): number[] {
	return counts.map((count) => (Number(count) > 0 ? 1 : 0));
}

/** Dimensions that follow from the answer itself: kept with the profile, they cost nothing a row. */
const answered = ['required_level', 'attained_level'];

function profiles({ indicators: ids, by }: ShardRequest, rows: Table) {
	const levels = by.flatMap(({ id }, i) => (answered.includes(id) ? [rows.column(`by_${i}`)] : []));
	const columns = ids.map((_, i) => ({
		asked: flags(rows.column(`asked_${i}`)),
		used: flags(rows.column(`used_${i}`)),
		y: rows.column(`y_${i}`),
		x: rows.column(`x_${i}`)
	}));
	const all = [...levels, ...columns.flatMap(({ asked, used, y, x }) => [asked, used, y, x])];
	// Where few rows share a profile its number would cost more than the answers: then each row has its own.
	const kinds = numberKinds(all, rows.rows, rows.rows / 8);
	const profile = kinds?.numbers ?? Uint32Array.from({ length: rows.rows }, (_, row) => row);
	const rowOf = kinds?.first ?? Array.from(profile);
	const measures: Record<string, ProfileMeasure> = {};
	ids.forEach((id, i) => {
		const pick = (name: keyof ProfileMeasure): Float64Array =>
			Float64Array.from(rowOf, (row) => Number(columns[i]?.[name][row] ?? 0));
		measures[id] = { asked: pick('asked'), used: pick('used'), y: pick('y'), x: pick('x') };
	});
	return { profile, measures };
}
