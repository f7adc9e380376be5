import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readQuestion } from '#lib/answers/read-file-question.ts';
import { askFullFile, type FullFileAnswer } from '#lib/answers/rows/ask-full-file.ts';
import type { CaseSpec, Row } from '#lib/survey/cases/spec.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };
import { openedFiles } from '#tests/support/opened-files.ts';
import { questionsOf } from '#tests/support/oracle-questions.ts';

let warehouse: Warehouse;
const open = openedFiles();

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

function casesOf(family: string): CaseSpec[] {
	const path = join('tests/oracles/cases', `${family}.json`);
	return (JSON.parse(readFileSync(path, 'utf8')) as { cases: CaseSpec[] }).cases;
}

async function answer(question: object, csv: string): Promise<FullFileAnswer> {
	const asked = readQuestion(JSON.stringify({ file: 'f.csv', ...question }));
	if (!('about' in asked) || asked.about !== 'file') throw new Error(JSON.stringify(asked));
	const file = await open(warehouse, csv);
	const found = await askFullFile(asked.question, { warehouse, file, thresholds });
	expectFinite(found);
	return found;
}

/** What goes to standard output has no NaN, Infinity or −0, and a null has a reason. */
function expectFinite(found: FullFileAnswer) {
	for (const one of found.estimates) {
		const numbers = [one.value, one.se, one.low, one.high, one.deff, one.n, one.df];
		for (const number of numbers) {
			if (number !== null) expect(Number.isFinite(number) && !Object.is(number, -0)).toBe(true);
		}
		if (numbers.includes(null)) expect(one.reason).toBeDefined();
	}
}

function close(got: number | null, expected: unknown, rel: number, scale = 0) {
	const aim = typeof expected === 'number' ? expected : NaN;
	const size = Math.max(Math.abs(aim), scale, 1e-300);
	expect(Math.abs((got ?? NaN) - aim) / size).toBeLessThanOrEqual(rel);
}

const families = [
	...['total', 'ratio', 'ciprop', 'quantile', 'gap'],
	...['calibration', 'replicate', 'two_stage', 'lonely_psu', 'worked_example']
];
const cases = families.flatMap(casesOf).filter((spec) => spec.estimator !== 'variance');

describe('asked on the command line, R’s figures come back', () => {
	test.each(cases.map((spec) => [spec.id, spec] as const))('%s', async (_, spec) => {
		const csv = readFileSync(join('tests/oracles', spec.dataset ?? ''), 'utf8');
		const questions = questionsOf(spec, csv);
		expect(questions.length).toBeGreaterThan(0);
		for (const { question, csv: file, answers } of questions) {
			const found = await answer(question, file);
			if (spec.expected?.error !== undefined) {
				checkFailure(spec.expected.error, found);
				continue;
			}
			expect(found.problem).toBeUndefined();
			const rows = (spec.expected?.rows ?? []).filter(answers);
			expect(rows.length).toBeGreaterThan(0);
			for (const row of rows) checkRow(spec, row, found);
		}
	});

	test('every family and method is among them', () => {
		expect(cases.length).toBeGreaterThan(200);
		const rules = new Set(cases.map(({ qrule }) => qrule));
		expect([...rules]).toEqual(expect.arrayContaining(['math', 'school', 'hf2', 'hf6', 'hf7']));
		const methods = new Set(cases.flatMap((spec) => spec.methods ?? []));
		expect([...methods]).toEqual(['xlogit', 'logit', 'beta', 'mean', 'asin']);
	});
});

function checkRow(spec: CaseSpec, row: Row, { estimates }: FullFileAnswer) {
	const group = (row.group ?? {}) as Row;
	const key = (spec.by ?? []).map((column) => String(group[column]));
	const got = estimates.find((one) => one.key.join('|') === key.join('|'));
	expect(got, `a group ${key.join()}`).toBeDefined();
	if (!got) return;
	if (row.n === 0) return expect(got).toMatchObject({ value: null, se: null });
	const { estimate_rel = 1e-9, se_rel = 1e-7, ci_rel = 1e-7 } = spec.tolerance ?? {};
	if (isTie(row, got)) return;
	close(got.value, row.estimate, Math.max(estimate_rel, 1e-12), 1e-3 * Number(row.se ?? 0));
	if (row.n !== undefined) expect(got.n).toBe(row.n);
	if (row.df !== undefined) expect(got.df).toBe(row.df);
	if (got.se === null) return checkNoError(row, got);
	close(got.se, row.se, se_rel);
	const size = Math.max(Math.abs(Number(row.estimate)), Number(row.se));
	close(got.low, row.ci_low, ci_rel, size);
	close(got.high, row.ci_high, ci_rel, size);
	if (got.deff !== null && typeof row.deff === 'number') close(got.deff, row.deff, 1e-6);
}

/** Where R prints 0 or nothing, or an error that is no precision, the answer says why there is none. */
function checkNoError(row: Row, got: Estimate) {
	const se = Number(row.se ?? 0);
	if (got.reason === 'one-cluster') return expect(row.df).toBe(0);
	expect(['no-variance', 'not-reached']).toContain(got.reason);
	if (got.reason === 'no-variance') {
		expect(se).toBeLessThanOrEqual(1e-9 * Math.abs(Number(row.estimate)));
	} else expect([row.ci_low, row.ci_high]).toContain(null);
}

/** Any value between two is a quantile there; R's is one of them. */
function isTie({ accept_tie: tie, estimate }: Row, { value }: Estimate): boolean {
	if (!Array.isArray(tie) || value === null || value === estimate) return false;
	const ends = tie.map(Number);
	return value >= Math.min(...ends) - 1e-9 && value <= Math.max(...ends) + 1e-9;
}

/** R stops at a lonely stratum; here groups that lie elsewhere keep their standard error. */
function checkFailure(error: string, { problem, estimates }: FullFileAnswer) {
	if (problem) {
		expect(problem.code).toBe('lonely-stratum');
		return expect(error).toContain(`Stratum (${String(problem.details.stratum)})`);
	}
	const failed = estimates.filter(({ reason }) => reason === 'lonely-stratum');
	expect(failed.length).toBeGreaterThan(0);
	for (const one of failed) expect(one).toMatchObject({ se: null, low: null, high: null });
}

describe('decompositions', () => {
	test.each(casesOf('kitagawa').map((spec) => [spec.id, spec] as const))('%s', async (_, spec) => {
		const { csv, base, weight } = decomposed(spec);
		const { group, category = '', expected = {} } = spec;
		const question = {
			...base,
			...weight,
			indicator: { kind: 'mean', of: 'y' },
			decompose: { dimension: group?.column, minus: [group?.A, group?.B], over: category }
		};
		const { estimates } = await answer(question, csv);
		if (expected.undefined) {
			expect(estimates).toEqual([expect.objectContaining({ value: null, part: 'difference' })]);
			return;
		}
		const part = (name: string) => estimates.find((one) => one.part === name)?.value ?? null;
		const size = Math.abs(Number(expected.difference));
		close(part('difference'), expected.difference, 1e-9, size);
		close(part('rate'), expected.rate_effect, 1e-9, size);
		close(part('composition'), expected.composition_effect, 1e-9, size);
		(expected.categories as readonly string[]).forEach((code, k) => {
			close(part(`rate:${code}`), (expected.rate_by_category as number[])[k], 1e-9, size);
		});
		expect(estimates.every(({ se }) => se !== null && se > 0)).toBe(true);
	});

	test.each(casesOf('oaxaca').map((spec) => [spec.id, spec] as const))('%s', async (_, spec) => {
		const { csv, base, weight } = decomposed(spec);
		const { group, terms: predictors = [], expected = {} } = spec;
		const pair = { dimension: group?.column, minus: [group?.A, group?.B] };
		const oaxaca = { of: 'y', ...pair, predictors };
		const { estimates, notes } = await answer({ ...base, ...weight, oaxaca }, csv);
		expect(notes?.join()).toMatch(/not a measure of discrimination/);
		const size = Math.abs(Number(expected.gap));
		const check = (part: string, aim: unknown) => {
			const got = estimates.find((one) => one.part === part);
			expect(got, part).toBeDefined();
			close(got?.value ?? null, aim, 1e-8, size);
		};
		check('gap', expected.gap);
		const three = expected.threefold as Row;
		const two = expected.twofold as Readonly<Record<string, Row>>;
		for (const part of ['endowments', 'coefficients', 'interaction']) {
			check(part, three[part]);
			const byTerm = three[`${part}_by_term`] as Row | undefined;
			for (const term of predictors) if (byTerm) check(`${part}:${term}`, byTerm[term]);
		}
		const names = [
			['reference_A', group?.A],
			['reference_B', group?.B],
			['pooled_with_group_dummy', 'both']
		] as const;
		for (const [name, who] of names) {
			for (const part of ['explained', 'unexplained'] as const) {
				check(`${part} (coefficients of ${String(who)})`, two[name]?.[part]);
			}
		}
	});

	/** y as a column; the other columns as they are. */
	function decomposed(spec: CaseSpec) {
		const text = readFileSync(join('tests/oracles', spec.dataset ?? ''), 'utf8');
		const variable = spec.y as NonNullable<CaseSpec['variable']>;
		const asMean = { ...spec, estimator: 'mean', variable, by: null };
		const [one] = questionsOf(asMean, text);
		const { where } = (one?.question ?? {}) as { where?: object };
		return {
			csv: one?.csv ?? '',
			base: where ? { where } : {},
			weight: spec.weights ? { design: { weight: spec.weights } } : {}
		};
	}
});
