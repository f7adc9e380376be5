import type { Provenance } from '#lib/vocabulary/estimate.ts';

const estimators: Readonly<Record<Provenance['estimator'], string>> = {
	mean: 'Weighted mean',
	ratio: 'Ratio of weighted sums',
	total: 'Weighted total',
	difference: 'Difference of two groups with the covariance between them'
};

const intervals: Readonly<Record<Provenance['interval'], string>> = {
	xlogit: 'logit interval',
	t: 't interval'
};

/** Words that several pages share. */
export const story = {
	nobodyTitle: 'Nobody is left',
	nobody: 'Nobody in the survey is left under these filters. Loosen one of them.',
	method: (made: Provenance | undefined): string =>
		made === undefined
			? ''
			: `${estimators[made.estimator]}; standard error by Taylor linearisation over strata and clusters; ${Math.round(made.level * 100)}% ${intervals[made.interval]} with t on the degrees of freedom of the answers used. From ${made.madeBy}, edition ${made.versions.edition ?? ''}.`,
	source: (survey: string, wave: string, notice: string) => `${survey}, wave ${wave}. ${notice}`,
	all: 'All skills together',
	allSectors: 'all sectors',
	allSectorsLabel: 'All sectors',
	workers: 'workers',
	establishments: 'establishments',
	note: 'Note',
	interval: '95% interval',
	n: 'n',
	to: (low: string, high: string) => `${low} to ${high}`,
	skill: 'Skill',
	gender: 'Gender',
	residence: 'Residence',
	sector: 'Sector',
	measure: 'Measure',
	group: 'Group',
	or: 'or',
	restriction: (dimension: string, codes: string) => `${dimension}: ${codes}`,
	keyInterval: 'capsule: 95% interval',
	keyHollow: 'hollow: use with care',
	showing: (whom: string, n: string, where: string) => `Showing ${whom}: ${n} ${where}.`
} as const;
