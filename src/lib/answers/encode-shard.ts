import { noCode } from '#lib/survey/cells.ts';

import type { Key, ShardHead } from './shard-file.ts';
import type { Shard } from './shard.ts';
import { valuesByKey } from './shard-parts/kinds.ts';
import { findParts } from './shard-parts/find-parts.ts';
import { findPatterns } from './shard-parts/find-patterns.ts';
import { joinColumns, type SizeOf } from './shard-parts/join-columns.ts';
import { writeColumns } from './write-columns.ts';

type NumberColumns = Readonly<Record<string, ArrayLike<number>>>;

/** Columns as they are written, and what the head says of them. */
interface Written {
	readonly columns: NumberColumns;
	readonly head: Partial<ShardHead>;
}

/** Columns that only rise: small as they are. */
const rising = ['stratum', 'cluster', 'unit', 'weights'];

/**
 * The bytes of a shard, not yet compressed.
 * @param sizeOf what numbers take once they are: given, what follows from something else is looked for and told once.
 * That takes seconds and saves a third of what goes over the wire; cells that stay on a device do without.
 */
export function encodeShard(shard: Shard, sizeOf?: SizeOf): Uint8Array {
	const { columns, keyed } = keyColumns(shard, designColumns(shard));
	const units = writeUnits(shard, { columns, keyed }, sizeOf);
	const profiles = writeProfiles(shard, keyed, sizeOf);
	const all = {
		...{ ...columns, ...units.columns, weights: weightsOf(shard) },
		...{ ...profiles.columns, ...measureColumns(shard) }
	};
	const written = sizeOf ? joinColumns(all, rising, sizeOf) : { columns: all, joints: {} };
	const head: ShardHead = {
		format: 'cells-2',
		...{ table: shard.table, indicators: shard.indicators, strata: shard.strata },
		dimensions: Object.entries(shard.dimensions).map(([id, { codes }]) => ({ id, codes })),
		...{ patterned: [], profiles: 'own', who: [], ...units.head, ...profiles.head },
		...{ keyed, joints: written.joints }
	};
	return writeColumns(head, written.columns);
}

function hasOwnProfiles({ profile }: Shard): boolean {
	return profile.length > 0 && profile.every((number, row) => number === row);
}

function weightsOf({ weight }: Shard): number[] {
	return [...new Set(weight)].sort((a, b) => a - b);
}

/** Place in the design, number of the weight, and codes (0 where there is none), one a row. */
function designColumns(shard: Shard): NumberColumns {
	const number = new Map(weightsOf(shard).map((weight, i) => [weight, i]));
	return {
		...{ stratum: shard.stratum, cluster: shard.cluster },
		weight: Array.from(shard.weight, (weight) => number.get(weight) ?? 0),
		...Object.fromEntries(
			Object.values(shard.dimensions).map(({ index }, i) => [
				`dimension_${i}`,
				Array.from(index, (code) => (code === noCode ? 0 : code + 1))
			])
		)
	};
}

/** Each column with one value a cluster, a respondent or a profile, where that says it all. */
function keyColumns(shard: Shard, columns: NumberColumns) {
	const { cluster, unit, profile } = shard;
	const short: Record<string, ArrayLike<number>> = {};
	const keyed: Record<string, Key> = {};
	for (const [name, values] of Object.entries(columns)) {
		// Clusters are read back first, so nothing but respondents can stand for them.
		const keys: readonly (readonly [Key, Uint32Array | undefined])[] = [
			['cluster', name === 'cluster' ? undefined : cluster],
			['unit', unit],
			['profile', isDimension(name) && !hasOwnProfiles(shard) ? profile : undefined]
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

/** Which rows are of which respondent, with what varies among them. */
function writeUnits(
	{ unit }: Shard,
	{ columns, keyed }: { readonly columns: NumberColumns; readonly keyed: ShardHead['keyed'] },
	sizeOf: SizeOf | undefined
): Written {
	if (!unit) return { head: {}, columns: {} };
	const varying = Object.keys(columns).filter((name) => isDimension(name) && !keyed[name]);
	const patterns = sizeOf && findPatterns(unit, pick(columns, varying));
	if (!patterns) return { head: { units: 'rows' }, columns: { unit } };
	const { pattern, lengths, values } = patterns;
	return {
		head: { units: 'patterns', patterned: Object.keys(values) },
		columns: { ...values, pattern, pattern_length: lengths }
	};
}

/** What each row answered: measures of all indicators, of few kinds. */
function writeProfiles(
	shard: Shard,
	keyed: ShardHead['keyed'],
	sizeOf: SizeOf | undefined
): Written {
	const { profile } = shard;
	if (hasOwnProfiles(shard)) return { head: { profiles: 'own' }, columns: {} };
	const shared: Written = { head: { profiles: 'shared' }, columns: { profile } };
	if (!sizeOf) return shared;
	const rows = designColumns(shard);
	const byProfile = Object.keys(keyed).filter((name) => keyed[name] === 'profile');
	const traits = [
		...byProfile.map((name) => valuesByKey(rows[name] ?? [], profile)?.map(String) ?? []),
		...shard.indicators.map((id) => traitsOf(shard, id))
	];
	const askable = Object.keys(keyed).filter((name) => isDimension(name) && keyed[name] === 'unit');
	const parts = findParts(profile, traits, pick(rows, askable));
	if (!parts) return shared;
	const { who, answer, lowest, above } = parts;
	return { head: { profiles: 'parts', who }, columns: { answer, lowest, above } };
}

function traitsOf({ measures, profile }: Shard, id: string): string[] {
	const { asked, used, y, x } = measures[id] ?? {};
	const count = Math.max(-1, ...profile) + 1;
	return Array.from({ length: count }, (_, at) =>
		[asked, used, y, x].map((one) => one?.[at]).join()
	);
}

function measureColumns({ indicators, measures }: Shard): NumberColumns {
	const columns: Record<string, ArrayLike<number>> = {};
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

function isDimension(name: string): boolean {
	return name.startsWith('dimension_');
}

function pick(columns: NumberColumns, names: readonly string[]): NumberColumns {
	return Object.fromEntries(names.map((name) => [name, columns[name] ?? []]));
}
