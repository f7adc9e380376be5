import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkQuestion } from '#lib/answers/check-question.ts';
import { readQuestion } from '#lib/answers/read-file-question.ts';
import { askFullFile, type FullFileAnswer } from '#lib/answers/rows/ask-full-file.ts';
import { openTable } from '#lib/ingest/open-table.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };
import schema from '../src/lib/answers/question.schema.json' with { type: 'json' };

type Node = Readonly<Record<string, unknown>>;

const definitions = schema.$defs as Readonly<Record<string, Node>>;

/** A value that a part of the schema describes. */
function valueOf(node: Node, depth = 0): fc.Arbitrary<unknown> {
	const name = String(node.$ref ?? '').replace('#/$defs/', '');
	if (name !== '') return valueOf(definitions[name] ?? {}, depth + 1);
	if (Array.isArray(node.enum)) return fc.constantFrom(...(node.enum as unknown[]));
	const types = [node.type].flat() as string[];
	if (node.allOf) return fc.constantFrom(...kinds()).chain((kind) => valueOf(kind, depth));
	const type = depth > 12 ? types.find((one) => one !== 'object') : undefined;
	return fc.constantFrom(...(type ? [type] : types)).chain((one) => ofType(one, node, depth));
}

/** The indicators, each with its kind. */
function kinds(): Node[] {
	const names = (definitions.kind?.enum ?? []) as string[];
	return names.map((name) => {
		const own = definitions[`${name}Indicator`] as { properties: object };
		const properties = { ...own.properties, kind: { enum: [name] } };
		return { ...own, properties, required: Object.keys(properties) };
	});
}

function ofType(type: string, node: Node, depth: number): fc.Arbitrary<unknown> {
	if (type === 'string') return fc.string({ minLength: 1, maxLength: 6 });
	if (type === 'boolean') return fc.boolean();
	if (type === 'number') return numberOf(node);
	if (type === 'array') return listOf(node, depth);
	return objectOf(branch(node, 'object'), depth);
}

function numberOf({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Node) {
	const min = Number(minimum ?? exclusiveMinimum ?? -1000);
	const max = Number(maximum ?? exclusiveMaximum ?? 1000);
	const noNaN = { noNaN: true, noDefaultInfinity: true };
	return fc
		.double({ min, max, ...noNaN })
		.filter((one) => one !== exclusiveMinimum && one !== exclusiveMaximum)
		.map((one) => one + 0);
}

function listOf(whole: Node, depth: number) {
	const node = branch(whole, 'array');
	const items = valueOf(node.items as Node, depth + 1);
	const minLength = Number(node.minItems ?? 0);
	const maxLength = Number(node.maxItems ?? minLength + 2);
	// "1" and 1 are one code.
	const selector = (one: unknown) => JSON.stringify(one).replaceAll('"', '');
	return fc.uniqueArray(items, { minLength, maxLength, selector });
}

/** What `if` says of objects and lists where either may stand. */
function branch(node: Node, type: 'array' | 'object'): Node {
	const test = node.if as Node | undefined;
	if (test?.type === undefined) return node;
	const taken = (test.type === type ? node.then : node.else) as Node;
	const name = String(taken.$ref ?? '').replace('#/$defs/', '');
	return name === '' ? taken : (definitions[name] ?? {});
}

function objectOf(node: Node, depth: number): fc.Arbitrary<unknown> {
	const { properties, additionalProperties, required = [] } = node;
	if (typeof additionalProperties === 'object') {
		const key = fc.string({ minLength: 1, maxLength: 4 }).filter((one) => one !== '__proto__');
		const values = valueOf(additionalProperties as Node, depth + 1);
		const minKeys = Number(node.minProperties ?? 0);
		return fc.dictionary(key, values, { minKeys, maxKeys: 2, noNullPrototype: true });
	}
	const entries = Object.entries(properties as Readonly<Record<string, Node>>);
	const model = Object.fromEntries(entries.map(([key, one]) => [key, valueOf(one, depth + 1)]));
	const requiredKeys = required as string[];
	return fc.record(model, { requiredKeys, noNullPrototype: true });
}

const questions = fc.constantFrom('fileQuestion', 'surveyQuestion').chain((name) => {
	const node = definitions[name] as { required: string[] };
	return objectOf({ ...node, required: [...node.required, 'indicator'] }, 0);
}) as fc.Arbitrary<Record<string, unknown>>;

describe('the schema of the grammar', () => {
	test('takes every question of its own vocabulary', () => {
		fc.assert(
			fc.property(questions, (question) => {
				const found = checkQuestion(question);
				expect(found && problems.sentence(found)).toBeUndefined();
			}),
			{ numRuns: 300 }
		);
	});

	test('refuses a key that it does not know and a value of another kind, by name', () => {
		fc.assert(
			fc.property(questions, fc.nat(), fc.constantFrom(null, [[]], {}), (question, at, bad) => {
				const unknown = checkQuestion({ ...question, filter: 1 });
				expect(unknown && problems.sentence(unknown)).toMatch(/no key “filter”; it may have .*by/);
				const keys = Object.keys(question).filter((key) => key !== 'where');
				const key = keys[at % keys.length] ?? 'by';
				const broken = { ...question, [key]: key === 'by' && bad === null ? 'sex' : bad };
				if (key === 'design' && bad !== null && !Array.isArray(bad)) return;
				const found = checkQuestion(broken);
				expect(found && problems.sentence(found)).toMatch(new RegExp(`(${key}|indicator|source)`));
			}),
			{ numRuns: 300 }
		);
	});

	test('says of every key what it may be', () => {
		for (const [name, node] of Object.entries(definitions)) {
			const properties = Object.values((node.properties ?? {}) as Readonly<Record<string, Node>>);
			for (const one of properties) {
				const target = definitions[String(one.$ref).replace('#/$defs/', '')];
				expect(one.description ?? target?.description, name).toBeTypeOf('string');
			}
		}
	});

	test('each question is read or refused in words, and never throws', () => {
		fc.assert(
			fc.property(questions, (question) => {
				const asked = readQuestion(JSON.stringify(question));
				if ('code' in asked) expect(problems.sentence(asked)).toMatch(/^The question .*\.$/);
			}),
			{ numRuns: 300 }
		);
	});
});

test.each([
	[
		'two ways to calibrate',
		{ rake: margins(), calibrate: { totals: { intercept: 6 } } },
		/rake and calibrate/
	],
	['a difference of one code', { difference: { dimension: 'g', minus: ['a', 'a'] } }, /minus/],
	[
		'a difference of one code twice',
		{ difference: { dimension: 'g', minus: [1, '1'] } },
		/two different codes/
	],
	[
		'a split by what is subtracted',
		{ by: ['g'], difference: { dimension: 'g', minus: ['a', 'b'] } },
		/g cannot split/
	],
	['a quantile of a mean', { quantile: 0.5 }, /quantile is for the indicator quantile/],
	['an interval of a mean', { interval: 'logit' }, /interval is for/],
	['replicates of Fay without rho', { replicates: { type: 'Fay', prefix: 'w' } }, /rho/],
	[
		'replicates beside strata',
		{ design: { strata: ['s'] }, replicates: { type: 'BRR', prefix: 'w' } },
		/in place of strata/
	],
	[
		'a second stage without a first',
		{ design: { secondStage: { unit: ['c'], population: 'N' } } },
		/secondStage needs/
	],
	[
		'a median as a number of hundreds',
		{ quantile: 50 },
		/quantile must be a number between 0 and 1/
	],
	[
		'a margin without people',
		{ rake: { margins: { g: { a: 0 } } } },
		/rake\.margins\.g\.a must be a number above 0/
	]
])('%s is refused', (_, part, expected) => {
	const indicator = { kind: 'mean', of: 'y' };
	const asked = readQuestion(JSON.stringify({ file: 'f.csv', indicator, ...part }));
	expect('code' in asked && problems.sentence(asked)).toMatch(expected);
});

function margins() {
	return { margins: { g: { a: 3, b: 3 } } };
}

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

async function answer(question: object, csv: string): Promise<FullFileAnswer> {
	const asked = readQuestion(JSON.stringify({ file: 'f.csv', ...question }));
	if (!('about' in asked) || asked.about !== 'file') throw new Error(JSON.stringify(asked));
	const file = await openTable(warehouse, { blob: new Blob([csv]), name: 'f.csv', table: 'file' });
	return askFullFile(asked.question, { warehouse, file, thresholds });
}

const survey = `w,s,c,g,h,y,x,d
1,a,1,f,u,3,1,1
2,a,1,m,u,5,2,0
1,a,2,f,r,4,1,1
3,a,2,m,r,8,2,1
2,b,3,f,u,2,1,0
1,b,3,m,r,6,3,1
2,b,4,f,r,5,2,1
1,b,4,m,u,7,1,0
`;
const design = { weight: 'w', strata: ['s'], cluster: ['c'] };
const mean = { indicator: { kind: 'mean', of: 'y' }, design };
const difference = { dimension: 'g', minus: ['f', 'm'] };

describe('one question in two ways has one answer', () => {
	test('a difference is a contrast of two domains, by cells and row by row', async () => {
		const [one] = (await answer({ ...mean, difference }, survey)).estimates;
		const contrast = [
			{ times: 1, where: { g: ['f'] } },
			{ times: -1, where: { g: ['m'] } }
		];
		const [other] = (await answer({ ...mean, contrast }, survey)).estimates;
		expect(other).toEqual(one);
		// Totals that hold already change nothing but that rows are read.
		const calibrate = { totals: { intercept: 13 } };
		const [rows] = (await answer({ ...mean, contrast, indicator: mean.indicator }, survey))
			.estimates;
		expect(rows).toEqual(one);
		const known = (await answer({ ...mean, difference, calibrate }, survey)).estimates[0];
		expect(known?.value).toBeCloseTo(one?.value ?? NaN, 12);
	});

	test('two differences are the difference of the differences', async () => {
		const second = { dimension: 'h', minus: ['u', 'r'] };
		const [both] = (await answer({ ...mean, difference: [difference, second] }, survey)).estimates;
		const each = await answer({ ...mean, difference, by: ['h'] }, survey);
		const of = (code: string) => each.estimates.find(({ key }) => key[0] === code)?.value ?? NaN;
		expect(both?.value).toBeCloseTo(of('u') - of('r'), 12);
		expect(both).toMatchObject({ n: 8, clusters: 4, df: 2 });
	});

	test('the error of a decomposition by linearisation is near that of leaving out one cluster each', async () => {
		const { csv, replicates } = jackknife();
		const oaxaca = { of: 'wage', log: true, dimension: 'gender', minus: ['male', 'female'] };
		const asked = { oaxaca: { ...oaxaca, predictors: ['education', 'experience', 'occupation'] } };
		const linear = await answer({ ...asked, design: { cluster: ['cluster'] } }, csv);
		const jack = await answer({ ...asked, replicates: { ...replicates, mse: true } }, csv);
		expect(linear.estimates.length).toBe(jack.estimates.length);
		linear.estimates.forEach((one, i) => {
			expect(jack.estimates[i]?.value).toBeCloseTo(one.value ?? NaN, 12);
			if (!one.part?.includes(':')) {
				expect((jack.estimates[i]?.se ?? NaN) / (one.se ?? NaN)).toBeCloseTo(1, 0.7);
			}
		});
		const split = { dimension: 'gender', minus: ['male', 'female'], over: 'sector' };
		const rate = { indicator: { kind: 'mean', of: 'wage' }, decompose: split };
		const exact = await answer({ ...rate, design: { cluster: ['cluster'] } }, csv);
		const again = await answer({ ...rate, replicates: { ...replicates, mse: true } }, csv);
		for (const part of ['difference', 'rate']) {
			const se = (of: FullFileAnswer) => of.estimates.find((one) => one.part === part)?.se ?? NaN;
			expect(se(again) / se(exact)).toBeCloseTo(1, 0.7);
		}
	});

	test('a curve starts at 1, falls, and has its interval within 0 to 1', async () => {
		const rows = Array.from({ length: 90 }, (_, i) => `${i % 12},${i % 4 === 0 ? 0 : 1},${i % 9}`);
		const csv = `t,e,c\n${rows.join('\n')}\n`;
		const indicator = { kind: 'curve', time: 't', event: 'e', equals: 1 };
		const { estimates } = await answer({ indicator, design: { cluster: ['c'] } }, csv);
		expect(estimates[0]).toMatchObject({ part: 'time-0' });
		const values = estimates.map(({ value }) => value ?? NaN);
		expect(values).toEqual([...values].sort((a, b) => b - a));
		for (const { low, high } of estimates) {
			if (low !== null && high !== null) expect([low > 0, high < 1]).toEqual([true, true]);
		}
	});

	test('a gap of medians takes its error from replicates, else says so', async () => {
		const indicator = { kind: 'quantile', of: 'wage' };
		const { csv, replicates } = jackknife();
		const gap = { difference: { dimension: 'gender', minus: ['male', 'female'] } };
		const [without] = (await answer({ indicator, ...gap }, csv)).estimates;
		expect(without).toMatchObject({ se: null, low: null, reason: 'needs-replicates' });
		const [known] = (await answer({ indicator, ...gap, replicates }, csv)).estimates;
		expect(known?.value).toBe(without?.value);
		expect(known?.se).toBeGreaterThan(0);
	});
});

/** A file in fifty clusters, with the weights of a jackknife that leaves each out. */
function jackknife() {
	const lines = readFileSync('tests/oracles/data/cps1985.csv', 'utf8').trimEnd().split('\n');
	const count = 50;
	const names = Array.from({ length: count }, (_, r) => `rw${r}`);
	const csv = lines
		.map((line, i) => {
			if (i === 0) return [line, 'cluster', ...names].join(',');
			const own = i % count;
			const weights = names.map((_, r) => (r === own ? 0 : count / (count - 1)));
			return [line, own, ...weights].join(',');
		})
		.join('\n');
	return { csv, replicates: { type: 'JK1', prefix: 'rw' } };
}

describe('known totals', () => {
	test.each([
		[
			'a code without a total',
			{ rake: { margins: { g: { f: 6 } } } },
			/no total for “m” of g, in 4 rows: 2, 4, 6, 8\./
		],
		[
			'a total for nobody',
			{ rake: { margins: { g: { f: 6, m: 6, o: 1 } } } },
			/No row has “o” of g/
		],
		[
			'margins of different sizes',
			{ rake: { margins: { g: { f: 6, m: 6 }, h: { u: 6, r: 7 } } } },
			/g adds up to 12, h to 13/
		],
		[
			'a redundant total',
			{ calibrate: { totals: { intercept: 12, g: { f: 6, m: 6 } } } },
			/follows from the others/
		],
		[
			'a population too flat',
			{ poststratify: { by: ['g', 'h'], population: { f: 6, m: 6 } } },
			/one code inside another/
		]
	])('%s stops the answer', async (_, part, expected) => {
		const { problem, estimates } = await answer({ ...mean, ...part }, survey);
		expect(estimates).toEqual([]);
		expect(problem && problems.sentence(problem)).toMatch(expected);
	});

	test('are met', async () => {
		const count = { indicator: { kind: 'count' }, design, by: ['g'] };
		const population = { f: { u: 30, r: 20 }, m: { u: 25, r: 35 } };
		const poststratify = { by: ['g', 'h'], population };
		const { estimates, provenance } = await answer({ ...count, poststratify }, survey);
		expect(estimates.map(({ value }) => value)).toEqual([expect.closeTo(50), expect.closeTo(60)]);
		expect(provenance).toMatchObject({ calibration: 'poststratify', estimator: 'total' });
		const rake = { margins: { g: { f: 50, m: 60 }, h: { u: 55, r: 55 } } };
		const raked = await answer({ ...count, rake, by: ['h'] }, survey);
		expect(raked.estimates.map(({ value }) => value)).toEqual([
			expect.closeTo(55),
			expect.closeTo(55)
		]);
	});
});

describe('the examples of the README', () => {
	const readme = readFileSync('README.md', 'utf8');
	const section = readme.slice(readme.indexOf('### Ask'), readme.indexOf('## Putting it'));
	const rows = [...section.matchAll(/^\| `("[a-z].*?)` +\|/gm)].map(
		([, fragment = '']) => fragment
	);
	const lines = [...section.matchAll(/^npm run -s ask -- '(.*)'$/gm)].map(([, text = '']) => text);

	test('are there', () => {
		expect(rows.length).toBeGreaterThan(14);
		expect(lines).toHaveLength(2);
		for (const line of lines) expect(readQuestion(line)).toHaveProperty('about');
	});

	test.each(rows)('%s', async (fragment) => {
		const usual = { design: { weight: 'w', strata: ['s'], cluster: ['c'] } };
		const added: object = JSON.parse(`{${fragment}}`);
		const indicator = 'oaxaca' in added ? {} : { indicator: { kind: 'mean', of: 'pay' } };
		const found = await answer({ ...usual, ...indicator, ...added }, people());
		expect(found.problem && problems.sentence(found.problem)).toBeUndefined();
		expect(found.estimates[0]?.value).toBeTypeOf('number');
		expect(found.estimates.some(({ se }) => se !== null && se > 0)).toBe(true);
	});
});

/** Made-up people with all that the examples name. */
function people(): string {
	const header = 'w,s,c,h,N,M,sex,region,field,age,pay,hours,months,found,rw1,rw2,rw3,rw4';
	const lines = Array.from({ length: 160 }, (_, i) => {
		const cluster = i % 8;
		const design = [1 + (i % 3), cluster % 2 === 0 ? 'a' : 'b', cluster, i, 40, 90];
		const codes = [(i * 7) % 5 < 3 ? 'F' : 'M', (i * 11) % 3 < 2 ? 'n' : 's', `f${(i * 5) % 3}`];
		const numbers = [
			20 + ((i * 13) % 30),
			1000 + ((i * 37) % 91) * 10 + (i % 2) * 50,
			30 + (i % 9)
		];
		const spell = [(i * 3) % 14, (i * 7) % 4 === 0 ? 0 : 1];
		const replicates = [0, 1, 2, 3].map((r) => (cluster % 4 === r ? 0 : (4 / 3) * (1 + (i % 3))));
		return [...design, ...codes, ...numbers, ...spell, ...replicates].join(',');
	});
	return [header, ...lines].join('\n');
}

/** Few rows with all that goes wrong: weights of 0, lonely strata, blanks, a group in one cluster. */
const rough = `w,s,c,g,h,y,x,t,e,N,m,n
1,a,1,f,u,3,1,1,1,9,1,4
0,a,1,m,u,5,2,2,0,9,2,4
1,a,2,f,r,,1,3,1,9,3,4
3,a,2,m,r,8,0,0,1,9,4,4
2,b,3,f,u,2,1,5,0,2,5,4
1,b,3,,r,6,,,1,2,6,4
2,c,4,o,r,0,0,4,,5,7,4
1,c,5,o,r,0,0,4,0,5,8,4
0,c,5,z,,7,2,1,1,5,9,4
`;

const anyQuestion = (() => {
	const code = fc.constantFrom('f', 'm', 'o', 'z');
	const pair = fc.uniqueArray(code, { minLength: 2, maxLength: 2 });
	const by = fc.constantFrom([], ['g'], ['h'], ['h', 's']);
	const indicator = fc.constantFrom(
		{ kind: 'count' },
		{ kind: 'mean', of: 'y' },
		{ kind: 'total', of: 'x' },
		{ kind: 'ratio', numerator: 'y', denominator: 'x' },
		{ kind: 'proportion', of: 'h', equals: 'u' },
		{ kind: 'quantile', of: 'y' },
		{ kind: 'curve', time: 't', event: 'e', equals: '1' }
	);
	const design = fc.constantFrom(
		{},
		{ weight: 'w' },
		{ weight: 'w', strata: ['s'], cluster: ['c'] },
		{ weight: 'w', strata: ['s'], cluster: ['c'], population: 'N' },
		{
			...{ weight: 'w', strata: ['s'], cluster: ['c'], population: 'N' },
			secondStage: { unit: ['m'], population: 'n' }
		}
	);
	const compared = fc.oneof(
		fc.constant({}),
		pair.map((minus) => ({ difference: { dimension: 'g', minus } })),
		pair.map(([a, b]) => ({ contrast: { form: 'log-ratio', of: [{ g: [a] }, { g: [b] }] } })),
		pair.map((minus) => ({ decompose: { dimension: 'g', minus, over: 'h' } })),
		pair.map((minus) => ({
			oaxaca: { of: 'y', dimension: 'g', minus, predictors: ['x'] },
			indicator: undefined
		}))
	);
	const weights = fc.constantFrom(
		{},
		{ calibrate: { totals: { intercept: 20 } } },
		{ calibrate: { totals: { intercept: 20, s: { b: 5, c: 9 } }, distance: 'raking' } },
		{ poststratify: { by: ['s'], population: { a: 3, b: 4, c: 5 } } },
		{ rake: { margins: { s: { a: 3, b: 4, c: 5 }, c: { 1: 2, 2: 1, 3: 4, 4: 3, 5: 2 } } } }
	);
	const settings = fc.record(
		{
			interval: fc.constantFrom('xlogit', 'logit', 'beta', 'mean', 'asin'),
			lonely: fc.constantFrom('fail', 'adjust', 'remove', 'average', 'certainty'),
			level: fc.constantFrom(0.5, 0.9, 0.9999)
		},
		{ requiredKeys: ['lonely'] }
	);
	return fc
		.tuple(indicator, design, by, compared, weights, settings)
		.map(([own, of, keys, more, totals, { interval, ...set }]) => {
			const isSplit = 'oaxaca' in more;
			const hasInterval = Object.keys(more).length === 0 && /^(prop|quan)/.test(own.kind);
			return {
				...{ indicator: own, design: of, by: isSplit ? [] : keys },
				...{ ...totals, ...set, ...more, ...(hasInterval && interval ? { interval } : {}) }
			};
		});
})();

test('whatever is asked of whatever data, numbers are finite, and a null has a reason', async () => {
	const bytes = new TextEncoder().encode(rough);
	const file = await openTable(warehouse, {
		blob: new Blob([bytes]),
		name: 'f.csv',
		table: 'rough'
	});
	let answered = 0;
	await fc.assert(
		fc.asyncProperty(anyQuestion, async (question) => {
			const asked = readQuestion(JSON.stringify({ file: 'f.csv', ...question }));
			if (!('about' in asked) || asked.about !== 'file') return;
			const found = await askFullFile(asked.question, { warehouse, file, thresholds });
			if (found.problem) expect(problems.sentence(found.problem)).toMatch(/\.$/);
			else answered++;
			for (const one of found.estimates) {
				const numbers = [one.value, one.se, one.low, one.high, one.deff];
				for (const number of [...numbers, one.n, one.df, one.sumWeights]) {
					if (number === null) continue;
					expect(Number.isFinite(number) && !Object.is(number, -0)).toBe(true);
				}
				if (numbers.includes(null)) expect(one.reason).toBeDefined();
			}
		}),
		{ numRuns: 150 }
	);
	expect(answered).toBeGreaterThan(40);
});
