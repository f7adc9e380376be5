import { afterEach, expect, test, vi } from 'vitest';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { surveyPanels } from './survey-panel.ts';

const manifest = { records: {}, shards: [] };
const about = { schemas: [], packages: {} };

afterEach(() => void vi.useRealTimers());

async function linesOf(survey: string, term: string): Promise<readonly string[] | undefined> {
	const { surveys } = await readCatalogue();
	const panel = surveyPanels(surveys, manifest, about).find(({ id }) => id === survey);
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

test('a wave that should have come is said as past', async () => {
	const { surveys } = await readCatalogue();
	const due = surveys.findLast(({ id }) => id === 'enrolment')?.nextWaveDue ?? '';
	const said = async (year: number) => {
		vi.setSystemTime(new Date(`${year}-06-30`));
		return linesOf('enrolment', 'Next wave');
	};
	expect(await said(Number(due))).toEqual([`due in ${due}`]);
	expect(await said(Number(due) + 1)).toEqual([`was due in ${due}`]);
});

test('a package lists what describes the records, and leaves the records to their own list', async () => {
	const { surveys } = await readCatalogue();
	const packages = {
		audit: [
			{ path: 'audit/audit.zip', bytes: 600_000 },
			{ path: 'audit/design.json', bytes: 40_000 },
			{ path: 'audit/audit_skill.0123456789ab.csv.gz', bytes: 500_000 }
		]
	};
	const panels = surveyPanels(surveys, manifest, { ...about, packages });
	const audit = panels.find(({ id }) => id === 'audit');
	expect(audit?.package.map(({ name }) => name)).toEqual(['audit.zip', 'design.json']);
	expect(audit?.package[1]?.text).toContain('40 KB');
	expect(panels.find(({ id }) => id === 'tracer')?.package).toEqual([]);
});
