import type { Cells, Stratum } from '#lib/survey/cells.ts';
import { sexes, statuses, type Cluster, type Draws, type Population } from './population.ts';

/** Clusters drawn in each stratum of the population. */
export type Allocation = readonly number[];

/** Cells of a sample without what is measured: `measured` fills that in. */
export type SampledPeople = Cells & { readonly person: Uint32Array };

/** People drawn in a cluster. */
const take = 30;

/**
 * A sample in two stages: in each stratum clusters with replacement, in proportion to their measure, then
 * `take` people of each without replacement, drawn anew where a cluster comes twice. The weight is the
 * inverse of the expected number of times that a person is drawn. It is the design that the variance between
 * ultimate clusters supposes: clusters drawn independently, none of them certain.
 */
export function drawSample(
	population: Population,
	allocation: Allocation,
	draws: Draws
): SampledPeople {
	const person: number[] = [];
	const stratum: number[] = [];
	const cluster: number[] = [];
	const w: number[] = [];
	let drawn = 0;
	population.strata.forEach(({ clusters }, h) => {
		const ends = runningSum(clusters);
		const total = ends.at(-1) ?? 0;
		const times = allocation[h] ?? 0;
		for (let i = 0; i < times; i++, drawn++) {
			const at = draws.below(total);
			const one = clusters[ends.findIndex((end) => at < end)];
			if (!one) throw new RangeError(`No cluster at ${at} of ${total}`);
			const kept = choose(one, draws);
			const weight = (total / (times * one.measure)) * (one.size / kept.length);
			for (const member of kept) {
				person.push(member);
				stratum.push(h);
				cluster.push(drawn);
				w.push(weight);
			}
		}
	});
	const frame = population.strata.map(({ id }, h) => ({ id, clusters: allocation[h] ?? 0 }));
	return peopleOf(population, frame, { person, stratum, cluster, w });
}

/** Everybody, with a weight of 1: what it gives is the truth. */
export function everybody(population: Population): SampledPeople {
	const clusters = population.strata.flatMap((one, h) =>
		one.clusters.map(({ size }) => ({ size, h }))
	);
	const all = clusters.flatMap(({ size, h }, c) => Array.from({ length: size }, () => ({ h, c })));
	const frame = population.strata.map(({ id, clusters: own }) => ({ id, clusters: own.length }));
	return peopleOf(population, frame, {
		person: [...all.keys()],
		stratum: all.map(({ h }) => h),
		cluster: all.map(({ c }) => c),
		w: all.map(() => 1)
	});
}

interface Rows {
	readonly person: readonly number[];
	readonly stratum: readonly number[];
	readonly cluster: readonly number[];
	readonly w: readonly number[];
}

function peopleOf(
	{ sex, status }: Population,
	strata: readonly Stratum[],
	{ person, stratum, cluster, w }: Rows
): SampledPeople {
	const none = new Float64Array(person.length);
	const coded = (codes: readonly string[], index: (row: number) => number) => {
		return { codes, index: Uint16Array.from(person.keys(), index) };
	};
	return {
		length: person.length,
		person: Uint32Array.from(person),
		strata,
		stratum: Uint32Array.from(stratum),
		cluster: Uint32Array.from(cluster),
		dimensions: {
			place: coded(
				strata.map(({ id }) => id),
				(row) => stratum[row] ?? 0
			),
			sex: coded(sexes, (row) => sex[person[row] ?? 0] ?? 0),
			status: coded(statuses, (row) => status[person[row] ?? 0] ?? 0)
		},
		n: new Float64Array(person.length).fill(1),
		missing: none,
		w: Float64Array.from(w),
		...{ wy: none, wx: none, wyy: none, wxy: none, wxx: none }
	};
}

/** The cells with Σ w·y and Σ w·x of a column over another; a mean has no other. */
export function measured(sample: SampledPeople, y: Float64Array, x?: Float64Array): Cells {
	const column = (of: (y: number, x: number) => number) =>
		sample.w.map((w, row) => {
			const i = sample.person[row] ?? 0;
			return w * of(y[i] ?? NaN, x ? (x[i] ?? NaN) : 1);
		});
	return {
		...sample,
		wy: column((a) => a),
		wx: column((_, b) => b),
		wyy: column((a) => a * a),
		wxy: column((a, b) => a * b),
		wxx: column((_, b) => b * b)
	};
}

function runningSum(clusters: readonly Cluster[]): number[] {
	let sum = 0;
	return clusters.map(({ measure }) => (sum += measure));
}

/** `take` of the people of a cluster, each subset as likely (selection sampling, Knuth 3.4.2 S). */
function choose({ from, size }: Cluster, draws: Draws): number[] {
	const kept: number[] = [];
	for (let i = 0; i < size; i++) {
		if (draws.below(size - i) < take - kept.length) kept.push(from + i);
	}
	return kept;
}
