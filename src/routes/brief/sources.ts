import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { formatDate } from '#lib/vocabulary/dates.ts';
import { policyBriefEnd as words } from '#lib/vocabulary/messages/policy-brief.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { sectorInSentence } from '../story/labels.ts';
import type { Ground, GroundSurvey } from './ground.ts';

/** What the brief rests on: the survey with its dates and whom it asked, classifications, news of demand. */
export function sourcesOf(
	{ sectors, wave }: { readonly sectors: readonly string[]; readonly wave: string },
	{ surveys, supply, attribution }: Ground,
	catalogue: Catalogue
): string[] {
	const demand = sectors.flatMap((code) => {
		const known = supply.demand[code];
		return known ? [words.demand(sectorInSentence(catalogue, code), known.source)] : [];
	});
	const asked = surveys.filter((survey) => survey.wave === wave).map(surveyOf);
	return [...asked, ...attribution, ...demand];
}

function surveyOf({ title, wave, from, to, coverage, excludes }: GroundSurvey): string {
	const dated = from !== '' && to !== '';
	const dates = dated ? story.to(formatDate(from), formatDate(to)) : undefined;
	return [
		words.survey(title, wave, dates),
		// The owner of a survey of this device may not have said.
		...(coverage === '' ? [] : [words.covers(coverage)]),
		...(excludes === '' ? [] : [words.excludes(excludes)])
	].join(' ');
}
