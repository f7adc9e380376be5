import type { Catalogue, Limit, Survey } from '#lib/contracts/catalogue.ts';
import type { Planning, Provider } from '#lib/contracts/planning.ts';
import type { Supply } from '../credentials/conditions.ts';

/** What the brief prints of data/ that the browser's catalogue does without. */
export interface Ground {
	/** Providers, who reaches them, courses that exist, where people are short, and whether jobs will last. */
	readonly supply: Required<Supply>;
	/** What figures can't say, by sector code or `overview`. */
	readonly limits: Readonly<Record<string, readonly Limit[]>>;
	readonly attribution: readonly string[];
	/** The waves of the skills audit. */
	readonly surveys: readonly GroundSurvey[];
}

export type GroundSurvey = Pick<
	Survey,
	'wave' | 'title' | 'from' | 'to' | 'coverage' | 'excludes' | 'licence'
>;

/** @param places as {@link Supply} has them; those that are absent are asked for */
export function groundOf(
	{ site, surveys, codeLists }: Catalogue,
	{ providers, reach, courses }: Planning,
	places: Required<Supply>['places'] = {}
): Ground {
	const about = ['overview', ...(codeLists.sector ?? []).map(({ code }) => code)];
	return {
		supply: {
			...{ reach, courses, places, demand: site.demandRisk },
			providers: providers.map(placeOnly)
		},
		limits: Object.fromEntries(Object.entries(site.limits).filter(([id]) => about.includes(id))),
		attribution: site.attribution,
		surveys: surveys
			.filter(({ id }) => id === 'audit')
			.map(({ wave, title, from, to, coverage, excludes, licence }) => ({
				...{ wave, title, from, to, coverage, excludes, licence }
			}))
	};
}

/** Of a provider what decides whether a course is within its reach: the brief names none. */
function placeOnly(provider: Provider): Provider {
	return { ...provider, label: '', kind: '', status: '', fields: [], modes: [], seatsAYear: 0 };
}
