import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { compileFrame } from '#lib/indicators/compile.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { indicators, sourceOf, tableDesigns } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { noCode } from '#lib/survey/cells.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { pipeBytes, type ShardEntry } from './answer-book.ts';
import { breathing } from './breath.ts';
import { encodeShard } from './encode-shard.ts';
import { makeShard, type ShardRequest } from './make-shard.ts';
import { inParts } from './own-parts.ts';
import { codesOf } from './plan.ts';
import type { Shard } from './shard.ts';

/** A table of an own survey in the answer book: as many files as it was made in parts. */
export interface OwnShard extends Omit<ShardEntry, 'asked'> {
	readonly files: readonly string[];
	/** Of all parts: a row a respondent and codes. */
	readonly rows: number;
}

/** The answer book of an own survey: what it holds, and the bytes of each file by its name. */
export interface OwnBook {
	/** Of the declarations that it was made by: cells of another version are made again. */
	readonly version: string;
	readonly shards: readonly OwnShard[];
	readonly files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>;
}

interface MakeOptions {
	/** With the codes that the file brings. */
	readonly catalogue: Catalogue;
	/** Parts of a table that have become cells, and how many there are. */
	readonly onProgress?: (done: number, of: number) => void;
	readonly signal?: AbortSignal;
}

/**
 * Makes the answer book of an own survey out of its canonical tables, by the code that makes the site's. No
 * limit of bytes holds here, so a table is one shard with all indicators and dimensions that it has answers to,
 * made and stored in parts of whole clusters, between which a page goes on answering.
 * @throws the signal's reason when aborted
 */
export async function makeOwnBook(
	warehouse: Warehouse,
	tables: readonly TableId[],
	{ catalogue, onProgress, signal }: MakeOptions
): Promise<OwnBook> {
	const shards: OwnShard[] = [];
	const files = new Map<string, Uint8Array<ArrayBuffer>>();
	for (const table of tables) {
		const design = tableDesigns[table];
		if (!design) throw new RangeError(`${table} has no survey design`);
		const request = wholeRequest(table, catalogue);
		const frame = await warehouse.query(compileFrame(design).sql);
		await inParts(warehouse, design, async (parts) => {
			const names: string[] = [];
			const found = { rows: 0, indicators: new Set<string>(), dimensions: new Set<string>() };
			const breathe = breathing();
			for (const [i, part] of parts.entries()) {
				signal?.throwIfAborted();
				const shard = await makeShard(warehouse, { ...request, part }, frame);
				await breathe();
				note(shard, found);
				const name = `${table}-${i}`;
				files.set(name, await deflate(encodeShard(shard)));
				names.push(name);
				onProgress?.(i + 1, parts.length);
				await breathe();
			}
			const bytes = names.reduce((sum, name) => sum + (files.get(name)?.length ?? 0), 0);
			shards.push({
				...{ path: table, files: names, bytes, rows: found.rows, source: sourceOf[table] },
				...{ table, slice: 'all', where: {} },
				indicators: request.indicators.filter((id) => found.indicators.has(id)),
				dimensions: request.by.map(({ id }) => id).filter((id) => found.dimensions.has(id))
			});
		});
	}
	return { version: await cellsVersion(), shards, files };
}

function wholeRequest(table: TableId, catalogue: Catalogue): ShardRequest {
	return {
		...{ table, where: {} },
		indicators: Object.values(indicators)
			.filter((indicator) => indicator.table === table)
			.map(({ id }) => id),
		by: Object.values(dimensions)
			.filter(({ groups, expressions }) => !groups && expressions[table] !== undefined)
			.map((dimension) => ({ id: dimension.id, codes: codesOf(dimension, catalogue) }))
	};
}

/** Notes what has an answer in any row: what nobody was asked is not promised by the book. */
function note(
	shard: Shard,
	found: { rows: number; indicators: Set<string>; dimensions: Set<string> }
): void {
	found.rows += shard.profile.length;
	for (const [id, { used }] of Object.entries(shard.measures)) {
		if (used.some((one) => one > 0)) found.indicators.add(id);
	}
	for (const [id, { index }] of Object.entries(shard.dimensions)) {
		if (index.some((code) => code !== noCode)) found.dimensions.add(id);
	}
}

function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	return pipeBytes(bytes, new CompressionStream('deflate-raw'));
}

let version: Promise<string> | undefined;

/** Changes with the format of shards, the SQL of an indicator or dimension, and their names. */
export function cellsVersion(): Promise<string> {
	return (version ??= digestOf(
		JSON.stringify([
			'cells-2 in parts',
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
