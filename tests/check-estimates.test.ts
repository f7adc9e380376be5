import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkCases, computeCases } from '#lib/survey/cases/check-cases.ts';
import type { CaseSpec, DesignSpec } from '#lib/survey/cases/spec.ts';

/** Cases of each file of references; all of them are answered. */
const families = {
	...{ mean: 25, total: 15, ratio: 10, proportion: 13, ciprop: 8, domain: 17, gap: 22, edge: 27 },
	...{ lonely_psu: 35, worked_example: 8, deff_df: 14, two_stage: 16, quantile: 15 },
	...{ calibration: 67, replicate: 50, oaxaca: 4, kitagawa: 4, spearman: 21, inequality: 5 },
	...{ distributions: 4 }
};

const root = 'tests/oracles';
const readText = (path: string) => readFileSync(`${root}/${path}`, 'utf8');

function casesOf(family: string): CaseSpec[] {
	const file: { cases: CaseSpec[] } = JSON.parse(readText(`cases/${family}.json`));
	return file.cases;
}

describe('every reference case comes out as R has it, to its own tolerance', () => {
	test.each(Object.entries(families))('%s: %i cases', (family, count) => {
		expect(checkCases(casesOf(family), readText)).toEqual({ lines: [], passed: count, failed: 0 });
	});
});

describe('a wrong number is found', () => {
	const [spec] = casesOf('gap');
	const fields = Object.entries(spec?.expected?.rows?.[0] ?? {});

	test.each(fields.filter(([, value]) => typeof value === 'number'))('%s', (name, value) => {
		const row = { ...spec?.expected?.rows?.[0], [name]: Number(value) * 1.001 };
		const tampered = { ...spec, expected: { rows: [row] } } as CaseSpec;
		const { lines, failed } = checkCases([tampered], readText);
		expect(failed).toBe(1);
		expect(lines).toHaveLength(1);
		expect(lines[0]).toContain(`${spec?.id}: rows[0].${name}: expected`);
	});

	test('a covariance, the number of rows, calibrated weights', () => {
		const row = { ...spec?.expected?.rows?.[0], covariance: [[1]] };
		const rows = casesOf('proportion').slice(0, 1);
		const tampered = [
			{ ...spec, expected: { rows: [row] } },
			...rows.map((one) => ({ ...one, expected: { rows: [] } })),
			{ ...casesOf('calibration')[0], expected: { calibrated_weights_file: 'data/none.csv' } }
		] as CaseSpec[];
		const { lines, passed } = checkCases(tampered, readText);
		expect(passed).toBe(0);
		expect(lines.map((line) => line.slice(0, line.indexOf(',')))).toEqual([
			expect.stringContaining('rows[0].covariance: expected [[1]]'),
			expect.stringContaining('rows: expected 0'),
			expect.stringContaining('rows: expected 0'),
			expect.stringContaining('weights in data/none.csv')
		]);
	});
});

describe('bad input gives a stated result', () => {
	const header = 'w,h,c,y,g';
	const run = (rows: readonly string[], design: DesignSpec, spec: Partial<CaseSpec> = {}) => {
		const one = { id: 'one', estimator: 'mean', dataset: 'x.csv', variable: 'y', design, ...spec };
		return computeCases([one], () => [header, ...rows].join('\n')).results.one;
	};
	const clustered = { weights: 'w', strata: ['h'], psu: ['c'] };

	test.each([
		['missing', ',a,1,2,'],
		['negative', '-1,a,1,2,'],
		['infinite', '1e999,a,1,2,']
	])('a weight that is %s names the column and the row', (_, row) => {
		expect(run(['1,a,1,1,', row, '1,a,2,3,'], clustered)).toEqual({
			error: 'Column w: a weight is missing, negative or not finite in 1 rows: 2'
		});
	});

	test('a missing stratum or cluster is not one of its own', () => {
		expect(run(['1,,1,1,', '1,a,2,3,'], clustered)).toEqual({
			error: 'Column h: no value in 1 rows: 1'
		});
	});

	test('a column of text is not estimated, and one that is not there is named', () => {
		expect(run(['1,a,1,1,x', '1,a,2,3,y'], clustered, { variable: 'g' })).toEqual({
			error: 'Column g does not hold numbers'
		});
		expect(run(['1,a,1,1,x'], clustered, { variable: 'z' })).toEqual({
			error: 'There is no column z'
		});
	});

	test('all values missing: no value, no group lost', () => {
		const rows = ['1,a,1,,x', '1,a,2,,x', '1,a,3,1,z', '1,a,4,2,z'];
		const [first, second] = run(rows, clustered, { by: ['g'] }) as readonly object[];
		expect(first).toEqual({ group: { g: 'x' }, estimate: null, se: null, n: 0 });
		expect(second).toMatchObject({ group: { g: 'z' }, estimate: 1.5, n: 2 });
	});

	test('cluster ids that restart, and ids that look like numbers, stay apart', () => {
		const rows = ['1,a,7,1,', '1,a,07,2,', '1,b,7,5,', '1,b,07,9,'];
		expect(run(rows, clustered)).toMatchObject([{ n_psu: 4, n_strata: 2, df: 2 }]);
	});

	test('normalised weights give no design effect of a mean', () => {
		const rows = ['1,a,1,3,', '0.5,a,2,4,', '1,b,1,9,', '1.5,b,2,7,'];
		expect(run(rows, clustered)).toMatchObject([{ sum_weights: 4, deff: null }]);
	});

	test('a proportion of a condition has a row for 0 and one for 1', () => {
		const rows = ['1,a,1,3,', '1,a,2,4,', '1,b,1,9,', '1,b,2,,'];
		const variable = { indicator: { column: 'y', op: '>', value: 3 } };
		expect(run(rows, clustered, { estimator: 'proportion', variable })).toMatchObject([
			{ category: 0, n_category: 1, n: 3 },
			{ category: 1, n_category: 2, n: 3 }
		]);
	});

	test.each([0, 1])('a share of %i has no interval but its own value', (share) => {
		const rows = ['a', 'a', 'b', 'b'].map((h, i) => `1,${h},${i},${share},`);
		const methods = ['xlogit', 'logit', 'beta', 'asin', 'mean'] as const;
		const got = run(rows, clustered, { estimator: 'ciprop', methods }) as readonly object[];
		for (const row of got.slice(0, 4)) {
			expect(row).toMatchObject({ estimate: share, se: 0, ci_low: null, ci_high: null });
		}
		expect(got[4]).toMatchObject({ ci_low: share, ci_high: share });
	});

	test('a population with a category that no row has is named', () => {
		const calibration = {
			method: 'poststratify',
			columns: ['g'],
			population: [
				{ g: 'x', N: 5 },
				{ g: 'z', N: 5 }
			]
		} as const;
		expect(run(['1,a,1,1,x', '1,a,2,3,x'], { ...clustered, calibration })).toEqual({
			error: 'Column g: no row has {"g":"z","N":5}'
		});
	});

	test.each<[string, object]>([
		['level is 95, and must be between 0 and 1', { level: 95 }],
		['probs is 1.5, and must be from 0 to 1', { estimator: 'quantile', probs: 1.5 }],
		['methods is "wald", and must be one of', { estimator: 'ciprop', methods: 'wald' }],
		['interval_type is "t", and must be one of', { estimator: 'quantile', interval_type: 't' }],
		['measure is "median", and must be one of', { estimator: 'contrast', measure: 'median' }],
		['scale is "odds", and must be one of', { estimator: 'contrast', scale: 'odds' }],
		['A contrast of 0 cells needs 2 coefs', { estimator: 'contrast' }],
		['lonely_psu is "drop", and must be one of', { design: { lonely_psu: 'drop' } }],
		['kind is "pps", and must be one of', { design: { kind: 'pps' } }],
		['adjust_domain_lonely is not offered', { design: { adjust_domain_lonely: true } }],
		['The calibration rake names no margins', { design: { calibration: { method: 'rake' } } }],
		['Unknown variable 5', { variable: 5 }]
	])('a word or number that is not of the format is named: %s', (message, spec) => {
		const result = run(['1,a,1,1,x', '1,a,2,3,y'], clustered, spec);
		expect(result).toEqual({ error: expect.stringContaining(message) });
	});

	test.each(['kitagawa', 'oaxaca_blinder'])('%s of a group without rows names it', (estimator) => {
		const group = { column: 'g', A: 'x', B: 'z' };
		const spec = { estimator, y: 'y', category: 'h', terms: ['w'], group };
		expect(run(['1,a,1,1,x', '2,a,2,3,x'], clustered, spec)).toEqual({
			error: 'Column g: no complete row has z'
		});
	});

	test('a list of one may stand as its only item', () => {
		const rows = ['1,a,1,1,x', '1,a,2,3,x', '1,b,1,4,y', '1,b,2,9,y'];
		const scalar = run(rows, clustered, { by: 'g' } as unknown as Partial<CaseSpec>);
		expect(scalar).toEqual(run(rows, clustered, { by: ['g'] }));
	});

	test('the variance of a constant is 0, not rounding', () => {
		const rows = ['0.3,a,1,7.3,', '2.7,a,2,7.3,', '1.1,b,1,7.3,', '9.9,b,2,7.3,'];
		expect(run(rows, clustered, { estimator: 'variance' })).toMatchObject([
			{ estimate: 0, se: 0, ci_low: 0, ci_high: 0 }
		]);
	});

	test('a second stage with a single unit fails under "fail", naming the cluster', () => {
		const rows = ['1,4,1,1,9', '1,4,1,2,9', '1,4,2,3,9'];
		const design = { weights: 'w', psu: ['c'], ssu: ['y'], fpc: ['h', 'g'] };
		expect(run(rows, design)).toEqual({ error: 'Stratum (2) has only one PSU at stage 2' });
		expect(run(rows, { ...design, lonely_psu: 'remove' })).toMatchObject([{ n: 3, n_psu: 2 }]);
	});
});

describe('npm run -s check-estimates', () => {
	const folder = mkdtempSync(join(tmpdir(), 'check-estimates-'));
	const file = join(folder, 'cases.json');
	afterAll(() => rmSync(folder, { recursive: true }));

	const run = (...options: string[]) => {
		const args = ['run', '-s', 'check-estimates', '--', ...options];
		return spawnSync('npm', args, { encoding: 'utf8' });
	};
	const write = (cases: readonly object[]) => {
		writeFileSync(file, JSON.stringify({ format: 'survey-oracle-1', cases }));
	};

	test('counts over all files and exits with 0', () => {
		const files = ['mean', 'worked_example'].map((name) => `${root}/cases/${name}.json`);
		const args = ['run', '-s', 'check-estimates', '--', root, ...files];
		expect(execFileSync('npm', args, { encoding: 'utf8' })).toBe('33 passed, 0 failed\n');
	});

	test('prints a mismatch and what it skips, and exits with 1', () => {
		const [mean] = casesOf('mean');
		const wrong = { ...mean, expected: { rows: [{ ...mean?.expected?.rows?.[0], df: 3 }] } };
		write([mean ?? {}, wrong, { id: 'odd', estimator: 'mode', expected: { rows: [] } }]);
		const { status, stdout } = run(root, file);
		expect(status).toBe(1);
		expect(stdout.trimEnd().split('\n')).toEqual([
			`${mean?.id}: rows[0].df: expected 3, got 197`,
			'odd: skipped, unknown estimator mode',
			'1 passed, 2 failed'
		]);
	});

	test('--print needs nothing expected and keeps the names and the order', () => {
		const { expected, ...gap } = casesOf('gap')[0] ?? { expected: {} };
		const { expected: error, ...lonely } = casesOf('lonely_psu')[0] ?? { expected: {} };
		write([gap, lonely]);
		const { status, stdout } = run('--print', root, file);
		expect(status).toBe(0);
		const printed: Record<string, object[]> = JSON.parse(stdout);
		const [row] = printed['gap-silc-wage-sex-difference'] ?? [];
		expect(Object.keys(row ?? {})).toEqual(Object.keys(expected?.rows?.[0] ?? {}));
		expect(printed['lonely-crowd-mean-fail']).toEqual(error);
	});

	test('names a file that it cannot use, and computes the others', () => {
		write([]);
		const odd = join(folder, 'odd.json');
		writeFileSync(odd, '{"format": "sdc-tables-1"');
		const { status, stdout, stderr } = run(root, odd, join(folder, 'none.json'), file);
		expect(status).toBe(2);
		expect(stdout).toBe('0 passed, 2 failed\n');
		expect(stderr).toContain(`${odd} is not JSON`);
		expect(stderr).toContain(`The file ${join(folder, 'none.json')} cannot be read`);
		expect(stderr).not.toContain('    at ');
	});

	test('says how it is used, and what is no file of the format', () => {
		expect(run(root)).toMatchObject({ status: 2, stdout: '' });
		const { status, stderr } = run(root, 'package.json');
		expect(status).toBe(2);
		expect(stderr).toContain('package.json is not of the format survey-oracle-1');
	});
});

test('what is printed has the fields of the reference, in its order', () => {
	const names = Object.keys(families).filter((name) => !['domain', 'distributions'].includes(name));
	const order = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(order);
		if (typeof value !== 'object' || value === null) return null;
		return Object.entries(value).map(([name, inner]) => [name, order(inner)]);
	};
	for (const spec of names.flatMap((name) => casesOf(name).slice(0, 4))) {
		const printed = computeCases([spec], readText).results[spec.id];
		expect(order(printed), spec.id).toEqual(order(spec.expected?.rows ?? spec.expected));
	}
});

test('a decomposition by a category that one group lacks is undefined, by name', () => {
	const spec = {
		...{ id: 'one', estimator: 'kitagawa', dataset: 'x.csv', y: 'y', category: 'c', weights: null },
		...{ group: { column: 'g', A: 'a', B: 'b' }, domain: [], expected: { undefined: true } }
	};
	const rows = ['g,c,y', 'a,1,1', 'a,2,0', 'b,1,1'];
	const read = () => rows.join('\n');
	expect(computeCases([spec], read).results.one).toEqual({ undefined: 'c 2 is empty in a group' });
	expect(checkCases([spec], read)).toEqual({ lines: [], passed: 1, failed: 0 });
});

test('a file that is not there fails a case that expects an error, and is an error when printing', () => {
	const [spec] = casesOf('lonely_psu').filter(({ expected }) => expected?.error);
	const read = () => {
		throw new Error('no such file');
	};
	expect(checkCases([spec as CaseSpec], read)).toMatchObject({ passed: 0, failed: 1 });
	const { results, failed } = computeCases([spec as CaseSpec], read);
	expect(results[spec?.id ?? '']).toEqual({ error: 'no such file' });
	expect(failed).toBe(1);
});

describe('with replicate weights', () => {
	const header = 'w,r1,r2,r3,y,g';
	const rows = ['1,0,2,1,3,x', '2,3,0,3,4,x', '1,1,2,0,9,z', '3,3,3,5,7,z', '2,3,3,1,6,z'];
	const design: DesignSpec = {
		kind: 'replicate',
		...{ weights: 'w', replicate_weights: ['r1', 'r2', 'r3'] },
		...{ scale: 2 / 3, rscales: [1], mse: false }
	};
	const run = (spec: Partial<CaseSpec>) => {
		const given = { id: 'one', estimator: 'mean', dataset: 'x.csv', variable: 'y', design };
		const one: CaseSpec = { ...given, ...spec };
		return computeCases([one], () => [header, ...rows].join('\n')).results.one;
	};

	// R 4.2, survey 4.1-1: svyvar(~y, svrepdesign(…)).
	test('rows that a replicate leaves out count in the n of a variance', () => {
		expect(run({ estimator: 'variance' })).toMatchObject([
			{ estimate: expect.closeTo(4.01234567901234, 12), se: expect.closeTo(1.15869298972784, 12) }
		]);
	});

	// R: plogis(coef ∓ t·SE) of withReplicates() on the log odds, as svyciprop(method = "logit") does it.
	test('the logit interval of a share is that of the replicated log odds', () => {
		const variable = { indicator: { column: 'y', op: '>', value: 5 } };
		expect(run({ estimator: 'ciprop', methods: ['logit'], variable })).toMatchObject([
			{
				ci_low: expect.closeTo(0.148381802253535, 12),
				ci_high: expect.closeTo(0.958259389136274, 12)
			}
		]);
	});
});
