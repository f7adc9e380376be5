import { expect, test } from 'vitest';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { surveyPanels } from './survey-panel.ts';

const manifest = { records: {}, shards: [] };

async function linesOf(survey: string, term: string): Promise<readonly string[] | undefined> {
	const { surveys } = await readCatalogue();
	const panel = surveyPanels(surveys, manifest, []).find(({ id }) => id === survey);
	return panel?.facts.find((fact) => fact.term === term)?.lines;
}

test('records that come by year say their years, surveys their waves', async () => {
	expect(await linesOf('enrolment', 'Years')).toEqual(['Eight years, 2017 to 2024']);
	expect(await linesOf('enrolment', 'Waves')).toBeUndefined();
	expect(await linesOf('tracer', 'Waves')).toHaveLength(2);
});

test('waves that compare with each other say so once', async () => {
	expect(await linesOf('tracer', 'Comparable')).toEqual(['2021 and 2024 with each other']);
	expect(await linesOf('audit', 'Comparable')).toBeUndefined();
});
