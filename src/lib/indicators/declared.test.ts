import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { loadTiny, type TinyRow, type TinyTable } from '#tests/support/tiny-audit.ts';
import { compileCells } from './compile.ts';
import type { Indicator } from './declaration.ts';
import { indicators, lookupTables, sourceOf, tableDesigns } from './declared.ts';
import { dimensions } from './dimensions.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

const declared = Object.values(indicators).map((indicator) => [indicator.id, indicator] as const);
const ofTable = (table: string) => declared.filter(([, one]) => one.table === table);

/** Numerator and denominator of one row. */
async function partsOf({ table, numerator, denominator = '1' }: Indicator, row: TinyRow) {
	await loadTiny(warehouse, table, [row]);
	const found = await warehouse.query(
		`SELECT (${numerator})::DOUBLE AS y, (${denominator})::DOUBLE AS x FROM ${table}`
	);
	return { y: found.column('y')[0], x: found.column('x')[0] };
}

describe('every declared indicator', () => {
	test.each(declared)('%s says what it is, of a table with a design', (id, one) => {
		expect(one.id).toBe(id);
		expect(tableDesigns[one.table]?.table).toBe(one.table);
		expect(['audit', 'tracer', 'enrolment']).toContain(sourceOf[one.table]);
		for (const said of [one.label, one.definition, one.formula, one.universe, one.reference]) {
			expect(said).not.toBe('');
		}
		const isRatio = ['ratio', 'adjusted-parity', 'representation', 'dissimilarity'].includes(
			one.kind
		);
		expect(isRatio || one.kind.startsWith('curve')).toBe(one.denominator !== undefined);
		const needsAcross = ['composition', 'representation', 'dissimilarity'].includes(one.kind);
		expect(needsAcross).toBe(one.across !== undefined);
		// A log odds interval suits the share of respondents, not a ratio that may leave 0 to 1.
		if (one.interval === 'xlogit') {
			expect(['mean', 'composition']).toContain(one.kind);
			expect(one.measure).toBe('share');
		}
	});

	test.each(declared)('%s compiles to SQL that DuckDB explains and runs', async (_, one) => {
		await loadTiny(warehouse, one.table, [{}, { worker: 'W2', respondent: 'G2' }]);
		const expressions = Object.values(dimensions).flatMap(({ id, expressions: by }) => {
			const expression = by[one.table];
			return expression === undefined ? [] : [{ id, expression }];
		});
		for (const table of lookupTables[one.table] ?? [])
			await loadTiny(warehouse, table as TinyTable, [{}]);
		expect(expressions.length).toBeGreaterThanOrEqual(2);
		const [first, second] = expressions;
		if (!first || !second) return;
		const runs = [
			{ by: [], where: [] },
			{ by: expressions, where: [] },
			{ by: [second], where: [{ expression: first.expression, codes: ['A', "o'x"] }] },
			{ by: [], where: expressions.map(({ expression }) => ({ expression, codes: ['A'] })) }
		];
		const design = tableDesigns[one.table];
		if (!design) return;
		for (const run of runs) {
			for (const grain of ['cluster', 'unit'] as const) {
				const { sql, parameters } = compileCells({ ...run, design, measures: [one], grain });
				const plan = await warehouse.query(`EXPLAIN ${sql}`, parameters);
				expect(plan.rows).toBeGreaterThan(0);
				const got = await warehouse.query(sql, parameters);
				expect(got.columns.map(({ name }) => name)).toContain('stratum');
				const isSector = first.id === 'sector';
				expect(got.rows > 0).toBe(run.where.length === 0 || (run.where.length === 1 && isSector));
			}
		}
	});
});

describe('an answer with a part missing is missing, never a number', () => {
	const skill = ofTable('audit_skill');
	const missing: [string, TinyRow][] = [
		['required', { proficiency_required: null }],
		['attained', { proficiency_attained: null }],
		['both', { proficiency_required: null, proficiency_attained: null }]
	];
	const asksOnlyShort = (one: Indicator) => one.condition !== undefined;

	test.each(skill.filter(([, one]) => !asksOnlyShort(one)))(
		'%s is NULL when the level required or attained is missing',
		async (_, one) => {
			const whole = await partsOf(one, {});
			expect(whole.y).not.toBeNull();
			expect(whole.x).not.toBeNull();
			for (const [what, row] of missing) {
				expect((await partsOf(one, row)).y, what).toBeNull();
			}
		}
	);

	test.each(skill.filter(([, one]) => asksOnlyShort(one)))(
		'%s asks nobody whose level required or attained is missing',
		async (_, one) => {
			for (const [what, row] of missing) {
				await loadTiny(warehouse, 'audit_skill', [row]);
				const sql = `SELECT coalesce(${one.condition}, false) AS asked FROM audit_skill`;
				expect((await warehouse.query(sql)).column('asked'), what).toEqual([false]);
			}
			expect((await partsOf(one, { sex: null, residence: null })).y).toBeNull();
		}
	);

	test('the gap index is missing without importance', async () => {
		const index = indicators['gap-index'];
		expect(index && (await partsOf(index, { importance: null })).y).toBeNull();
	});

	test.each(ofTable('audit_establishment'))(
		'%s is unused when a part of it is blank',
		async (_, one) => {
			const whole = await partsOf(one, {});
			expect([whole.y, whole.x]).not.toContain(null);
			const named = [
				'staff_not_proficient',
				'hard_to_fill',
				'skill_shortage',
				'vacancies',
				'staff'
			];
			const words: readonly string[] =
				`${one.numerator} ${one.denominator ?? ''}`.match(/\w+/g) ?? [];
			const read = named.filter((column) => words.includes(column));
			expect(read.length).toBeGreaterThan(0);
			for (const column of read) {
				const { y, x } = await partsOf(one, { [column]: null });
				expect([y, x], column).toContain(null);
			}
		}
	);
});

describe('indicators of one worker, required 4', () => {
	test.each([
		[2, { gap: 2, shortfall: 2, incidence: 1, attainment: 2, 'people-short': 1, 'gap-index': 600 }],
		[4, { gap: 0, shortfall: 0, incidence: 0, attainment: 4, 'people-short': 0, 'gap-index': 0 }],
		[5, { gap: -1, shortfall: 0, incidence: 0, attainment: 4, 'people-short': 0, 'gap-index': 0 }]
	])('attained %i', async (attained, values) => {
		for (const [id, value] of Object.entries(values)) {
			const one = indicators[id];
			if (!one) throw new Error(`No ${id}`);
			expect((await partsOf(one, { proficiency_attained: attained })).y, id).toBe(value);
		}
	});
});
