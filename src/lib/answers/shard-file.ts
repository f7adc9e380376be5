import { noCode, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import { readColumns, type Columns } from './columns.ts';
import type { ProfileMeasure, Shard } from './shard.ts';
import { expandJoints, type Joints } from './shard-parts/joint-columns.ts';
import { spread } from './shard-parts/spread.ts';
import { joinParts, type ProfileParts } from './shard-parts/profile-parts.ts';
import { expandPatterns } from './shard-parts/unit-patterns.ts';

/** What a column may hold one value for, instead of one a row. */
export type Key = 'cluster' | 'unit' | 'profile';

/** What stands before the columns of a shard. */
export interface ShardHead {
	readonly format: 'cells-2';
	readonly table: string;
	readonly indicators: readonly string[];
	readonly strata: readonly Stratum[];
	readonly dimensions: readonly { id: string; codes: readonly string[] }[];
	/** How the rows of respondents are told; absent where each has one. */
	readonly units?: 'rows' | 'patterns';
	/** Columns that are told by the patterns of respondents. */
	readonly patterned: readonly string[];
	/** Profiles are numbered by row, shared by rows, or told in parts. */
	readonly profiles: 'own' | 'shared' | 'parts';
	readonly who: ProfileParts['who'];
	readonly keyed: Readonly<Record<string, Key>>;
	readonly joints: Joints;
}

/** @throws RangeError when the bytes are not a shard of this edition's format. */
export function decodeShard(bytes: Uint8Array): Shard {
	const { head, columns: written } = readColumns(bytes);
	if (!isShardHead(head)) throw new RangeError('Not a shard of format cells-2');
	const columns = expandJoints(written, head.joints);
	const { table, indicators, strata } = head;
	const rows = new Rows(head, columns);
	const { cluster, unit } = rows;
	const weights = column(columns, 'weights');
	const coded = head.dimensions.map((_, i) => `dimension_${i}`);
	const known = coded.filter((name) => head.keyed[name] !== 'profile');
	const numbers = Object.fromEntries(known.map((name) => [name, rows.numbers(name)]));
	const profile = profileOf(head, columns, { numbers, rows: cluster.length });
	const dimensions: Record<string, DimensionColumn> = {};
	head.dimensions.forEach(({ id, codes }, i) => {
		const name = coded[i] ?? '';
		dimensions[id] = {
			codes,
			index: indexOf(numbers[name] ?? spread(profile, column(columns, name)))
		};
	});
	return {
		...{ table, indicators, strata, ...(unit ? { unit } : {}), dimensions, profile, cluster },
		stratum: new Uint32Array(rows.numbers('stratum')),
		weight: spread(new Uint32Array(rows.numbers('weight')), weights),
		measures: Object.fromEntries(indicators.map((id, i) => [id, readMeasure(rows, i)]))
	};
}

/** The columns of a shard, with one value a row where the file has fewer. */
class Rows {
	readonly unit: Uint32Array | undefined;
	readonly cluster: Uint32Array;
	readonly #keys: Partial<Record<Key, Uint32Array>>;
	readonly #varying: Readonly<Record<string, ArrayLike<number>>>;

	constructor(
		readonly head: ShardHead,
		readonly columns: Columns
	) {
		const { units, patterned, keyed } = head;
		const expanded =
			units === 'patterns'
				? expandPatterns({
						pattern: column(columns, 'pattern'),
						lengths: column(columns, 'pattern_length'),
						values: Object.fromEntries(patterned.map((name) => [name, column(columns, name)]))
					})
				: undefined;
		this.#varying = expanded?.varying ?? {};
		this.unit = units === 'rows' ? new Uint32Array(column(columns, 'unit')) : expanded?.unit;
		const clusters = new Uint32Array(column(columns, 'cluster'));
		this.cluster =
			keyed.cluster && this.unit ? new Uint32Array(spread(this.unit, clusters)) : clusters;
		this.#keys = { cluster: this.cluster, ...(this.unit ? { unit: this.unit } : {}) };
	}

	/** What a column says of each row, or of each profile where that is what it holds. */
	numbers(name: string): ArrayLike<number> {
		const key = this.head.keyed[name];
		const keys = key && this.#keys[key];
		const values = this.#varying[name] ?? column(this.columns, name);
		return keys ? spread(keys, values) : values;
	}
}

interface Known {
	/** The columns of dimensions, one number a row. */
	readonly numbers: Readonly<Record<string, ArrayLike<number>>>;
	readonly rows: number;
}

function profileOf({ profiles, who }: ShardHead, columns: Columns, known: Known): Uint32Array {
	if (profiles === 'own') return Uint32Array.from({ length: known.rows }, (_, row) => row);
	if (profiles === 'shared') return new Uint32Array(column(columns, 'profile'));
	const parts = {
		answer: column(columns, 'answer'),
		lowest: column(columns, 'lowest'),
		above: column(columns, 'above')
	};
	return joinParts({ who, ...parts }, known.numbers);
}

function readMeasure(rows: Rows, i: number): ProfileMeasure {
	const values = (name: string) => new Float64Array(rows.numbers(`${name}_${i}`));
	return { asked: values('asked'), used: values('used'), y: values('y'), x: values('x') };
}

/** Codes as they are written, from 1 on, 0 where there is none. */
function indexOf(codes: ArrayLike<number>): Uint16Array {
	const index = new Uint16Array(codes.length);
	for (let row = 0; row < index.length; row++) {
		const code = codes[row] ?? 0;
		index[row] = code === 0 ? noCode : code - 1;
	}
	return index;
}

function isShardHead(head: unknown): head is ShardHead {
	return typeof head === 'object' && head !== null && 'format' in head && head.format === 'cells-2';
}

function column(columns: Columns, name: string): ArrayLike<number> {
	const found = columns[name];
	if (!found) throw new RangeError(`Shard without the column ${name}`);
	return found;
}
