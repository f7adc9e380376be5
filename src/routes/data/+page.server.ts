import { indicators } from '#lib/indicators/declared.ts';
import { data as words } from '#lib/vocabulary/messages/data.ts';
import { readCatalogue, readManifest } from '../generated.server.ts';
import { readPublishedFigures, readSchemas } from './data-files.server.ts';
import { findDisagreements } from './published/disagreements.ts';
import { surveyPanels } from './survey-panel.ts';

export async function load() {
	const [{ surveys }, manifest, schemas, figures] = await Promise.all([
		readCatalogue(),
		readManifest(),
		readSchemas(),
		readPublishedFigures()
	]);
	const panels = surveyPanels(surveys, manifest, schemas);
	const synthetic = surveys.every((survey) => survey.synthetic);
	return {
		finding: words.finding(words.surveys(panels.length), synthetic),
		panels,
		dictionary: words.dictionaryText(schemas.length, Object.keys(indicators).length),
		published: words.publishedText(figures.length, findDisagreements(figures).length)
	};
}
