import { difference } from '#lib/survey/contrast.ts';
import { estimate, type EstimateOptions } from '#lib/survey/estimate.ts';
import type { RawEstimate } from '#lib/survey/inference.ts';
import { quantiles } from '#lib/survey/quantile-estimate.ts';
import { emptyTally, tally } from '#lib/survey/tally.ts';
import { measured, type SampledPeople } from './draw-sample.ts';
import { domainStrata, type Population } from './population.ts';

/** What is estimated of the people of the domain, by the estimators of the site. */
export type Estimator = (population: Population, sample: SampledPeople) => RawEstimate;

/** The domain: people who work for pay, in three of the four strata. */
const where = { status: ['paid'], place: domainStrata };

/** Estimators by what the table calls them. */
export const estimators: Readonly<Record<string, Estimator>> = {
	'mean pay': ({ pay }, sample) => whole(measured(sample, pay), { kind: 'mean', interval: 't' }),
	'share of .5': ({ half }, sample) =>
		whole(measured(sample, half), { kind: 'mean', interval: 'xlogit' }),
	'share of .1': ({ tenth }, sample) =>
		whole(measured(sample, tenth), { kind: 'mean', interval: 'xlogit' }),
	'pay an hour': ({ pay, hours }, sample) =>
		whole(measured(sample, pay, hours), { kind: 'ratio', interval: 't' }),
	'median pay': ({ pay }, sample) => {
		const cells = measured(sample, pay);
		const [one] = quantiles(cells, { by: [], where, p: 0.5, options: optionsOf(cells) });
		if (!one) throw new RangeError('The sample has no rows');
		return one;
	},
	'women − men, pay': ({ pay }, sample) => {
		const cells = measured(sample, pay);
		const bySex = tally(cells, ['sex'], where);
		const of = (sex: string) => bySex.find(({ key }) => key[0] === sex) ?? emptyTally([sex]);
		return difference(of('F'), of('M'), { kind: 'mean', ...optionsOf(cells) });
	}
};

function whole(
	cells: ReturnType<typeof measured>,
	how: Pick<EstimateOptions, 'kind' | 'interval'>
): RawEstimate {
	const [one = emptyTally([])] = tally(cells, [], where);
	return estimate(one, { ...how, ...optionsOf(cells) });
}

function optionsOf({ strata }: ReturnType<typeof measured>) {
	return { level: 0.95, lonely: 'fail', strata } as const;
}
