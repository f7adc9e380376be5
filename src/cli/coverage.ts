import process from 'node:process';
import { parseArgs } from 'node:util';
import {
	allocations,
	allowed,
	coverageOf,
	fixedPopulation,
	isKept,
	type Coverage
} from './coverage/coverage.ts';
import { Random } from './demonstration/random.ts';

const usage = `Usage: npm run coverage -- [--samples N] [--seed S]

Draws N samples (2000 without it) of 8, 20 and 75 clusters from a population that it makes, and prints how many
95% intervals hold the truth. The seed S chooses the samples; the population is always the same.
`;

/** The population is fixed by this seed, whatever samples are drawn from it. */
const populationSeed = 1;

/** Exit code 0 when every coverage is what the intervals promise, 1 when one is not, 2 for unknown options. */
function main(): void {
	const options = readOptions();
	if (!options) {
		process.stderr.write(usage);
		process.exitCode = 2;
		return;
	}
	const { samples, seed } = options;
	const fixed = fixedPopulation((name) => new Random(populationSeed, name));
	const people = fixed.population.pay.length.toLocaleString('en');
	process.stdout.write(
		`${samples} samples of each size, seed ${seed}, from a population of ${people} people.\n`
	);
	process.stdout.write(`${line(headings)}\n`);
	const broken: Coverage[] = [];
	for (const allocation of allocations) {
		const draws = new Random(seed, `samples of ${allocation.join('+')} clusters`);
		for (const one of coverageOf(fixed, { allocation, samples }, draws)) {
			process.stdout.write(`${line(cells(one))}\n`);
			if (!isKept(one)) broken.push(one);
		}
	}
	process.stdout.write(
		broken.length === 0
			? 'Every coverage is within bounds: 93-97% from 20 clusters, at least 90% at 8.\n'
			: `${broken.length} coverages are out of bounds.\n`
	);
	process.exitCode = broken.length === 0 ? 0 : 1;
}

function readOptions(): { samples: number; seed: number } | undefined {
	try {
		const { values } = parseArgs({
			options: { samples: { type: 'string' }, seed: { type: 'string' } }
		});
		const samples = Number(values.samples ?? 2000);
		const seed = Number(values.seed ?? 1);
		const isWhole = Number.isSafeInteger(samples) && Number.isSafeInteger(seed);
		return isWhole && samples > 0 && seed >= 0 ? { samples, seed } : undefined;
	} catch (error) {
		if (error instanceof TypeError) return undefined;
		throw error;
	}
}

const headings = [
	...['clusters', 'df', 'estimator', 'truth', 'mean', 'covered', '±'],
	...['no interval', 'mean width', '']
];

function cells(one: Coverage): string[] {
	const { low, high } = allowed(one.clusters);
	const bounds = `${percent(low)} to ${percent(high)}`;
	return [
		...[one.touched.toFixed(1), one.df.toFixed(1), one.estimator],
		...[one.truth, one.mean].map(short),
		...[percent(one.covered), percent(one.error), percent(one.without), short(one.width)],
		isKept(one) ? '' : `out of ${bounds}`
	];
}

function percent(share: number): string {
	return `${(100 * share).toFixed(1)}%`;
}

function short(value: number): string {
	return String(Number(value.toPrecision(4)));
}

function line(texts: readonly string[]): string {
	const widths = [9, 6, -18, 9, 9, 9, 6, 13, 12, 0];
	return texts
		.map((text, i) => {
			const width = widths[i] ?? 0;
			return width < 0 ? `  ${text.padEnd(-width)}` : text.padStart(width);
		})
		.join('  ')
		.trimEnd();
}

main();
