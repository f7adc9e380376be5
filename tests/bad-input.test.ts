import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readQuestion } from '#lib/answers/read-file-question.ts';
import { askFullFile, type FullFileAnswer } from '#lib/answers/rows/ask-full-file.ts';
import { openTable } from '#lib/ingest/open-table.ts';
import { proportionMethods, shareLimits } from '#lib/survey/proportion-interval.ts';
import { computeCases } from '#lib/survey/cases/check-cases.ts';
import type { CaseSpec } from '#lib/survey/cases/spec.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { formatInText } from '#lib/vocabulary/numbers.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

/** The answer to a question about a file, all of its numbers looked at. */
async function answer(asked: object, csv: string): Promise<FullFileAnswer> {
	const read = readQuestion(JSON.stringify({ file: 'f.csv', ...asked }));
	if (!('about' in read) || read.about !== 'file') throw new Error(JSON.stringify(read));
	const bytes = new TextEncoder().encode(csv);
	const file = await openTable(warehouse, {
		blob: new Blob([bytes]),
		name: 'f.csv',
		table: 'file'
	});
	const found = await askFullFile(read.question, { warehouse, file, thresholds });
	expect(badNumbers(found)).toEqual([]);
	for (const one of found.estimates) expect(faults(one), JSON.stringify(one)).toEqual([]);
	return found;
}

async function sentence(asked: object, csv: string): Promise<string> {
	const { problem, estimates } = await answer(asked, csv);
	expect(estimates).toEqual([]);
	return problem ? problems.sentence(problem) : '';
}

async function only(asked: object, csv: string): Promise<Estimate> {
	const { problem, estimates } = await answer(asked, csv);
	expect(problem).toBeUndefined();
	expect(estimates).toHaveLength(1);
	return estimates[0] as Estimate;
}

/** Paths of numbers that are none: NaN, infinite or −0. */
function badNumbers(value: unknown, path = ''): string[] {
	if (typeof value === 'number')
		return Number.isFinite(value) && !Object.is(value, -0) ? [] : [path];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, part]) => badNumbers(part, `${path}.${key}`));
}

/** What an estimate must not be. */
function faults(one: Estimate): string[] {
	const { value, se, low, high, deff, reason, n, df } = one;
	const found: [string, boolean][] = [
		['a null without a reason', [value, se, low, high, deff].includes(null) && !reason],
		['a value of nobody', value !== null && n === 0],
		['an error without a value', value === null && [se, low, high, deff].some((x) => x !== null)],
		['an error of 0', se !== null && !(se > 0)],
		['half an interval', (low === null) !== (high === null)],
		['an interval without the value', !isWithin(low, value) || !isWithin(value, high)],
		['an error without degrees of freedom', df < 1 && se !== null],
		['a number in print that is none', /NaN|Infinity|undefined|null|±|−0\b(?!\.)/.test(print(one))]
	];
	return found.filter(([, isSo]) => isSo).map(([name]) => name);
}

function isWithin(low: number | null, high: number | null): boolean {
	return low === null || high === null || low <= high + 1e-12 * Math.abs(high);
}

function print(one: Estimate): string {
	return [
		formatInText(one, 'share'),
		formatInText(one, 'index'),
		formatInText(one, 'count')
	].join();
}

/** The same table through the library that reads reference cases. */
function rowsOf(spec: Partial<CaseSpec>, csv: string) {
	const { results } = computeCases([{ id: 'a', dataset: 'f.csv', ...spec } as CaseSpec], () => csv);
	expect(badNumbers(results)).toEqual([]);
	return results.a;
}

const mean = { kind: 'mean', of: 'y' };
const share = { kind: 'proportion', of: 'a', equals: 'yes' };
const count = { kind: 'count' };
const design = { weight: 'w', strata: ['s'], cluster: ['c'] };
const caseDesign = { weights: 'w', strata: 's', psu: 'c' };

/** Two strata of three clusters with two people each. */
const base = [...'112233112233'].map((c, i) => {
	return {
		s: i < 6 ? 'A' : 'B',
		c,
		w: String(2 + (i % 3)),
		y: String(i),
		a: i % 4 ? 'yes' : 'no',
		g: 'k'
	};
});
type Row = (typeof base)[number];

/** The table as CSV text, changed row by row. */
function csv(change: (row: Row, i: number) => Partial<Row> = () => ({}), rows = base): string {
	const names = ['s', 'c', 'w', 'y', 'a', 'g'] as const;
	const changed = rows.map((row, i) => ({ ...row, ...change(row, i) }));
	return [names, ...changed.map((row) => names.map((name) => row[name]))]
		.map((fields) => `${fields.join()}\n`)
		.join('');
}

describe('weights', () => {
	test.each([
		['negative', '-1', '“-1”'],
		['missing', '', 'blank'],
		['infinite', 'Inf', '“Inf”'],
		['infinite in words', 'Infinity', '“Infinity”'],
		['too large for a double', '1e400', '“1e400”'],
		['not a number', 'NaN', '“NaN”'],
		['a word', 'heavy', '“heavy”']
	])('that are %s are named with their column and rows', async (_, w, words) => {
		const bad = csv((_row, i) => (i === 2 || i === 7 ? { w } : {}));
		const said = await sentence({ design, indicator: mean }, bad);
		expect(said).toContain('“w”');
		expect(said).toContain(words);
		expect(said).toMatch(/\b3, 8\b/);
		const failed = rowsOf({ estimator: 'mean', variable: 'y', design: caseDesign }, bad);
		expect(failed).toEqual({
			error: 'Column w: a weight is missing, negative or not finite in 2 rows: 3, 8'
		});
	});

	test('of 0 leave a row out of the figures and in the design', async () => {
		const zero = csv((row) => (row.s === 'A' && row.c === '1' ? { w: '0' } : {}));
		const one = await only({ design, indicator: mean }, zero);
		expect(one).toMatchObject({ n: 10, missing: 0, clusters: 5, df: 3 });
		expect(rowsOf({ estimator: 'mean', variable: 'y', design: caseDesign }, zero)).toMatchObject([
			{ n: 10, n_psu: 5, df: 3, estimate: one.value, se: expect.closeTo(one.se ?? NaN, 12) }
		]);
	});

	test.each([mean, share, count, { kind: 'ratio', numerator: 'y', denominator: 'w' }])(
		'that are all 0 leave nobody: %o',
		async (indicator) => {
			const one = await only(
				{ design, indicator },
				csv(() => ({ w: '0' }))
			);
			expect(one).toMatchObject({ n: 0, value: null, reason: 'empty', quality: 'not-applicable' });
		}
	);

	test('that add up to the respondents leave the design effect open, and nothing else', async () => {
		const normal = csv((_, i) => ({ w: i % 2 ? '0.5' : '1.5' }));
		const one = await only({ design, indicator: mean }, normal);
		expect(one).toMatchObject({ n: 12, sumWeights: 12, deff: null, reason: 'normalised-weights' });
		expect(one.se).toBeGreaterThan(0);
		const [row] = rowsOf(
			{ estimator: 'mean', variable: 'y', design: caseDesign },
			normal
		) as unknown as Record<string, number>[];
		expect(row?.deff).toBeNull();
		expect(row?.se).toBeCloseTo(one.se ?? NaN, 12);
	});
});

describe('strata with one cluster', () => {
	const lonely = csv((row) => (row.s === 'A' ? { c: '1' } : {}));

	test('stop the answer by name, unless a rule says how they count', async () => {
		expect(await sentence({ design, indicator: mean }, lonely)).toContain('“A”');
		const spec = { estimator: 'mean', variable: 'y', design: caseDesign };
		expect(rowsOf(spec, lonely)).toEqual({ error: 'Stratum (A) has only one PSU at stage 1' });
	});

	test.each(['adjust', 'remove', 'average', 'certainty'] as const)(
		'count by the rule %s',
		async (rule) => {
			const one = await only({ design, indicator: mean, lonely: rule }, lonely);
			expect(one).toMatchObject({ n: 12, clusters: 4, df: 2 });
			const spec = {
				estimator: 'mean',
				variable: 'y',
				design: { ...caseDesign, lonely_psu: rule }
			};
			expect(rowsOf(spec, lonely)).toMatchObject([
				{ se: expect.closeTo(one.se ?? NaN, 12), df: 2 }
			]);
		}
	);

	test.each(['fail', 'adjust', 'remove', 'average', 'certainty'] as const)(
		'everywhere leave no degree of freedom, by the rule %s',
		async (rule) => {
			const all = csv(() => ({ c: '1' }));
			const { problem, estimates } = await answer({ design, indicator: mean, lonely: rule }, all);
			const isStopped = rule === 'fail' || rule === 'average';
			expect(problem?.code).toBe(isStopped ? 'lonely-stratum' : undefined);
			const none = { value: expect.any(Number), se: null, low: null, reason: 'one-cluster' };
			expect(estimates).toEqual(isStopped ? [] : [expect.objectContaining(none)]);
		}
	);
});

describe('cluster ids', () => {
	test('that restart in each stratum are as many clusters as ids of their own', async () => {
		const distinct = csv((row) => ({ c: `${row.s}-${row.c}` }));
		for (const indicator of [mean, share, count, { kind: 'quantile', of: 'y' }]) {
			const { estimates } = await answer({ design, indicator }, csv());
			expect(estimates).toEqual((await answer({ design, indicator }, distinct)).estimates);
			expect(estimates[0]).toMatchObject({ clusters: 6, df: 4 });
		}
	});

	test('that look like numbers are text: 07 is not 7, nor 7.0', async () => {
		const codes = ['7', '07', '7.0'];
		const alike = csv((row) => ({ c: codes[Number(row.c) - 1] ?? '' }));
		expect(await only({ design, indicator: mean }, alike)).toMatchObject({ clusters: 6, df: 4 });
		const spec = { estimator: 'mean', variable: 'y', design: caseDesign };
		expect(rowsOf(spec, alike)).toMatchObject([{ n_psu: 6, df: 4 }]);
	});

	test('of two columns do not run into each other', async () => {
		const joined = csv((_, i) => (i % 2 ? { g: 'k|1', c: '2' } : { g: 'k', c: '1|2' }));
		const two = { ...design, cluster: ['g', 'c'] };
		expect(await only({ design: two, indicator: mean }, joined)).toMatchObject({ clusters: 4 });
		const spec = { estimator: 'mean', variable: 'y', design: { ...caseDesign, psu: ['g', 'c'] } };
		expect(rowsOf(spec, joined)).toMatchObject([{ n_psu: 4 }]);
	});

	test.each(['s', 'c'] as const)('and strata that are blank are named: %s', async (column) => {
		const blank = csv((_, i) => (i > 9 ? { [column]: '' } : {}));
		const said = await sentence({ design, indicator: mean }, blank);
		expect(said).toMatch(new RegExp(`“${column}”.*11, 12`));
		const spec = { estimator: 'mean', variable: 'y', design: caseDesign };
		expect(rowsOf(spec, blank)).toEqual({ error: `Column ${column}: no value in 2 rows: 11, 12` });
	});
});

describe('domains', () => {
	const split = csv((_, i) => ({ g: i < 2 ? 'first' : 'rest', a: i < 2 ? 'no' : 'yes' }));

	test('with no case have no value and say so', async () => {
		const where = { g: ['first'], a: ['yes'] };
		for (const indicator of [mean, count, { kind: 'quantile', of: 'y' }]) {
			expect(await only({ design, indicator, where }, split)).toMatchObject({
				...{ n: 0, value: null, se: null, reason: 'empty', quality: 'not-applicable' }
			});
		}
		expect(await sentence({ design, indicator: mean, where: { g: ['none'] } }, split)).toMatch(
			/“none”/
		);
	});

	test('in one cluster have a value, and no error that looks like precision', async () => {
		const { estimates } = await answer({ design, indicator: mean, by: ['g'] }, split);
		expect(estimates).toMatchObject([
			{
				key: ['first'],
				n: 2,
				clusters: 1,
				df: 0,
				se: null,
				reason: 'one-cluster',
				quality: 'unreliable'
			},
			{ key: ['rest'], n: 10, clusters: 5, df: 3, se: expect.any(Number) }
		]);
	});

	test('in one cluster take part in a difference with the covariance of all clusters', async () => {
		const difference = { dimension: 'g', minus: ['first', 'rest'] };
		const one = await only({ design, indicator: mean, difference }, split);
		expect(one).toMatchObject({ n: 12, clusters: 6, df: 4 });
		expect(one.se).toBeGreaterThan(0);
	});
});

describe('values', () => {
	test('a share of 0 or 1 has limits, and no error', async () => {
		const none = csv((row) => ({ a: row.s === 'A' ? 'no' : 'yes' }));
		const { estimates } = await answer({ design, indicator: share, by: ['s'] }, none);
		const said = { n: 6, df: 2, se: null, reason: 'no-variance' };
		// R: n <- 6 * (qt(.025, 5) / qt(.025, 2))^2; qbeta(.975, 1, n)
		const end = 0.8213764982075;
		expect(estimates).toMatchObject([
			{ ...said, value: 0, low: 0, high: expect.closeTo(end, 8) },
			{ ...said, value: 1, low: expect.closeTo(1 - end, 8), high: 1 }
		]);
	});

	test.each(proportionMethods)(
		'a share of which little is known has limits on both sides: %s',
		async (interval) => {
			const two = csv(
				(_, i) => ({ a: i === 0 ? 'yes' : 'no' }),
				base.slice(0, 6).filter((_, i) => i % 3 < 2)
			);
			const one = await only({ design, indicator: share, interval }, two);
			expect([one.low, one.high]).toEqual([expect.any(Number), expect.any(Number)]);
		}
	);

	test('limits by the arcsine that pass each other become 0 and 1', () => {
		expect(shareLimits({ value: 0.5, se: 0.433, n: 2, df: 1 }, 'asin', 0.95)).toEqual([0, 1]);
	});

	test.each([mean, { kind: 'total', of: 'y' }, { kind: 'quantile', of: 'y' }])(
		'that are the same everywhere have no spread: %o',
		async (indicator) => {
			const same = csv(() => ({ y: '0.1', w: '3.7' }));
			const one = await only({ design, indicator }, same);
			expect(one).toMatchObject({ n: 12, se: null, low: null, high: null, reason: 'no-variance' });
		}
	);

	test.each([
		mean,
		share,
		{ kind: 'total', of: 'y' },
		{ kind: 'ratio', numerator: 'y', denominator: 'y' },
		{ kind: 'quantile', of: 'y' }
	])('that are all missing are counted as missing: %o', async (indicator) => {
		const blank = csv((_, i) => ({ y: '', a: i === 0 ? 'yes' : '', w: i === 0 ? '0' : '2' }));
		expect(await only({ design, indicator }, blank)).toMatchObject({
			...{ n: 0, missing: 11, value: null, reason: 'all-missing', quality: 'not-applicable' }
		});
	});

	test('a ratio over 0 has no value', async () => {
		const zero = csv(() => ({ g: '0' }));
		const indicator = { kind: 'ratio', numerator: 'y', denominator: 'g' };
		expect(await only({ design, indicator }, zero)).toMatchObject({
			...{ n: 12, value: null, reason: 'zero-denominator' }
		});
	});

	test('that are no numbers are named', async () => {
		const words = csv((_, i) => (i === 4 ? { y: 'Infinity' } : {}));
		expect(await sentence({ design, indicator: mean }, words)).toMatch(/“y”.*“Infinity”.*row 5/);
	});
});

describe('a wave with other categories', () => {
	/** The second wave has a code that the first lacks, and lacks one of its own. */
	const waves = csv((row, i) => ({
		g: row.s === 'A' ? (['m', 'f'][i % 2] ?? '') : (['f', 'x'][i % 2] ?? '')
	}));

	test('shows each category where it is, and says of the others that nobody is there', async () => {
		const { estimates } = await answer({ design, indicator: mean, by: ['s', 'g'] }, waves);
		expect(estimates.map(({ key, n }) => [...key, n])).toEqual([
			...[
				['A', 'f', 3],
				['A', 'm', 3],
				['B', 'f', 3],
				['B', 'x', 3]
			]
		]);
		const where = { s: ['A'], g: ['x'] };
		expect(await only({ design, indicator: mean, where }, waves)).toMatchObject({
			...{ n: 0, value: null, reason: 'empty' }
		});
	});

	test('has no change of a category that one wave lacks', async () => {
		const difference = { dimension: 's', minus: ['B', 'A'] };
		const { estimates } = await answer({ design, indicator: mean, by: ['g'], difference }, waves);
		expect(estimates).toMatchObject([
			{ key: ['f'], value: expect.any(Number), se: expect.any(Number) },
			{ key: ['m'], value: null, se: null, reason: 'empty' },
			{ key: ['x'], value: null, se: null, reason: 'empty' }
		]);
	});

	test('that a known population lacks, or that lacks one of the population, is named', async () => {
		const asked = (margin: Record<string, number>) => ({
			...{ design, indicator: mean, rake: { margins: { g: margin } } }
		});
		expect(await sentence(asked({ f: 10, m: 10 }), waves)).toMatch(/“x” of g.*8, 10, 12/);
		expect(await sentence(asked({ f: 10, m: 10, x: 10, z: 10 }), waves)).toMatch(/“z”/);
		const spec = (population: readonly { readonly g: string; readonly N: number }[]) => ({
			...{ estimator: 'mean', variable: 'y' },
			design: { ...caseDesign, calibration: { method: 'poststratify', columns: ['g'], population } }
		});
		const [f, m, x, z] = [...'fmxz'].map((g) => ({ g, N: 10 })) as [P, P, P, P];
		type P = { g: string; N: number };
		expect(rowsOf(spec([f, m]) as Partial<CaseSpec>, waves)).toEqual({
			error: 'Column g: a value has no known population in 3 rows: 8, 10, 12'
		});
		expect(rowsOf(spec([f, m, x, z]) as Partial<CaseSpec>, waves)).toEqual({
			error: 'Column g: no row has {"g":"z","N":10}'
		});
	});
});

describe('small tables at random', () => {
	const cell = fc.record({
		s: fc.constantFrom('A', 'B', '7', '07'),
		c: fc.constantFrom('1', '01', '2', '3'),
		w: fc.constantFrom('0', '0.25', '1', '1', '3', '120.5'),
		y: fc.constantFrom('', '0', '-0', '0.1', '0.1', '-3', '7', '1e9'),
		a: fc.constantFrom('', 'yes', 'yes', 'no'),
		g: fc.constantFrom('', 'k', 'l')
	});
	const tables = fc.array(cell, { minLength: 1, maxLength: 24 });
	const rules = fc.constantFrom('fail', 'adjust', 'remove', 'average', 'certainty');
	const indicators = fc.constantFrom<object>(
		...[mean, share, count, { kind: 'total', of: 'y' }],
		...[
			{ kind: 'ratio', numerator: 'y', denominator: 'w' },
			{ kind: 'quantile', of: 'y' }
		]
	);

	test(
		'no number is none, and everybody with a weight is counted once',
		{ timeout: 120_000 },
		async () => {
			await fc.assert(
				fc.asyncProperty(tables, rules, indicators, async (rows, lonely, indicator) => {
					const text = csv(undefined, rows);
					// One method after the other, by the size of the table.
					const interval = proportionMethods[rows.length % proportionMethods.length];
					const { estimates, problem, unclassified } = await answer(
						{ design, indicator, lonely, by: ['g'], ...(indicator === share ? { interval } : {}) },
						text
					);
					if (problem) {
						expect(problems.sentence(problem)).toMatch(/\S+\.$/);
						return;
					}
					const weighed = rows.filter(({ w }) => w !== '0');
					const isBlank = ({ y, a }: Row) =>
						indicator === share ? a === '' : indicator !== count && y === '';
					const counted = estimates.reduce((sum, { n, missing }) => sum + n + missing, 0);
					// Whose group and answer are both blank: they stand in no count of the answer.
					const neither = weighed.filter((row) => row.g === '' && isBlank(row)).length;
					expect(counted + (unclassified?.n ?? 0) + neither).toBe(weighed.length);
				}),
				{ numRuns: 60 }
			);
		}
	);

	test('differences neither', { timeout: 120_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(tables, rules, indicators, async (rows, lonely, indicator) => {
				const text = csv(undefined, [...rows, ...base.slice(0, 1), { ...base[0], g: 'l' } as Row]);
				const difference = { dimension: 'g', minus: ['k', 'l'] };
				const { problem, estimates } = await answer(
					{ design, indicator, lonely, difference },
					text
				);
				expect(estimates.length + (problem ? 1 : 0)).toBe(1);
			}),
			{ numRuns: 40 }
		);
	});

	test('nor reference cases', () => {
		const estimators = fc.constantFrom<Partial<CaseSpec>>(
			...['mean', 'total', 'variance'].map((estimator) => ({ estimator, variable: 'y' })),
			{ estimator: 'proportion', variable: 'a' },
			{ estimator: 'ratio', numerator: 'y', denominator: 'w' },
			{ estimator: 'quantile', variable: 'y', probs: [0.1, 0.5, 1] },
			{
				...{
					estimator: 'ciprop',
					variable: { indicator: { column: 'a', op: '==', value: 'yes' } }
				},
				methods: proportionMethods
			}
		);
		fc.assert(
			fc.property(tables, rules, estimators, (rows, lonely, spec) => {
				const lonelyRule = { ...caseDesign, lonely_psu: lonely } as NonNullable<CaseSpec['design']>;
				expect(
					rowsOf({ ...spec, design: lonelyRule, by: ['g'] }, csv(undefined, rows))
				).toBeDefined();
			}),
			{ numRuns: 300 }
		);
	});
});
