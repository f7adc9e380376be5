import { noCode, type DimensionColumn, type Stratum } from '#lib/survey/cells.ts';
import type { Breathe } from './breath.ts';
import type { ProfileMeasure, Shard } from './shard.ts';

/**
 * The shards of parts of one table as one, each with whole clusters, in the order of their strata and clusters.
 * Pauses between parts.
 */
export async function joinShards(
	parts: readonly [Shard, ...Shard[]],
	breathe: Breathe
): Promise<Shard> {
	const [first] = parts;
	if (parts.length === 1) return first;
	const joined = new Joined(first, {
		rows: parts.reduce((sum, { profile }) => sum + profile.length, 0),
		profiles: parts.reduce((sum, part) => sum + profileCount(part), 0)
	});
	for (const part of parts) {
		joined.add(part);
		await breathe();
	}
	return joined.shard(parts.some(({ unit }) => unit));
}

/** Where the next part is put: a row, and numbers that no part before it has. */
interface Place {
	readonly row: number;
	readonly cluster: number;
	readonly unit: number;
	readonly profile: number;
}

class Joined {
	readonly #first: Shard;
	readonly #strata: Stratum[] = [];
	readonly #numbers = new Map<string, number>();
	readonly #stratum: Uint32Array;
	readonly #cluster: Uint32Array;
	readonly #unit: Uint32Array;
	readonly #weight: Float64Array;
	readonly #profile: Uint32Array;
	readonly #dimensions: Readonly<Record<string, DimensionColumn & { readonly codes: string[] }>>;
	readonly #measures: Readonly<Record<string, ProfileMeasure>>;
	#at: Place = { row: 0, cluster: 0, unit: 0, profile: 0 };

	constructor(first: Shard, { rows, profiles }: { rows: number; profiles: number }) {
		this.#first = first;
		this.#stratum = new Uint32Array(rows);
		this.#cluster = new Uint32Array(rows);
		this.#unit = new Uint32Array(rows);
		this.#weight = new Float64Array(rows);
		this.#profile = new Uint32Array(rows);
		this.#dimensions = Object.fromEntries(
			Object.entries(first.dimensions).map(([id, { codes }]) => [
				id,
				{ codes: [...codes], index: new Uint16Array(rows).fill(noCode) }
			])
		);
		this.#measures = Object.fromEntries(first.indicators.map((id) => [id, emptyMeasure(profiles)]));
	}

	add(part: Shard): void {
		const at = this.#at;
		const { length } = part.profile;
		const strata = part.strata.map((stratum) => this.#number(stratum));
		for (let row = 0; row < length; row++) {
			const to = at.row + row;
			this.#stratum[to] = strata[part.stratum[row] ?? 0] ?? 0;
			this.#cluster[to] = at.cluster + (part.cluster[row] ?? 0);
			this.#unit[to] = at.unit + (part.unit?.[row] ?? row);
			this.#profile[to] = at.profile + (part.profile[row] ?? 0);
		}
		this.#weight.set(part.weight, at.row);
		for (const [id, { codes, index }] of Object.entries(this.#dimensions)) {
			const own = part.dimensions[id];
			// A code that no list has stands where its part first met it.
			const places = (own?.codes ?? []).map((code) => placeOf(codes, code));
			own?.index.forEach((code, row) => {
				index[at.row + row] = code === noCode ? noCode : (places[code] ?? noCode);
			});
		}
		for (const [id, measure] of Object.entries(this.#measures)) {
			const own = part.measures[id];
			if (!own) throw new RangeError(`A part without ${id}`);
			for (const name of measureNames) measure[name].set(own[name], at.profile);
		}
		this.#at = {
			row: at.row + length,
			cluster: at.cluster + lastOf(part.cluster) + 1,
			unit: at.unit + (part.unit ? lastOf(part.unit) + 1 : length),
			profile: at.profile + profileCount(part)
		};
	}

	/** @param repeated respondents have several rows */
	shard(repeated: boolean): Shard {
		const { table, indicators } = this.#first;
		return {
			...{ table, indicators, strata: this.#strata, stratum: this.#stratum },
			cluster: this.#cluster,
			...(repeated ? { unit: this.#unit } : {}),
			...{ weight: this.#weight, dimensions: this.#dimensions },
			...{ profile: this.#profile, measures: this.#measures }
		};
	}

	#number(stratum: Stratum): number {
		const known = this.#numbers.get(stratum.id);
		if (known !== undefined) return known;
		const next = this.#strata.push(stratum) - 1;
		this.#numbers.set(stratum.id, next);
		return next;
	}
}

/** The rows of a shard that have a code, with the clusters and profiles that they need. */
export function sliceShard(shard: Shard, dimension: string, code: string): Shard {
	const column = shard.dimensions[dimension];
	const wanted = column?.codes.indexOf(code) ?? -1;
	const rows: number[] = [];
	column?.index.forEach((index, row) => {
		if (index === wanted) rows.push(row);
	});
	const pick = (values: Uint32Array): Uint32Array =>
		Uint32Array.from(rows, (row) => values[row] ?? 0);
	const profiles = renumbered(pick(shard.profile));
	const strata = renumbered(pick(shard.stratum));
	return {
		...{ table: shard.table, indicators: shard.indicators },
		strata: strata.kept.flatMap((at) => shard.strata[at] ?? []),
		stratum: strata.numbers,
		cluster: renumbered(pick(shard.cluster)).numbers,
		...(shard.unit ? { unit: renumbered(pick(shard.unit)).numbers } : {}),
		weight: Float64Array.from(rows, (row) => shard.weight[row] ?? 0),
		dimensions: Object.fromEntries(
			Object.entries(shard.dimensions).map(([id, { codes, index }]) => [
				id,
				{ codes, index: Uint16Array.from(rows, (row) => index[row] ?? noCode) }
			])
		),
		profile: profiles.numbers,
		measures: Object.fromEntries(
			Object.entries(shard.measures).map(([id, measure]) => [
				id,
				pickedMeasure(measure, profiles.kept)
			])
		)
	};
}

/** Where a code stands, at the end if it is new. */
function placeOf(codes: string[], code: string): number {
	const known = codes.indexOf(code);
	return known < 0 ? codes.push(code) - 1 : known;
}

const measureNames = ['asked', 'used', 'y', 'x'] as const;

function emptyMeasure(length: number): ProfileMeasure {
	const zeros = (): Float64Array => new Float64Array(length);
	return { asked: zeros(), used: zeros(), y: zeros(), x: zeros() };
}

function pickedMeasure(measure: ProfileMeasure, rows: readonly number[]): ProfileMeasure {
	const pick = (values: Float64Array): Float64Array =>
		Float64Array.from(rows, (row) => values[row] ?? 0);
	return {
		asked: pick(measure.asked),
		used: pick(measure.used),
		y: pick(measure.y),
		x: pick(measure.x)
	};
}

/** Numbers from 0 in the order in which they first come, and which they were. */
function renumbered(values: Uint32Array): { numbers: Uint32Array; kept: number[] } {
	const numbers = new Map<number, number>();
	const kept: number[] = [];
	const found = values.map((value) => {
		const known = numbers.get(value);
		if (known !== undefined) return known;
		const next = kept.push(value) - 1;
		numbers.set(value, next);
		return next;
	});
	return { numbers: found, kept };
}

function profileCount({ measures, indicators, profile }: Shard): number {
	return measures[indicators[0] ?? '']?.asked.length ?? profile.length;
}

/** Clusters and respondents are numbered in the order of the rows. */
function lastOf(numbers: Uint32Array): number {
	return numbers.at(-1) ?? -1;
}
