import { noCode } from '#lib/survey/cells.ts';
import { covers, type AnswerBook, type ShardEntry } from './answer-book.ts';
import { breathing } from './breath.ts';
import { joinShards } from './shard-join.ts';
import type { Shard } from './shard.ts';

/** One wave of a survey of graduates, from whichever book. */
export interface WavePart {
	/** Tells its strata from those of other parts. */
	readonly id: string;
	/** Under which it stands among the others. */
	readonly wave: string;
	readonly held: Pick<ShardEntry, 'dimensions' | 'indicators'>;
	open(): Promise<Shard>;
}

const table = 'tracer';

/**
 * One answer book of several waves, of the site and of this device: their cells stand one behind the other, as
 * separate samples, so that a Question may split by wave or take a difference of two.
 * @param parts in the order of their waves
 * @param site answers what is not asked of graduates themselves
 */
export function openWavesBook(parts: readonly WavePart[], site: AnswerBook): AnswerBook {
	const union = (of: (part: WavePart) => readonly string[]): string[] => [
		...new Set(parts.flatMap(of))
	];
	const entry: ShardEntry = {
		...{ path: 'waves', bytes: 0, source: table, table, slice: 'waves', where: {} },
		indicators: union(({ held }) => held.indicators),
		dimensions: union(({ held }) => [...held.dimensions, 'wave'])
	};
	let joined: Promise<Shard> | undefined;
	const { edition, engine } = site.manifest;
	return {
		manifest: { edition, engine, shards: [entry], records: {} },
		find(plan) {
			if (plan.indicator.table !== table) return site.find(plan);
			return covers(entry, plan) ? entry : undefined;
		},
		open(asked) {
			if (asked !== entry) return site.open(asked);
			joined ??= joinParts(parts, entry);
			joined.catch(() => (joined = undefined));
			return joined;
		}
	};
}

async function joinParts(parts: readonly WavePart[], entry: ShardEntry): Promise<Shard> {
	const shards: Shard[] = [];
	for (const part of parts) shards.push(asPart(await part.open(), part, entry));
	const [first, ...others] = shards;
	if (!first) throw new RangeError('No waves');
	return joinShards([first, ...others], breathing());
}

/** The shard with every dimension and indicator of all parts; of what it lacks nobody was asked. */
function asPart(
	shard: Shard,
	{ id, wave }: WavePart,
	{ dimensions, indicators }: ShardEntry
): Shard {
	const { length } = shard.profile;
	const profiles = shard.measures[shard.indicators[0] ?? '']?.asked.length ?? length;
	const none = new Float64Array(profiles);
	const blank = { codes: [], index: new Uint16Array(length).fill(noCode) };
	return {
		...shard,
		indicators,
		strata: shard.strata.map((stratum) => ({ ...stratum, id: `${id}\u001f${stratum.id}` })),
		dimensions: Object.fromEntries(
			dimensions.map((name) => [
				name,
				name === 'wave'
					? { codes: [wave], index: new Uint16Array(length) }
					: (shard.dimensions[name] ?? blank)
			])
		),
		measures: Object.fromEntries(
			indicators.map((name) => [
				name,
				shard.measures[name] ?? { asked: none, used: none, y: none, x: none }
			])
		)
	};
}
