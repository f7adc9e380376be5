import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { indicators, sourceOf } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { noCode } from '#lib/survey/cells.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { pipeBytes, type ShardEntry } from './answer-book.ts';
import { makeShard } from './make-shard.ts';
import { codesOf } from './plan.ts';
import { encodeShard } from './shard-file.ts';
import type { PlannedShard } from './shard-plan.ts';
import type { Shard } from './shard.ts';

/** The answer book of an own survey: what it holds, and the bytes of each shard by its path. */
export interface OwnBook {
	/** Of the declarations that it was made by: cells of another version are made again. */
	readonly version: string;
	readonly shards: readonly ShardEntry[];
	readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

/** Above this many rows a sector has a shard of its own, so that its page does not read them all. */
const sliced = 40_000;

/**
 * Makes the answer book of an own survey out of its canonical tables, by the code that makes the site's. No
 * limit of bytes holds here, so a table is one shard with all indicators and dimensions that it has answers to;
 * a large skills audit has one a sector beside.
 * @param catalogue with the codes that the file brings
 */
export async function makeOwnBook(
	warehouse: Warehouse,
	tables: readonly TableId[],
	catalogue: Catalogue
): Promise<OwnBook> {
	const shards: ShardEntry[] = [];
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const table of tables) {
		const whole = planWhole(table, catalogue);
		const shard = await makeShard(warehouse, whole);
		const held = heldBy(whole, shard);
		for (const { planned, made } of [
			{ planned: held, made: onlyHeld(shard, held) },
			...(await slicesOf(warehouse, held, { rows: shard.profile.length, catalogue }))
		]) {
			const path = `${table}-${planned.slice}`;
			const bytes = await deflate(encodeShard(made));
			files.set(path, bytes);
			shards.push(entryOf(planned, path, bytes.length));
		}
	}
	return { version: await cellsVersion(), shards, files };
}

function planWhole(table: TableId, catalogue: Catalogue): PlannedShard {
	return {
		...{ table, slice: 'all', where: {} },
		indicators: Object.values(indicators)
			.filter((indicator) => indicator.table === table)
			.map(({ id }) => id),
		by: Object.values(dimensions)
			.filter(({ groups, expressions }) => !groups && expressions[table] !== undefined)
			.map((dimension) => ({ id: dimension.id, codes: codesOf(dimension, catalogue) }))
	};
}

/** What of a plan has an answer in any row: an indicator or dimension that nobody was asked is left out. */
function heldBy(planned: PlannedShard, shard: Shard): PlannedShard {
	return {
		...planned,
		indicators: planned.indicators.filter((id) =>
			shard.measures[id]?.used.some((used) => used > 0)
		),
		by: planned.by.filter(({ id }) => shard.dimensions[id]?.index.some((code) => code !== noCode))
	};
}

function onlyHeld(shard: Shard, { indicators: ids, by }: PlannedShard): Shard {
	const kept = by.map(({ id }) => id);
	const dimensionsHeld = Object.entries(shard.dimensions).filter(([id]) => kept.includes(id));
	return { ...shard, indicators: ids, dimensions: Object.fromEntries(dimensionsHeld) };
}

/** The sectors of a large skills audit, each apart. */
async function slicesOf(
	warehouse: Warehouse,
	held: PlannedShard,
	{ rows, catalogue }: { readonly rows: number; readonly catalogue: Catalogue }
): Promise<{ planned: PlannedShard; made: Shard }[]> {
	if (held.table !== 'audit_skill' || rows <= sliced) return [];
	const slices: { planned: PlannedShard; made: Shard }[] = [];
	for (const { code } of catalogue.codeLists.sector ?? []) {
		const by = held.by.filter(({ id }) => id !== 'sector');
		const planned = { ...held, slice: code, where: { sector: [code] }, by };
		slices.push({ planned, made: await makeShard(warehouse, planned) });
	}
	return slices;
}

function entryOf(
	{ table, slice, where, by, indicators: ids }: PlannedShard,
	path: string,
	bytes: number
): ShardEntry {
	const source = sourceOf[table];
	return {
		...{ path, bytes, source, table, slice, where, indicators: ids },
		dimensions: by.map(({ id }) => id)
	};
}

function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	return pipeBytes(bytes, new CompressionStream('deflate-raw'));
}

let version: Promise<string> | undefined;

/** Changes with the format of shards, the SQL of an indicator or dimension, and their names. */
export function cellsVersion(): Promise<string> {
	return (version ??= digestOf(
		JSON.stringify([
			'cells-1',
			Object.values(indicators).map(({ id, table, condition, numerator, denominator, any }) => [
				...[id, table, condition, numerator, denominator, any]
			]),
			Object.values(dimensions).map(({ id, codeList, expressions }) => [id, codeList, expressions])
		])
	));
}

async function digestOf(text: string): Promise<string> {
	const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
	return [...new Uint8Array(digest)]
		.slice(0, 6)
		.map((byte) => byte.toString(16).padStart(2, '0'))
		.join('');
}
