import {
	covers,
	inflate,
	openOnce,
	type AnswerBook,
	type FetchBytes,
	type Manifest
} from './answer-book.ts';
import { breathing } from './breath.ts';
import type { OwnShard } from './own-book.ts';
import { decodeShard } from './shard-file.ts';
import { joinShards, sliceShard } from './shard-join.ts';
import type { Shard } from './shard.ts';

/** Above this many rows a Question about one sector reads that sector alone, cut out once. */
const sliced = 40_000;

/** What pages are about one at a time. */
const slice = 'sector';

/**
 * The answer book of an own survey. Its files are read and joined once, when first asked for.
 * @param fetchBytes by the name of a file
 */
export function openOwnBook(
	{ edition, engine }: Pick<Manifest, 'edition' | 'engine'>,
	shards: readonly OwnShard[],
	fetchBytes: FetchBytes
): AnswerBook {
	const opened = new Map<string, Promise<Shard>>();
	const whole = (entry: OwnShard): Promise<Shard> =>
		openOnce(opened, entry.path, () => readParts(entry, fetchBytes));
	return {
		manifest: { edition, engine, shards, records: {} },
		find(plan) {
			const entry = shards.find((shard) => covers(shard, plan));
			const [code, ...others] = plan.question.where[slice] ?? [];
			const cut = entry && entry.rows > sliced && code !== undefined && others.length === 0;
			return cut && entry.dimensions.includes(slice)
				? { ...entry, path: `${entry.path} ${code}`, slice: code }
				: entry;
		},
		open(entry) {
			const stored = shards.find(({ table }) => table === entry.table);
			if (!stored) throw new RangeError(`No cells of ${entry.table}`);
			if (entry.path === stored.path) return whole(stored);
			return openOnce(opened, entry.path, async () =>
				sliceShard(await whole(stored), slice, entry.slice)
			);
		}
	};
}

async function readParts({ table, files }: OwnShard, fetchBytes: FetchBytes): Promise<Shard> {
	const breathe = breathing();
	const parts: Shard[] = [];
	for (const file of files) {
		parts.push(decodeShard(await inflate(await fetchBytes(file))));
		await breathe();
	}
	const [first, ...others] = parts;
	if (!first) throw new RangeError(`No cells of ${table}`);
	return joinShards([first, ...others], breathe);
}
