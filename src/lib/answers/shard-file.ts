import { noCode, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import { readColumns, writeColumns, type Columns } from './columns.ts';
import type { ProfileMeasure, Shard } from './shard.ts';

interface ShardHead {
	readonly format: 'cells-1';
	readonly table: string;
	readonly indicators: readonly string[];
	readonly strata: readonly Stratum[];
	readonly dimensions: readonly { id: string; codes: readonly string[] }[];
	readonly repeated: boolean;
	/** Profiles are numbered by row. */
	readonly ownProfiles: boolean;
	/** Columns that hold one value a cluster, a respondent or a profile instead of one a row. */
	readonly keyed: Readonly<Record<string, Key>>;
}

type Key = 'cluster' | 'unit' | 'profile';

/** The bytes of a shard, not yet compressed. */
export function encodeShard(shard: Shard): Uint8Array {
	const { dimensions, unit, profile } = shard;
	const weights = [...new Set(shard.weight)].sort((a, b) => a - b);
	const weightNumber = new Map(weights.map((weight, i) => [weight, i]));
	const { columns, keyed } = keyColumns(shard, {
		stratum: shard.stratum,
		cluster: shard.cluster,
		weight: Array.from(shard.weight, (weight) => weightNumber.get(weight) ?? 0),
		...Object.fromEntries(
			Object.values(dimensions).map(({ index }, i) => [
				`dimension_${i}`,
				Array.from(index, (code) => (code === noCode ? 0 : code + 1))
			])
		)
	});
	const head: ShardHead = {
		format: 'cells-1',
		table: shard.table,
		indicators: shard.indicators,
		strata: shard.strata,
		dimensions: Object.entries(dimensions).map(([id, { codes }]) => ({ id, codes })),
		repeated: unit !== undefined,
		ownProfiles: hasOwnProfiles(shard),
		keyed
	};
	return writeColumns(head, {
		...columns,
		stratum: deltas(columns.stratum ?? []),
		cluster: deltas(columns.cluster ?? []),
		...(unit ? { unit: deltas(unit) } : {}),
		...{ weights, profile: hasOwnProfiles(shard) ? [profile.length] : profile },
		...measureColumns(shard)
	});
}

function hasOwnProfiles({ profile }: Shard): boolean {
	return profile.length > 0 && profile.every((number, row) => number === row);
}

/** Each column with one value a cluster, a respondent or a profile, where that says it all. */
function keyColumns(
	{ cluster, unit, profile }: Shard,
	columns: Readonly<Record<string, ArrayLike<number>>>
): { columns: Record<string, ArrayLike<number>>; keyed: Record<string, Key> } {
	const short: Record<string, ArrayLike<number>> = {};
	const keyed: Record<string, Key> = {};
	for (const [name, values] of Object.entries(columns)) {
		// Clusters are read back first, so nothing but respondents can stand for them.
		const keys: readonly (readonly [Key, Uint32Array | undefined])[] = [
			['cluster', name === 'cluster' ? undefined : cluster],
			['unit', unit],
			['profile', name.startsWith('dimension') ? profile : undefined]
		];
		short[name] = values;
		for (const [key, numbers] of keys) {
			const fewer = numbers && valuesByKey(values, numbers);
			if (!fewer) continue;
			short[name] = fewer;
			keyed[name] = key;
			break;
		}
	}
	return { columns: short, keyed };
}

/** One value a key, if all rows of a key agree and keys repeat; undefined otherwise. */
function valuesByKey(values: ArrayLike<number>, keys: Uint32Array): number[] | undefined {
	const found: number[] = [];
	for (let row = 0; row < values.length; row++) {
		const key = keys[row] ?? 0;
		const value = values[row] ?? 0;
		if (found[key] === undefined) found[key] = value;
		else if (found[key] !== value) return undefined;
	}
	return found.length < values.length ? found : undefined;
}

function measureColumns({ indicators, measures }: Shard): Record<string, Float64Array> {
	const columns: Record<string, Float64Array> = {};
	indicators.forEach((id, i) => {
		const measure = measures[id];
		if (!measure) throw new RangeError(`Shard without the measure ${id}`);
		columns[`asked_${i}`] = measure.asked;
		columns[`used_${i}`] = measure.used;
		columns[`y_${i}`] = measure.y;
		columns[`x_${i}`] = measure.x;
	});
	return columns;
}

/** @throws RangeError when the bytes are not a shard of this edition's format. */
export function decodeShard(bytes: Uint8Array): Shard {
	const { head, columns } = readColumns(bytes);
	if (!isShardHead(head)) throw new RangeError('Not a shard of format cells-1');
	const { table, indicators, strata, repeated } = head;
	const stored = column(columns, 'profile');
	const profile = head.ownProfiles
		? Uint32Array.from({ length: stored[0] ?? 0 }, (_, row) => row)
		: Uint32Array.from(stored);
	const unit = repeated ? sums(column(columns, 'unit')) : undefined;
	const spread = (numbers: Uint32Array, values: ArrayLike<number>): Uint32Array =>
		Uint32Array.from(numbers, (at) => values[at] ?? 0);
	const steps = sums(column(columns, 'cluster'));
	const cluster = head.keyed.cluster && unit ? spread(unit, steps) : steps;
	const keys = { cluster, unit: unit ?? profile, profile };
	const byRow = (name: string, values: ArrayLike<number>): ArrayLike<number> => {
		const key = head.keyed[name];
		return key ? spread(keys[key], values) : values;
	};
	const numbers = (name: string): ArrayLike<number> => byRow(name, column(columns, name));
	const weights = column(columns, 'weights');
	const dimensions: Record<string, DimensionColumn> = {};
	head.dimensions.forEach(({ id, codes }, i) => {
		const toIndex = (code: number): number => (code === 0 ? noCode : code - 1);
		dimensions[id] = { codes, index: Uint16Array.from(numbers(`dimension_${i}`), toIndex) };
	});
	return {
		...{ table, indicators, strata, ...(unit ? { unit } : {}), dimensions, profile },
		stratum: Uint32Array.from(byRow('stratum', sums(column(columns, 'stratum')))),
		cluster,
		weight: Float64Array.from(numbers('weight'), (i) => weights[i] ?? 0),
		measures: Object.fromEntries(indicators.map((id, i) => [id, readMeasure(columns, i)]))
	};
}

function readMeasure(columns: Columns, i: number): ProfileMeasure {
	const values = (name: string) => Float64Array.from(column(columns, `${name}_${i}`));
	return { asked: values('asked'), used: values('used'), y: values('y'), x: values('x') };
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
