import type { EngineManifest } from '#lib/warehouse/engine.ts';
import type { CsvColumn } from '#lib/warehouse/warehouse.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import type { Plan } from './plan.ts';
import { decodeShard } from './shard-file.ts';
import type { Shard } from './shard.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';

/** What `npm run data` made: every file by its hashed path, from the folder `generated/`. */
export interface Manifest {
	readonly edition: string;
	readonly shards: readonly ShardEntry[];
	/** The records that DuckDB loads, by source. */
	readonly records: Readonly<Record<string, readonly RecordsEntry[]>>;
	/** DuckDB-Wasm as packed, in the folder `engine/`. */
	readonly engine: EngineManifest;
	/** Paths of what an import fetches: what files are matched against, and the worker that reads them. */
	readonly importing?: { readonly guide: string; readonly reader: string };
}

export interface ShardEntry {
	readonly path: string;
	/** Bytes over the wire. */
	readonly bytes: number;
	readonly source: string;
	readonly table: string;
	/** Name of the slice: a sector's code, or `all`. */
	readonly slice: string;
	/** What the slice is restricted to. */
	readonly where: Readonly<Record<string, readonly string[]>>;
	readonly dimensions: readonly string[];
	readonly indicators: readonly string[];
	/** Dimensions that a Question has to name: a small shard for one page, that no other page pays for beside a whole. */
	readonly asked?: readonly string[];
}

export interface RecordsEntry {
	readonly table: string;
	readonly path: string;
	readonly bytes: number;
	readonly rows: number;
	readonly columns: readonly CsvColumn[];
}

export type FetchBytes = (path: string) => Promise<Uint8Array>;

/** The published tables of the site. Shards are fetched once, when first asked for. */
export interface AnswerBook {
	readonly manifest: Manifest;
	/** A shard that holds all a plan needs: one that was fetched already, else the smallest. */
	find(plan: Plan): ShardEntry | undefined;
	open(entry: ShardEntry): Promise<Shard>;
}

export function openAnswerBook(manifest: Manifest, fetchBytes: FetchBytes): AnswerBook {
	const opened = new Map<string, Promise<Shard>>();
	return {
		manifest,
		find(plan) {
			const fit = manifest.shards.filter((entry) => covers(entry, plan));
			return (
				fit.find(({ path }) => opened.has(path)) ?? fit.toSorted((a, b) => a.bytes - b.bytes)[0]
			);
		},
		open(entry) {
			const { path } = entry;
			return openOnce(opened, path, () => fetchBytes(path).then(inflate).then(decodeShard));
		}
	};
}

/** The shard that was opened under a path already, else a new one. A failure is no answer: the next ask tries again. */
export function openOnce(
	opened: Map<string, Promise<Shard>>,
	path: string,
	open: () => Promise<Shard>
): Promise<Shard> {
	const known = opened.get(path);
	if (known) return known;
	const shard = open();
	opened.set(path, shard);
	shard.catch(() => opened.delete(path));
	return shard;
}

/** Whether a shard holds all that a plan needs. */
export function covers(entry: ShardEntry, plan: Plan): boolean {
	const { indicator, question } = plan;
	if (entry.table !== indicator.table || !entry.indicators.includes(indicator.id)) return false;
	const inSlice = Object.entries(entry.where).every(
		([id, codes]) => question.where[id]?.join() === [...codes].sort().join()
	);
	const kept = Object.keys(question.where).filter((id) => !(id in entry.where));
	const named = [...plan.columns, ...kept].map(baseOf);
	if (entry.asked?.some((id) => !named.includes(id))) return false;
	return inSlice && named.every((id) => entry.dimensions.includes(id));
}

/** The dimension that cells hold for this one: a grouping is made from what it groups. */
export function baseOf(id: string): string {
	return dimensions[id]?.groups?.dimension ?? id;
}

/** Raw deflate, which every host serves as it is. */
export async function inflate(bytes: Uint8Array): Promise<Uint8Array> {
	return pipeBytes(bytes, new DecompressionStream('deflate-raw'));
}

/** The bytes that come out of a stream when these go in. */
export async function pipeBytes(
	bytes: Uint8Array,
	through: GenericTransformStream
): Promise<Uint8Array<ArrayBuffer>> {
	const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(through);
	return new Uint8Array(await new Response(stream).arrayBuffer());
}

export function needsEngine(plan: Plan): Problem {
	return problem('needs-engine', { indicator: plan.indicator.label });
}
