import { drawSample, everybody, type Allocation } from './draw-sample.ts';
import { estimators } from './estimators.ts';
import { makePopulation, type Draws, type Population } from './population.ts';

/** How often the interval of an estimator holds the truth, over many samples of one size. */
export interface Coverage {
	/** Clusters of the domain in each sample. */
	readonly clusters: number;
	readonly df: number;
	readonly estimator: string;
	readonly truth: number;
	/** Mean of the estimates. */
	readonly mean: number;
	/** Share of all samples whose interval holds the truth; one without interval does not. */
	readonly covered: number;
	/** Monte Carlo standard error of `covered`. */
	readonly error: number;
	/** Share of the samples without an interval. */
	readonly without: number;
	/** Mean width of the intervals. */
	readonly width: number;
	/** Mean number of clusters that the domain touches. */
	readonly touched: number;
}

/** Clusters drawn by stratum, in proportion to the people of the domain; the last stratum has none of them. */
export const allocations: readonly Allocation[] = [
	[4, 2, 2, 2],
	[9, 6, 5, 4],
	[35, 21, 19, 10]
];

/** How far a coverage may lie from 95%. */
export function allowed(clusters: number): { readonly low: number; readonly high: number } {
	return clusters < 20 ? { low: 0.9, high: 1 } : { low: 0.93, high: 0.97 };
}

/** Whether the coverage is what the intervals promise. */
export function isKept({ clusters, covered }: Coverage): boolean {
	const { low, high } = allowed(clusters);
	return covered >= low && covered <= high;
}

/** Streams of random numbers by their name. */
export type Streams = (name: string) => Draws;

/** The fixed population, and what is true of its domain. */
export function fixedPopulation(streams: Streams): {
	readonly population: Population;
	readonly truths: ReadonlyMap<string, number>;
} {
	const population = makePopulation(streams('population'));
	const all = everybody(population);
	const truths = new Map<string, number>();
	for (const [name, estimator] of Object.entries(estimators)) {
		truths.set(name, estimator(population, all).value ?? NaN);
	}
	return { population, truths };
}

/** Draws samples of one size and counts, for each estimator, how many intervals hold the truth. */
export function coverageOf(
	{ population, truths }: ReturnType<typeof fixedPopulation>,
	{ allocation, samples }: { readonly allocation: Allocation; readonly samples: number },
	draws: Draws
): Coverage[] {
	const counts = Object.keys(estimators).map((estimator) => {
		return { estimator, sum: 0, covered: 0, valued: 0, with: 0, width: 0, touched: 0, df: 0 };
	});
	for (let i = 0; i < samples; i++) {
		const sample = drawSample(population, allocation, draws);
		for (const count of counts) {
			const one = estimators[count.estimator]?.(population, sample);
			const truth = truths.get(count.estimator) ?? NaN;
			count.touched += one?.clusters ?? 0;
			count.df += one?.df ?? 0;
			if (one?.value !== null && one?.value !== undefined) {
				count.valued++;
				count.sum += one.value;
			}
			if (!one || one.low === null || one.high === null) continue;
			count.with++;
			count.width += one.high - one.low;
			if (one.low <= truth && truth <= one.high) count.covered++;
		}
	}
	const clusters = allocation.slice(0, -1).reduce((sum, n) => sum + n, 0);
	return counts.map((count) => {
		const covered = count.covered / samples;
		return {
			...{ clusters, estimator: count.estimator, df: count.df / samples },
			...{ truth: truths.get(count.estimator) ?? NaN, mean: count.sum / count.valued, covered },
			error: Math.sqrt((covered * (1 - covered)) / samples),
			without: 1 - count.with / samples,
			...{ width: count.width / count.with, touched: count.touched / samples }
		};
	});
}
