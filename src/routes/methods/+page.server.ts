import { indicators } from '#lib/indicators/declared.ts';
import { formatDate } from '#lib/vocabulary/dates.ts';
import { methods as words } from '#lib/vocabulary/messages/methods.ts';
import { formatValue } from '#lib/vocabulary/numbers.ts';
import { indicatorEntry } from '../data/dictionary/entries.ts';
import { readCatalogue } from '../generated.server.ts';
import { exampleOf } from './example.ts';
import { gradeLines } from './grade-rows.ts';

export async function load() {
	const catalogue = await readCatalogue();
	const { site, surveys, thresholds } = catalogue;
	const licences = surveys.map(({ title, licence }) => words.licenceSurvey(title, licence));
	return {
		indicators: Object.values(indicators).map((one) => indicatorEntry(one, false)),
		grades: gradeLines(thresholds),
		level: words.level(formatValue(thresholds.level, 'share')),
		example: exampleOf(catalogue),
		citation: words.cite({
			country: site.country,
			edition: site.edition,
			date: formatDate(site.editionDate)
		}),
		licences: [words.licenceCode, ...new Set(licences), ...site.attribution, words.licenceFont]
	};
}
