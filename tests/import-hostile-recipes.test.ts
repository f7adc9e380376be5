import { beforeAll, describe, expect, test } from 'vitest';
import type { Recipe, Step } from '#lib/ingest/recipe/recipe.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import { isRecipe, parseRecipe } from '#lib/ingest/recipe/parse-recipe.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { isSentence, type Outcome } from './support/import-hostile.ts';
import { importerOfTests } from './support/import-run.ts';

const name = 'kobo-tracer-names.csv';
const path = `tests/fixtures/import/files/${name}`;
const sql = `x'; DROP TABLE raw; --`;

const importer = importerOfTests();
let recipe: Recipe;
beforeAll(async () => {
	recipe = await importer.recipeOf(path, name);
});

/** What comes of the file with a recipe that went through a file, as one does that somebody hands on. */
async function outcome(steps: readonly Step[]): Promise<Outcome> {
	const parsed = parseRecipe(JSON.stringify({ ...recipe, steps }));
	if (!isRecipe(parsed)) return { sentence: problems.sentence(parsed) };
	try {
		return { report: await importer.run(path, name, parsed) };
	} catch (error) {
		// Any other error is a fault of the importer, whatever the recipe.
		if (!(error instanceof ProblemError)) throw error;
		return { sentence: problems.sentence(error.problem) };
	}
}

/** The recipe, after which somebody changed how the file is read. */
function readOtherwise(change: Partial<Record<keyof Reading, unknown>>): Step[] {
	const reads = recipe.steps.flatMap((step) => (step.do === 'read' ? [step.reading] : []));
	const reading = { ...reads[0], ...change } as Reading;
	return [...recipe.steps, { do: 'read', reading }];
}

function expectCalm(outcome: Outcome): void {
	if ('sentence' in outcome) expect(isSentence(outcome.sentence), outcome.sentence).toBe(true);
	else {
		const { accepted, rejected, file } = outcome.report;
		expect(accepted + rejected).toBe(file.rows);
	}
}

describe('a recipe that somebody meddled with', () => {
	test.each<[string, Partial<Record<keyof Reading, unknown>>]>([
		['another format', { format: 'sav' }],
		['a workbook', { format: 'xlsx', sheet: '../../etc/passwd' }],
		['packed', { gzip: true }],
		['UTF-16', { encoding: 'utf-16le' }],
		['a delimiter that is the quote', { delimiter: '"' }],
		['a delimiter that ends lines', { delimiter: '\n' }],
		['a delimiter of zero', { delimiter: '\0' }],
		['no delimiter', { delimiter: '' }],
		['a delimiter of two code units', { delimiter: '😀' }],
		['a letter', { delimiter: 'a' }],
		['every line a comment', { comment: '"' }],
		['a long comment sign', { comment: sql }],
		['a header far below', { headerRow: 1_000_000_000 }],
		['more header rows than rows above', { headerRows: 4000 }],
		['no header', { headerRow: 0, headerRows: 0 }],
		['data above the header', { firstRow: 1, headerRow: 5 }],
		['data far below', { firstRow: 10_000_000 }],
		['an end above the data', { lastRow: 1 }],
		['the largest row', { lastRow: Number.MAX_SAFE_INTEGER }],
		['one mark for decimals and thousands', { decimal: ',', thousands: ',' }],
		['an escape', { escape: '\\' }],
		['single quotes', { quote: "'" }]
	])('reads otherwise: %s', async (_, change) => {
		expectCalm(await outcome(readOtherwise(change)));
	});

	test.each<[string, Step]>([
		['a contract of SQL', { do: 'match', contract: sql, columns: ['respondent/sex'] }],
		['a contract that all objects have', { do: 'match', contract: '__proto__', columns: ['x'] }],
		['a column of SQL', { do: 'match', contract: 'sex', columns: [sql] }],
		['no column', { do: 'match', contract: 'sex', columns: [] }],
		[
			'two columns for one answer',
			{ do: 'match', contract: 'sex', columns: ['respondent/age', 'respondent/sex'] }
		],
		[
			'a pattern of SQL',
			{
				...{ do: 'match', contract: 'cohort', columns: ['study/year_graduated'], as: 'date' },
				datePattern: `%Y'); ATTACH 'x.db'; --`
			}
		],
		[
			'a separator of SQL',
			{
				do: 'match',
				contract: 'barrier',
				columns: ['course/barriers'],
				separator: `'||(select 1)||'`
			}
		],
		['values of SQL', { do: 'values', contract: 'sex', values: { [sql]: sql, constructor: 'F' } }],
		['a weight of texts', { do: 'design', design: { weight: 'start' } }],
		['a design of no columns', { do: 'design', design: { weight: sql, stratum: ['__proto__'] } }],
		['a population of texts', { do: 'design', design: { fpc: 'respondent/sex' } }],
		[
			'a skill of SQL',
			{ do: 'lengthen', columns: [{ column: 'start', skill: sql, holds: 'importance' }] }
		],
		['another kind', { do: 'kind', kind: 'audit', unit: 'worker' }],
		[
			'a kind and a unit that do not go together',
			{ do: 'kind', kind: 'enrolment', unit: 'worker' }
		],
		['a rule that there is not', { do: 'accept', rule: sql }],
		['a column that there is not', { do: 'leave-out', column: sql, why: 'chosen' }],
		['a personal column of SQL', { do: 'keep', column: sql }]
	])('has a step with %s', async (_, step) => {
		expectCalm(await outcome([...recipe.steps, step]));
	});

	test('leaves out every column', async () => {
		const steps = recipe.file.columns.map((column): Step => ({
			do: 'leave-out',
			column,
			why: 'chosen'
		}));
		expectCalm(await outcome([...recipe.steps, ...steps]));
	});

	test('has no step, or a hundred thousand', async () => {
		expectCalm(await outcome([]));
		const many = new Array<Step>(100_000).fill({ do: 'keep', column: 'start' });
		expectCalm(await outcome([...recipe.steps, ...many]));
	});

	test('the file is read as ever after all of them', async () => {
		const report = await importer.run(path, name);
		expect(report).toMatchObject({ file: { rows: 64 }, kind: { guess: 'tracer' } });
	});
});
