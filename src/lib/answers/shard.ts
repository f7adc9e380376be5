import { noCode, type Cells, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import { readColumns, writeColumns, type Columns } from './columns.ts';

/**
 * A shard of the answer book: the cells of one table and slice, for several indicators at once.
 * A row is a respondent (and the codes that vary within one, such as the skill rated).
 *
 * Rows that share what they answered share a profile: used, y and x of each indicator, and the codes of
 * dimensions that follow from the answer. A skills audit has a few hundred of them, so a row costs bits.
 */
export interface Shard {
	readonly table: string;
	readonly indicators: readonly string[];
	readonly strata: readonly Stratum[];
	readonly stratum: Uint32Array;
	readonly cluster: Uint32Array;
	readonly unit?: Uint32Array;
	readonly weight: Float64Array;
	readonly dimensions: Readonly<Record<string, DimensionColumn>>;
	/** Row → profile. */
	readonly profile: Uint32Array;
	/** By indicator, profile → rows asked and used, sum of numerators and of denominators of one respondent. */
	readonly measures: Readonly<Record<string, ProfileMeasure>>;
}

export interface ProfileMeasure {
	readonly asked: Float64Array;
	readonly used: Float64Array;
	readonly y: Float64Array;
	readonly x: Float64Array;
}

interface ShardHead {
	readonly format: 'cells-1';
	readonly table: string;
	readonly indicators: readonly string[];
	readonly strata: readonly Stratum[];
	readonly dimensions: readonly { id: string; codes: readonly string[] }[];
	readonly repeated: boolean;
}

/** The bytes of a shard, not yet compressed. */
export function encodeShard(shard: Shard): Uint8Array {
	const dimensions = Object.entries(shard.dimensions);
	const head: ShardHead = {
		format: 'cells-1',
		table: shard.table,
		indicators: shard.indicators,
		strata: shard.strata,
		dimensions: dimensions.map(([id, { codes }]) => ({ id, codes })),
		repeated: shard.unit !== undefined
	};
	const weights = [...new Set(shard.weight)].sort((a, b) => a - b);
	const weightNumber = new Map(weights.map((weight, i) => [weight, i]));
	const columns: Record<string, ArrayLike<number>> = {
		stratum: deltas(shard.stratum),
		cluster: deltas(shard.cluster),
		weights,
		weight: Array.from(shard.weight, (weight) => weightNumber.get(weight) ?? 0),
		profile: shard.profile
	};
	if (shard.unit) columns.unit = deltas(shard.unit);
	dimensions.forEach(([, { index }], i) => {
		columns[`dimension_${i}`] = Array.from(index, (code) => (code === noCode ? 0 : code + 1));
	});
	shard.indicators.forEach((id, i) => {
		const measure = shard.measures[id];
		if (!measure) throw new RangeError(`Shard without the measure ${id}`);
		columns[`asked_${i}`] = measure.asked;
		columns[`used_${i}`] = measure.used;
		columns[`y_${i}`] = measure.y;
		columns[`x_${i}`] = measure.x;
	});
	return writeColumns(head, columns);
}

/** @throws RangeError when the bytes are not a shard of this edition's format. */
export function decodeShard(bytes: Uint8Array): Shard {
	const { head, columns } = readColumns(bytes);
	if (!isShardHead(head)) throw new RangeError('Not a shard of format cells-1');
	const weights = column(columns, 'weights');
	const dimensions: Record<string, DimensionColumn> = {};
	head.dimensions.forEach(({ id, codes }, i) => {
		const index = Uint16Array.from(column(columns, `dimension_${i}`), (code) =>
			code === 0 ? noCode : code - 1
		);
		dimensions[id] = { codes, index };
	});
	const measures: Record<string, ProfileMeasure> = {};
	head.indicators.forEach((id, i) => {
		measures[id] = {
			asked: Float64Array.from(column(columns, `asked_${i}`)),
			used: Float64Array.from(column(columns, `used_${i}`)),
			y: Float64Array.from(column(columns, `y_${i}`)),
			x: Float64Array.from(column(columns, `x_${i}`))
		};
	});
	return {
		table: head.table,
		indicators: head.indicators,
		strata: head.strata,
		stratum: sums(column(columns, 'stratum')),
		cluster: sums(column(columns, 'cluster')),
		...(head.repeated ? { unit: sums(column(columns, 'unit')) } : {}),
		weight: Float64Array.from(column(columns, 'weight'), (i) => weights[i] ?? 0),
		dimensions,
		profile: Uint32Array.from(column(columns, 'profile')),
		measures
	};
}

/** The cells of one indicator of a shard. */
export function cellsOfShard(shard: Shard, indicator: string): Cells {
	const measure = shard.measures[indicator];
	if (!measure) throw new RangeError(`The shard has no indicator ${indicator}`);
	const { length } = shard.profile;
	const sums = { ...emptySums(length) };
	for (let row = 0; row < length; row++) {
		const profile = shard.profile[row] ?? 0;
		const weight = shard.weight[row] ?? 0;
		const used = (measure.used[profile] ?? 0) > 0;
		if (!(weight > 0)) continue;
		if (!used) {
			sums.missing[row] = (measure.asked[profile] ?? 0) > 0 ? 1 : 0;
			continue;
		}
		const y = measure.y[profile] ?? 0;
		const x = measure.x[profile] ?? 0;
		sums.n[row] = 1;
		sums.w[row] = weight;
		sums.wy[row] = weight * y;
		sums.wx[row] = weight * x;
		sums.wyy[row] = weight * y * y;
		sums.wxy[row] = weight * x * y;
		sums.wxx[row] = weight * x * x;
	}
	const { strata, stratum, cluster, unit, dimensions } = shard;
	return { length, strata, stratum, cluster, ...(unit ? { unit } : {}), dimensions, ...sums };
}

function emptySums(length: number) {
	const zeros = (): Float64Array => new Float64Array(length);
	return {
		...{ n: zeros(), missing: zeros(), w: zeros(), wy: zeros(), wx: zeros() },
		...{ wyy: zeros(), wxy: zeros(), wxx: zeros() }
	};
}

function isShardHead(head: unknown): head is ShardHead {
	return typeof head === 'object' && head !== null && 'format' in head && head.format === 'cells-1';
}

function column(columns: Columns, name: string): ArrayLike<number> {
	const found = columns[name];
	if (!found) throw new RangeError(`Shard without the column ${name}`);
	return found;
}

function deltas(values: ArrayLike<number>): number[] {
	return Array.from(values, (value, i) => value - (i > 0 ? (values[i - 1] ?? 0) : 0));
}

function sums(steps: ArrayLike<number>): Uint32Array {
	const values = new Uint32Array(steps.length);
	let last = 0;
	for (let i = 0; i < steps.length; i++) values[i] = last += steps[i] ?? 0;
	return values;
}
