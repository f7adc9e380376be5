import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askFullFile, type FullFileAnswer } from '#lib/answers/rows/ask-full-file.ts';
import { readQuestion } from '#lib/answers/read-file-question.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };
import { openedFiles } from '#tests/support/opened-files.ts';
import { readCases, type OracleCase, type OracleRow } from '#tests/support/oracle-cases.ts';

let warehouse: Warehouse;
const open = openedFiles();

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

async function opened(question: object, csv: Uint8Array<ArrayBuffer> | string) {
	const asked = readQuestion(JSON.stringify({ file: 'f.csv', ...question }));
	if (!('about' in asked) || asked.about !== 'file') throw new Error(JSON.stringify(asked));
	const file = await open(warehouse, csv);
	return { file, question: asked.question };
}

async function answer(
	asked: object,
	csv: Uint8Array<ArrayBuffer> | string
): Promise<FullFileAnswer> {
	const { file, question } = await opened(asked, csv);
	return askFullFile(question, { warehouse, file, thresholds });
}

describe('the estimates of R’s survey package, from the files themselves', () => {
	const families = ['mean', 'domain', 'proportion', 'ciprop', 'edge', 'lonely_psu'];
	const cases = families.flatMap(readCases).filter((spec) => questionsOf(spec) !== undefined);

	test.each(cases.map((spec) => [spec.id, spec] as const))('%s', async (_, spec) => {
		const csv = await readFile(join('tests/oracles', spec.dataset));
		const rows = (spec.expected.rows ?? []).filter(
			({ method }) => method === undefined || method === 'xlogit'
		);
		expect(rows.length + (spec.expected.error ? 1 : 0)).toBeGreaterThan(0);
		for (const { question, category } of questionsOf(spec) ?? []) {
			const got = await answer(question, csv);
			if (spec.expected.error) {
				checkLonely(spec.expected.error, got);
				continue;
			}
			expect(got.problem).toBeUndefined();
			for (const row of rows) if (row.category === category) checkRow(spec, row, got);
		}
	});

	test('the cases that the task names are among them', () => {
		expect(cases.map(({ id }) => id)).toEqual(
			expect.arrayContaining([
				...['mean-cps-wage', 'domain-cps-wage-by-gender', 'domain-cps-wage-by-occupation-gender'],
				...['prop-cps-union-by-sector', 'mean-psid-wage-person-clusters'],
				...['domain-psid-wage-by-year-gender', 'mean-strat_nofpc-api00', 'mean-strat-api00'],
				...['domain-strat-api00-by-stype-awards-nofpc', 'prop-strat_nofpc-awards'],
				...['edge-missing-group-by', 'edge-labels-with-punctuation', 'edge-zero-weights-mean']
			])
		);
		expect(cases.length).toBeGreaterThan(70);
	});
});

/** The questions that answer a case, one for each category of a proportion; undefined when none can. */
function questionsOf(spec: OracleCase) {
	const { design, variable, by, domain, estimator } = spec;
	const isMean = estimator === 'mean' && typeof variable === 'string';
	const isShare = estimator === 'proportion' && typeof variable === 'string';
	const flag = typeof variable === 'object' && 'indicator' in variable ? variable : undefined;
	const isFlag = flag?.missing !== 'zero' && flag?.indicator.op === '==';
	if (!isMean && !isShare && !isFlag) return undefined;
	if (design.ssu || (domain ?? []).some(({ op }) => op !== '==' && op !== 'in')) return undefined;
	const base = {
		design: {
			...(design.weights ? { weight: design.weights } : {}),
			...(design.strata ? { strata: design.strata } : {}),
			...(design.psu ? { cluster: design.psu } : {}),
			...(design.fpc ? { population: design.fpc[0] } : {})
		},
		by: by ?? [],
		where: Object.fromEntries((domain ?? []).map(({ column, value }) => [column, [value].flat()])),
		lonely: design.lonely_psu,
		level: spec.level
	};
	const ask = (indicator: object, category?: string | number) => ({
		question: { ...base, indicator },
		category
	});
	if (isMean) return [ask({ kind: 'mean', of: variable })];
	if (flag) {
		const { column, value } = flag.indicator;
		return [ask({ kind: 'proportion', of: column, equals: value })];
	}
	const categories = [...new Set(spec.expected.rows?.map(({ category }) => category))];
	return categories.map((one) => ask({ kind: 'proportion', of: variable, equals: one }, one));
}

function checkRow(spec: OracleCase, row: OracleRow, { estimates }: FullFileAnswer) {
	const key = (spec.by ?? []).map((column) => String(row.group?.[column]));
	const got = estimates.find((one) => one.key.join('|') === key.join('|'));
	expect(got, `a group ${key.join()}`).toBeDefined();
	if (!got) return;
	expect(got.n).toBe(row.n);
	if (row.n === 0)
		return expect(got).toMatchObject({ value: null, se: null, quality: 'not-applicable' });
	const { estimate_rel, se_rel, ci_rel } = spec.tolerance;
	close(got.value, row.estimate, Math.max(estimate_rel, 1e-12), row.se ?? 0);
	close(got.sumWeights, row.sum_weights, 1e-9);
	expect(got).toMatchObject({ clusters: row.n_psu, df: row.df });
	if (got.reason === 'one-cluster' || got.reason === 'no-variance')
		return expect(got.se).toBeNull();
	close(got.se, row.se, se_rel);
	// R gives shares a symmetric interval unless it is asked for the logit one.
	if (spec.estimator === 'mean' && typeof spec.variable !== 'string') return;
	if (spec.estimator === 'proportion') return;
	close(got.low, row.ci_low, ci_rel, Math.abs(row.estimate ?? 0));
	close(got.high, row.ci_high, ci_rel, Math.abs(row.estimate ?? 0));
}

/** R stops at a lonely stratum; here groups that lie elsewhere keep their standard error. */
function checkLonely(error: string, { problem, estimates }: FullFileAnswer) {
	if (problem) {
		expect(problem.code).toBe('lonely-stratum');
		return expect(error).toContain(`Stratum (${String(problem.details.stratum)})`);
	}
	const failed = estimates.filter(({ reason }) => reason === 'lonely-stratum');
	expect(failed.length).toBeGreaterThan(0);
	expect(failed.length).toBeLessThan(estimates.length);
	for (const one of failed) expect(one).toMatchObject({ se: null, low: null, high: null });
}

function close(got: number | null, expected: number | null | undefined, rel: number, scale = 0) {
	const size = Math.max(Math.abs(expected ?? NaN), 1e-3 * scale, 1e-300);
	expect(Math.abs((got ?? NaN) - (expected ?? NaN)) / size).toBeLessThanOrEqual(rel);
}

const survey = `id,w,s,c,g,y,N
1,1.5,a,1,07,3,40
2,2,a,1,7,,40
3,1.5,a,2,07,5,40
4,0,a,2,,9,40
5,1,b,1,7,1,60
6,1,b,2," 07",2,60
`;

describe('small print', () => {
	test('a count is the sum of weights, with the rows behind it', async () => {
		const { estimates } = await answer(
			{ design: { weight: 'w' }, indicator: { kind: 'count' } },
			survey
		);
		expect(estimates).toEqual([
			expect.objectContaining({ key: [], n: 5, value: 7, sumWeights: 7, quality: 'unreliable' })
		]);
	});

	test('codes are text: 07 is not 7, and a missing one belongs to no group', async () => {
		const { estimates } = await answer({ indicator: { kind: 'count' }, by: ['g'] }, survey);
		expect(estimates.map(({ key, n }) => [...key, n])).toEqual([
			['07', 3],
			['7', 2]
		]);
		const design = { weight: 'w' };
		const weighted = await answer({ design, indicator: { kind: 'count' }, by: ['g'] }, survey);
		expect(weighted.unclassified).toEqual({ n: 0, sumWeights: 0 });
		const heavier = `${survey}7,3.5,a,2,,9,40\n`;
		expect(
			(await answer({ design, indicator: { kind: 'count' }, by: ['g'] }, heavier)).unclassified
		).toEqual({ n: 1, sumWeights: 3.5 });
		const kept = await answer({ indicator: { kind: 'count' }, where: { g: ['07'] } }, survey);
		expect(kept.unclassified).toBeUndefined();
		expect(kept.estimates[0]?.n).toBe(3);
	});

	test('a restriction keeps the clusters of the whole design', async () => {
		const design = { weight: 'w', strata: ['s'], cluster: ['c'] };
		const { estimates } = await answer(
			{ design, indicator: { kind: 'mean', of: 'y' }, where: { g: ['07'] } },
			survey
		);
		expect(estimates[0]).toMatchObject({ n: 3, clusters: 3, df: 1 });
		expect(estimates[0]?.value).toBeCloseTo((1.5 * 3 + 1.5 * 5 + 2) / 4, 12);
	});

	test('years and numbers stand in their order', async () => {
		const csv = `year,x\n${['10', '9', '2001', '9'].map((year) => `${year},a`).join('\n')}\n`;
		const { estimates } = await answer({ indicator: { kind: 'count' }, by: ['year'] }, csv);
		expect(estimates.map(({ key }: Estimate) => key.join())).toEqual(['9', '10', '2001']);
	});

	test('a column called rowid is a column like others', async () => {
		const csv = 'rowid,x\n5,1\n5,2\n5,4\n';
		const { estimates } = await answer(
			{ indicator: { kind: 'mean', of: 'x' }, by: ['rowid'] },
			csv
		);
		expect(estimates[0]).toMatchObject({ key: ['5'], n: 3, clusters: 3 });
	});

	test('names and values that look like SQL are names and values', async () => {
		const csv = `"a ""b"" --",x';\n1,it's?\n3,it's?\n5,"?"\n`;
		const of = 'a "b" --';
		const share = { kind: 'proportion', of: `x';`, equals: "it's?" };
		const mean = { kind: 'mean', of };
		const kept = await answer({ indicator: mean, where: { [`x';`]: ["it's?"] } }, csv);
		expect(kept.estimates[0]?.value).toBe(2);
		const all = await answer({ indicator: share }, csv);
		expect(all.estimates[0]?.value).toBeCloseTo(2 / 3, 12);
	});

	test('a row too long: nothing is left out or mended in silence', async () => {
		const csv = 'a,b\n1,2\n1,2,3\n4\n';
		const failed = await answer({ indicator: { kind: 'count' } }, csv).catch((error) => error);
		expect(failed).toBeInstanceOf(ProblemError);
		expect(problems.sentence(failed.problem)).toMatch(/row 3 has 3 fields, the header 2\.$/);
	});

	test('a line above the header is none of the rows, and the answer says so', async () => {
		const csv = 'Survey of 2024\na,b,c\n1,2,3\n4,5,6\n';
		const { estimates, notes } = await answer({ indicator: { kind: 'mean', of: 'c' } }, csv);
		expect(estimates[0]).toMatchObject({ n: 2, value: 4.5 });
		expect(notes?.join(' ')).toMatch(/^Row 2 names the columns\. Above it stands 1 row/);
	});

	test('rows that begin with # are rows', async () => {
		const rows = Array.from({ length: 100 }, (_, i) => `${i === 50 ? '#' : ''}${i},${i},m`);
		const { estimates } = await answer(
			{ indicator: { kind: 'count' } },
			`id,y,g\n${rows.join('\n')}\n`
		);
		expect(estimates[0]?.n).toBe(100);
	});

	const long = Array.from({ length: 20_000 }, (_, i) => `${i},${i}`).join('\n');
	test.each([
		['a short row far into the file', '7\n', /row 20,002 has 1 field, the header 2\.$/],
		['a long row far into the file', '7,8,9\n', /row 20,002 has 3 fields, the header 2\.$/]
	])('%s is named by its row, without the name of a copy', async (_, last, expected) => {
		const csv = `a,b\n${long}\n${last}`;
		const failed = await answer({ indicator: { kind: 'count' } }, csv).catch((error) => error);
		expect(failed).toBeInstanceOf(ProblemError);
		expect(problems.sentence(failed.problem)).toMatch(expected);
		expect(problems.sentence(failed.problem)).not.toMatch(/warehouse|tmp/);
	});

	test('Latin-1 far into the file is read, and the answer says so', async () => {
		const csv = Buffer.concat([Buffer.from(`a,b\n${long}\n`), Uint8Array.of(0xe9, 0x2c, 0x31)]);
		const asked = { indicator: { kind: 'count' }, where: { a: ['é'] } };
		const { estimates, notes } = await answer(asked, csv);
		expect(estimates[0]?.value).toBe(1);
		expect(notes).toEqual([expect.stringMatching(/not UTF-8/)]);
	});

	test('one row has a value and no error', async () => {
		const { estimates } = await answer({ indicator: { kind: 'mean', of: 'x' } }, 'x\n7\n');
		expect(estimates[0]).toMatchObject({ value: 7, se: null, n: 1, quality: 'unreliable' });
	});

	test('the answer names the file by its hash', async () => {
		const { provenance, access } = await answer({ indicator: { kind: 'count' } }, survey);
		expect(access).toBe('own');
		expect(provenance?.versions['f.csv']).toMatch(/^sha256:[0-9a-f]{64}$/);
	});
});

describe('what stands in the way is said in one sentence', () => {
	const mean = { indicator: { kind: 'mean', of: 'y' } };
	test.each([
		['an unknown column', { indicator: { kind: 'mean', of: 'z' } }, /no column “z”/],
		[
			'weights that are blank, negative, words or infinite',
			{ ...mean, design: { weight: 'bad' } },
			/“bad” cannot be a weight.*“-1”.*4 rows: 1, 2, 3, 4\./
		],
		['a blank stratum', { ...mean, design: { strata: ['g'] } }, /“g”.*blank in row 4/],
		['a blank cluster', { ...mean, design: { cluster: ['g'] } }, /“g”.*blank in row 4/],
		[
			'a mean of words',
			{ indicator: { kind: 'mean', of: 's' } },
			/“s”.*“a”.*6 rows: 1, 2, 3, 4, 5 …/
		],
		['a lonely stratum', { ...mean, design: { strata: ['s'], cluster: ['s'] } }, /Stratum “a”/],
		[
			'a code that nobody has',
			{ indicator: { kind: 'proportion', of: 's', equals: 'x' } },
			/“x”.*s/
		],
		['a restriction to nobody', { ...mean, where: { s: ['x'] } }, /“x” is not a code of s/],
		[
			'a population below the sample',
			{ ...mean, design: { strata: ['s'], population: 'id' } },
			/“id” does not say how many clusters stratum “a”/
		]
	])('%s', async (_, question, expected) => {
		const bad = ['-1', 'x', '', 'inf', '1', '0'];
		const csv = survey
			.split('\n')
			.map((line, i) => (i === 0 ? `${line},bad` : line && `${line},${bad[i - 1] ?? ''}`))
			.join('\n');
		const { problem, estimates } = await answer(question, csv);
		expect(problem && problems.sentence(problem)).toMatch(expected);
		expect(estimates).toEqual([]);
	});

	test.each([
		['a value too large to square', 'y', '1e308', /“y” holds numbers beyond ±1e\+70.*in row 2\./],
		['a value too small to matter', 'y', '-1e-200', undefined],
		['a weight too large', 'w', '1e71', /“w” cannot be a weight.*“1e71”, in row 2\./],
		['a weight too small', 'w', '1e-310', /“w” cannot be a weight.*“1e-310”, in row 2\./]
	])('%s', async (_, column, value, expected) => {
		const csv = `y,w\n1,1\n${column === 'y' ? `${value},1` : `1,${value}`}\n3,1\n`;
		const { problem } = await answer({ ...mean, design: { weight: 'w' } }, csv);
		expect(problem && problems.sentence(problem)).toEqual(
			expected ? expect.stringMatching(expected) : undefined
		);
	});

	test('a split whose groups cannot be numbered', async () => {
		const by = Array.from({ length: 10 }, (_, i) => `b${i}`);
		const rows = Array.from({ length: 600 }, (_, r) =>
			by.map((_, i) => (r * (i + 7)) % 60 || r % 60)
		);
		const all = Array.from({ length: 60 }, (_, code) => by.map(() => code));
		const csv = [by, ...all, ...rows].map((row) => row.join()).join('\n');
		const { problem, estimates } = await answer({ indicator: { kind: 'count' }, by }, csv);
		expect(estimates).toEqual([]);
		expect(problem).toMatchObject({ code: 'too-many-groups', details: { groups: '6.0e+17' } });
		const few = await answer({ indicator: { kind: 'count' }, by: by.slice(0, 8) }, csv);
		expect(few.estimates.reduce((sum, { n }) => sum + n, 0)).toBe(660);
	});

	test('more rows than clusters can be, unless clusters are named', async () => {
		const { file, question } = await opened({ indicator: { kind: 'count' } }, survey);
		const many = { warehouse, file: { ...file, rows: 1_000_001 }, thresholds };
		const { problem } = await askFullFile(question, many);
		expect(problem && problems.sentence(problem)).toMatch(/more than 1000000 rows/);
		const design = { strata: [], cluster: ['c'] };
		expect((await askFullFile({ ...question, design }, many)).problem).toBeUndefined();
	});

	test('nobody in any group', async () => {
		const csv = 'g,h\na,\n,b\na,\n';
		const { problem } = await answer(
			{ indicator: { kind: 'count' }, where: { g: ['a'] }, by: ['h'] },
			csv
		);
		expect(problem && problems.sentence(problem)).toMatch(/^No row of f\.csv is left .* of h\.$/);
	});

	test('a heading that comes twice, unless the name that tells it apart is used', async () => {
		const csv = 'y,y,Y\n1,10,100\n3,30,300\n';
		const { problem } = await answer(mean, csv);
		expect(problem && problems.sentence(problem)).toMatch(/“y” is the .*“y” and “y \(2\)”/);
		const of = async (name: string) =>
			(await answer({ indicator: { kind: 'mean', of: name } }, csv)).estimates[0]?.value;
		expect(await of('y (2)')).toBe(20);
		expect(await of('Y')).toBe(200);
	});

	const strata = 's,c,y\na,1,1\na,1,2\nb,2,3\nb,3,5\nb,4,4\n';
	const design = { strata: ['s'], cluster: ['c'] };
	test('a lonely stratum stops only the groups that lie in it', async () => {
		const { estimates } = await answer({ ...mean, design, by: ['s'] }, strata);
		expect(estimates).toEqual([
			expect.objectContaining({ key: ['a'], value: 1.5, se: null, reason: 'lonely-stratum' }),
			expect.objectContaining({ key: ['b'], value: 4, se: expect.any(Number) })
		]);
		const { problem } = await answer({ ...mean, design }, strata);
		expect(problem && problems.sentence(problem)).toMatch(/“a” has a single .* adjust/);
	});

	test('an average over no other stratum does not advise the average', async () => {
		const question = { ...mean, design, lonely: 'average', where: { s: ['a'] } };
		const { problem } = await answer(question, strata);
		expect(problem && problems.sentence(problem)).toMatch(/“a”.*no average.*choose adjust, remove/);
	});

	test('a split into more groups than anyone reads', async () => {
		const rows = Array.from({ length: 10_001 }, (_, i) => `k${i},1`);
		const { problem } = await answer(
			{ indicator: { kind: 'count' }, by: ['key'] },
			`key,x\n${rows.join('\n')}\n`
		);
		expect(problem).toMatchObject({ code: 'too-many-groups', details: { groups: 10_001 } });
	});
});

test.each([
	['no JSON', '{"file":', /not JSON/],
	['a list', '[]', /must be an object/],
	['no file', '{"indicator":{"kind":"count"}}', /file must be the path/],
	['no indicator', '{"file":"f.csv"}', /indicator must be an object/],
	[
		'an unknown kind',
		'{"file":"f","indicator":{"kind":"median"}}',
		/one of count, mean, total, prop/
	],
	['a mean of nothing', '{"file":"f","indicator":{"kind":"mean"}}', /indicator\.of/],
	[
		'a share of nothing',
		'{"file":"f","indicator":{"kind":"proportion","of":"x"}}',
		/indicator\.equals/
	],
	['an unknown key', '{"file":"f","indicator":{"kind":"count"},"filter":{}}', /no key “filter”/],
	[
		'strata as text',
		'{"file":"f","indicator":{"kind":"count"},"design":{"strata":"s"}}',
		/design\.strata/
	],
	['by as text', '{"file":"f","indicator":{"kind":"count"},"by":"g"}', /by must be a list/],
	['where as list', '{"file":"f","indicator":{"kind":"count"},"where":[]}', /where must be/],
	['codes as text', '{"file":"f","indicator":{"kind":"count"},"where":{"h":"a"}}', /where\.h/],
	[
		'another rule',
		'{"file":"f","indicator":{"kind":"count"},"lonely":"skip"}',
		/lonely must be one of/
	],
	['a level of 95', '{"file":"f","indicator":{"kind":"count"},"level":95}', /0\.5 to 0\.9999/],
	[
		'a level next to 1',
		'{"file":"f","indicator":{"kind":"count"},"level":0.9999999999999999}',
		/0\.5 to 0\.9999/
	],
	['a name and a file', '{"file":"f","indicator":"gap"}', /“source”/],
	['a name without source', '{"indicator":"gap"}', /source must be/]
])('the grammar refuses %s and says what was expected', (_, text, expected) => {
	const asked = readQuestion(text);
	expect('code' in asked && problems.sentence(asked)).toMatch(expected);
});

describe('npm run ask', () => {
	const script = resolve('src/cli/ask.ts');
	const tsx = pathToFileURL(resolve('node_modules/tsx/dist/loader.mjs')).href;
	let folder = '';
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'ask in '));
		await writeFile(join(folder, 'f.csv'), survey);
		await writeFile(join(folder, 'empty.csv'), '');
	});
	afterAll(() => rm(folder, { recursive: true }));

	function run(question: object): Promise<{ code: number; out: string; err: string }> {
		const env = { ...process.env, npm_lifecycle_event: '' };
		const args = ['--import', tsx, script, JSON.stringify(question)];
		return new Promise((done) => {
			execFile(process.execPath, args, { cwd: folder, env }, (error, out, err) => {
				done({ code: error ? Number(error.code) : 0, out, err });
			});
		});
	}

	test('prints one answer as JSON, of a file beside the person', async () => {
		const { code, out, err } = await run({ file: 'f.csv', indicator: { kind: 'mean', of: 'y' } });
		expect({ code, err }).toEqual({ code: 0, err: '' });
		expect(JSON.parse(out).estimates).toEqual([expect.objectContaining({ n: 5, value: 4 })]);
	});

	test.each([
		['a bad question', 2, { file: 'f.csv' }],
		['a file that is not there', 2, { file: 'none.csv', indicator: { kind: 'count' } }],
		['an empty file', 2, { file: 'empty.csv', indicator: { kind: 'count' } }],
		['a column that is not there', 1, { file: 'f.csv', indicator: { kind: 'mean', of: 'z' } }],
		['an unknown indicator', 1, { source: 'audit', indicator: 'nothing' }]
	])('%s: one sentence and exit code %i', async (_, expected, question) => {
		const { code, out, err } = await run(question);
		expect({ code, out }).toEqual({ code: expected, out: '' });
		expect(err.trim().split('\n')).toHaveLength(1);
		expect(err).toMatch(/\.\n$/);
	});

	test('a declared indicator is answered from the records of the site', async () => {
		const question = { source: 'audit', indicator: 'incidence', by: ['sex'] };
		const { out } = await run(question);
		const got = JSON.parse(out);
		expect(got.provenance).toMatchObject({ madeBy: 'DuckDB', synthetic: true });
		expect(got.estimates.map(({ key }: Estimate) => basename(key.join()))).toEqual(['F', 'M']);
	});

	const pay = { of: 'pay', log: true, dimension: 'sex', minus: ['M', 'F'] };
	test('a gap in pay is split into what is explained and what is not, with the caveat', async () => {
		const oaxaca = { ...pay, predictors: ['isced_level', 'field', 'residence'] };
		const { out, err } = await run({ source: 'tracer', oaxaca });
		expect(err).toBe('');
		const { estimates, notes, provenance } = JSON.parse(out);
		expect(notes.join()).toMatch(/not a measure of discrimination/);
		expect(provenance).toMatchObject({ estimator: 'decomposition', synthetic: true });
		const of = (part: string): number =>
			estimates.find((one: Estimate) => one.part === part)?.value ?? NaN;
		const names = ['explained', 'unexplained'].map((part) => `${part} (coefficients of both)`);
		expect(names.map(of).reduce((a, b) => a + b)).toBeCloseTo(of('gap'), 12);
		expect(
			['endowments', 'coefficients', 'interaction'].map(of).reduce((a, b) => a + b)
		).toBeCloseTo(of('gap'), 12);
	});

	test('a difference by cells and a contrast by records are one', async () => {
		const base = { source: 'audit', indicator: 'incidence', by: ['residence'] };
		const minus = ['F', 'M'];
		const terms = minus.map((code, i) => ({ times: i === 0 ? 1 : -1, where: { sex: [code] } }));
		const [cells, rows] = await Promise.all([
			run({ ...base, difference: { dimension: 'sex', minus } }),
			run({ ...base, contrast: terms })
		]);
		const [one, other] = [cells, rows].map(({ out }): Estimate[] => JSON.parse(out).estimates);
		expect(one?.length).toBeGreaterThan(1);
		one?.forEach((estimate, i) => {
			const found = other?.[i];
			expect(found).toMatchObject({ key: estimate.key, n: estimate.n, df: estimate.df });
			expect(found?.quality).toBe(estimate.quality);
			for (const name of ['value', 'se', 'low', 'high', 'deff'] as const) {
				close(found?.[name] ?? null, estimate[name], 1e-10, estimate.se ?? 0);
			}
		});
	});

	test('weights of a survey are brought to known people of one wave', async () => {
		const rake = { margins: { sex: { F: 9000, M: 6000 } } };
		const asked = { source: 'tracer', indicator: 'employment', rake };
		const where = { wave: ['2024'] };
		const { out } = await run({ ...asked, by: ['sex'], where });
		const { estimates, provenance } = JSON.parse(out);
		expect(estimates.map((one: Estimate) => one.sumWeights)).toEqual([
			expect.closeTo(9000, 6),
			expect.closeTo(6000, 6)
		]);
		expect(provenance).toMatchObject({ calibration: 'rake', interval: 'xlogit' });
		const both = await run(asked);
		expect([both.code, both.err]).toEqual([2, expect.stringMatching(/needs one wave/)]);
	});
});
