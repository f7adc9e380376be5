import type { Provenance } from '#lib/vocabulary/estimate.ts';
import { estimatorWords, intervalWords } from './estimators.ts';

function errors({ complete, interval, level }: Provenance): string {
	return complete
		? 'a complete count, so without sampling error.'
		: `standard error by Taylor linearisation over strata and clusters; ${Math.round(level * 100)}% ${intervalWords[interval]} with t on the degrees of freedom of the answers used.`;
}

/** Words that several pages share. */
export const story = {
	toBrief: 'Print a policy brief of this view',
	nobodyTitle: 'Nobody is left',
	nobody: 'Nobody in the survey is left under these filters. Loosen one of them.',
	method: (made: Provenance | undefined): string =>
		made === undefined
			? ''
			: `${estimatorWords[made.estimator]}; ${errors(made)} From ${made.madeBy}, edition ${made.versions.edition ?? ''}.`,
	/** Without a survey, as where an own one does not ask it, the notice alone. */
	source: (survey: string, wave: string, notice: string) =>
		survey === '' ? notice : `${survey}, wave ${wave}. ${notice}`,
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
