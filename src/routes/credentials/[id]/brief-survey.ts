import type { Catalogue, Survey } from '#lib/contracts/catalogue.ts';
import type { Where } from '#lib/decisions/asker.ts';
import { formatDate } from '#lib/vocabulary/dates.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';

/** The wave of the skills audit that a brief rests on: the one kept, else the latest. */
export function surveyOf({ surveys }: Catalogue, { wave }: Where): Survey | undefined {
	const waves = surveys
		.filter(({ id }) => id === 'audit')
		.toSorted((a, b) => (a.wave < b.wave ? -1 : 1));
	return waves.findLast((one) => wave === undefined || wave.includes(one.wave));
}

/** Whom the counts cover, and when they were asked. */
export function coverageOf(catalogue: Catalogue, where: Where): string {
	const survey = surveyOf(catalogue, where);
	if (!survey) return '';
	const { coverage, title, wave, from, to } = survey;
	const asked = { from: formatDate(from), to: formatDate(to) };
	return words.coverage({ coverage, title, wave, ...asked });
}
