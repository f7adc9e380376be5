import { published as words } from '#lib/vocabulary/messages/published.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { readCatalogue } from '../../generated.server.ts';
import { readPublishedFigures, readSchemas } from '../data-files.server.ts';
import { findDisagreements, withoutThose } from './disagreements.ts';
import { figureLine, sideBySide, statusWords } from './side-by-side.ts';

export async function load() {
	const [catalogue, figures, statuses] = await Promise.all([
		readCatalogue(),
		readPublishedFigures(),
		readStatuses()
	]);
	const disagreements = findDisagreements(figures);
	const groups = disagreements.map((one) => sideBySide(one, catalogue, statuses));
	const [first] = groups;
	return {
		finding: first ? words.finding(inSentence(first.finding)) : words.agree,
		lead: words.lead(figures.length, groups.length),
		groups,
		rest: withoutThose(figures, disagreements).map(({ measure, figures: alone }) => ({
			measure,
			lines: alone.map((figure) => figureLine(figure, catalogue, statuses))
		}))
	};
}

async function readStatuses(): Promise<Record<string, string>> {
	const schema = (await readSchemas()).find(({ name }) => name === 'published_figure');
	const field = schema?.fields.find(({ name }) => name === 'status');
	return statusWords(field?.description ?? '');
}
