import { indicators } from '#lib/indicators/declared.ts';
import { data as words } from '#lib/vocabulary/messages/data.ts';
import { readCatalogue, readManifest } from '../generated.server.ts';
import { readPublishedFigures, readSchemas } from './data-files.server.ts';
import { findDisagreements } from './published/disagreements.ts';
import { surveyPanels } from './survey-panel.ts';
import { readNotebooks, readPackages } from './taken-home.server.ts';

export async function load() {
	const [{ surveys }, manifest, schemas, figures, packages, notebooks] = await Promise.all([
		readCatalogue(),
		readManifest(),
		readSchemas(),
		readPublishedFigures(),
		readPackages(),
		readNotebooks()
	]);
	const panels = surveyPanels(surveys, manifest, { schemas, packages });
	const synthetic = surveys.every((survey) => survey.synthetic);
	return {
		finding: words.finding(words.surveys(panels.length), synthetic),
		panels,
		notebooks,
		dictionary: words.dictionaryText(schemas.length, Object.keys(indicators).length),
		published: words.publishedText(figures.length, findDisagreements(figures).length)
	};
}
