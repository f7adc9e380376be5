import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { loadTiny } from '#tests/support/tiny-audit.ts';
import { compileCells, compileFrame, type CellRequest } from './compile.ts';
import type { TableDesign } from './declaration.ts';
import { indicators, tableDesigns } from './declared.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

async function rowsOf(request: CellRequest) {
	const { sql, parameters } = compileCells(request);
	return toRecords(await warehouse.query(sql, parameters));
}

const design = tableDesigns.audit_skill as TableDesign;
const measure = (id: string) => {
	const found = indicators[id];
	if (!found) throw new Error(`No indicator ${id}`);
	return found;
};
const request: CellRequest = {
	...{ design, by: [], where: [], measures: [measure('shortfall')], grain: 'cluster' }
};

describe('cells of a skills audit', () => {
	beforeEach(() =>
		loadTiny(warehouse, 'audit_skill', [
			{ worker: 'W1', skill: 'K1', proficiency_attained: 1 },
			{ worker: 'W1', skill: 'K2', proficiency_attained: 4 },
			{ worker: 'W1', skill: 'K3', proficiency_attained: null },
			{ worker: 'W2', skill: 'K1', proficiency_attained: null, sex: null },
			{ worker: 'W3', skill: 'K1', weight: 0 },
			{ worker: 'W4', skill: 'K2', cluster: 'C2', weight: 5, sex: 'M' },
			{ worker: 'W5', skill: 'K2', cluster: 'C1', stratum: 'S2', weight: 3, sex: 'M' }
		])
	);

	test('a worker rated on several skills counts once, with all ratings added up', async () => {
		const [first] = await rowsOf(request);
		// W1: shortfalls 3 and 0 over two ratings; W2 is missing; W3 weighs nothing.
		expect(first).toMatchObject({
			...{ cluster: 'C1', n_0: 1, missing_0: 1, w_0: 2, wy_0: 2 * 3, wx_0: 2 * 2 },
			...{ wyy_0: 2 * 9, wxy_0: 2 * 6, wxx_0: 2 * 4 }
		});
	});

	test('split by skill, the same worker stands once under each skill', async () => {
		const cells = await rowsOf({ ...request, by: [{ id: 'skill', expression: 'skill' }] });
		const first = cells.filter(
			({ cluster, stratum }) => cluster === 'C1' && String(stratum).endsWith('S1')
		);
		expect(first.map(({ by_0, n_0, missing_0 }) => [by_0, n_0, missing_0])).toEqual([
			['K1', 1, 1],
			['K2', 1, 0],
			['K3', 0, 1]
		]);
	});

	test('clusters of the same name in two strata stay two, waves are strata of their own', async () => {
		const cells = await rowsOf(request);
		expect(cells.map(({ stratum, cluster }) => [stratum, cluster])).toEqual([
			['2024\u001fS1', 'C1'],
			['2024\u001fS1', 'C2'],
			['2024\u001fS2', 'C1']
		]);
	});

	test('rows are in order of stratum, cluster and unit at grain unit', async () => {
		const by = [{ id: 'skill', expression: 'skill' }];
		const cells = await rowsOf({ ...request, by, grain: 'unit' });
		const places = cells.map((row) =>
			[row.stratum, row.cluster, row.unit, row.by_0].map(String).join('|')
		);
		expect(places).toEqual(places.toSorted());
		expect(cells).toHaveLength(7);
	});

	test('a restriction leaves out rows with a missing code, and keeps nobody for no code', async () => {
		const where = (codes: readonly string[]) => [{ expression: 'sex', codes }];
		const women = await rowsOf({ ...request, where: where(['F']) });
		expect(women).toMatchObject([{ n_0: 1, missing_0: 0 }]);
		expect(await rowsOf({ ...request, where: where([]) })).toEqual([]);
	});

	test('codes are bound, never written into the SQL', async () => {
		const codes = ["F'; DROP TABLE audit_skill; --", 'F', '?', '$1', '"'];
		const { sql, parameters } = compileCells({ ...request, where: [{ expression: 'sex', codes }] });
		expect(parameters).toEqual(codes);
		expect(sql).not.toContain('DROP');
		expect(sql.match(/\?/g)).toHaveLength(codes.length);
		expect((await warehouse.query(sql, parameters)).rows).toBe(1);
		expect((await warehouse.query('SELECT * FROM audit_skill')).rows).toBe(7);
	});

	test('parameters come in the order of the restrictions', async () => {
		const where = [
			{ expression: 'skill', codes: ['K1', 'K2'] },
			{ expression: 'sex', codes: ['M'] }
		];
		const { parameters } = compileCells({ ...request, where });
		expect(parameters).toEqual(['K1', 'K2', 'M']);
		const cells = await rowsOf({ ...request, where });
		expect(cells.map(({ cluster, w_0 }) => [cluster, w_0])).toEqual([
			['C2', 5],
			['C1', 3]
		]);
	});

	test('measures share one statement and keep their own counts', async () => {
		const measures = [measure('shortfall'), measure('women-among-short')];
		const [first] = await rowsOf({ ...request, measures });
		expect(first).toMatchObject({ n_0: 1, missing_0: 1, n_1: 1, missing_1: 0, wy_1: 2 });
	});

	test('the frame counts the clusters of each stratum on all rows, whatever a Question keeps', async () => {
		const { sql, parameters } = compileFrame(design);
		expect(parameters).toEqual([]);
		expect(toRecords(await warehouse.query(sql))).toEqual([
			{ stratum: '2024\u001fS1', clusters: 2, population: null },
			{ stratum: '2024\u001fS2', clusters: 1, population: null }
		]);
		const kept = await rowsOf({ ...request, where: [{ expression: 'skill', codes: ['K3'] }] });
		expect(kept).toHaveLength(1);
	});
});

describe('a file whose columns have hostile names', () => {
	const names = [
		...['select', 'by_0', 'y_0', 'x_0', 'unit', 'cluster', 'stratum', 'weight', 'asked_0', 'a "b"'],
		...['1; DROP TABLE file', "o'brien", 'answer', 'rowid', 'ñ', ' ']
	];

	test.each(names)('%s can be weight, stratum, cluster, split and measure', async (name) => {
		const column = quoteIdentifier(name);
		await warehouse.query(`CREATE OR REPLACE TABLE file AS SELECT * FROM (VALUES
			('4', 1), ('4', 2), ('6', 3)) AS t(${column}, other)`);
		const hostile: TableDesign = {
			...{ table: 'file', strata: [name], cluster: [name], weight: name, population: name }
		};
		const cells = await rowsOf({
			...{ design: { ...hostile, unit: 'other' }, grain: 'cluster', where: [] },
			by: [{ id: name, expression: column }],
			measures: [{ numerator: `TRY_CAST(${column} AS DOUBLE)` }]
		});
		expect(cells).toMatchObject([
			{ stratum: '4', cluster: '4', by_0: '4', n_0: 2, w_0: 8, wy_0: 32 },
			{ stratum: '6', cluster: '6', by_0: '6', n_0: 1, w_0: 6, wy_0: 36 }
		]);
		const frame = toRecords(await warehouse.query(compileFrame(hostile).sql));
		expect(frame).toEqual([
			{ stratum: '4', clusters: 1, population: 4 },
			{ stratum: '6', clusters: 1, population: 6 }
		]);
		const kept = await rowsOf({
			...{ design: hostile, grain: 'cluster', by: [] },
			where: [{ expression: column, codes: ['6'] }],
			measures: [{ numerator: '1' }]
		});
		expect(kept).toMatchObject([{ stratum: '6', n_0: 1, w_0: 6 }]);
	});

	test('columns that are named like those of the statement keep their own values', async () => {
		await warehouse.query(`CREATE OR REPLACE TABLE file AS SELECT * FROM (VALUES
			('s', 'c', 'a', '10'), ('s', 'd', 'b', '20')) AS t(weight, stratum, y_0, by_0)`);
		const cells = await rowsOf({
			design: { table: 'file', strata: ['weight'], cluster: ['stratum'] },
			by: [{ id: 'y_0', expression: '"y_0"' }],
			where: [{ expression: '"by_0"', codes: ['20'] }],
			measures: [{ numerator: '"by_0"::DOUBLE' }],
			grain: 'cluster'
		});
		expect(cells).toMatchObject([{ stratum: 's', cluster: 'd', by_0: 'b', n_0: 1, wy_0: 20 }]);
	});

	test('without strata, clusters and weight a row is its own cluster and weighs 1', async () => {
		await warehouse.query(`CREATE OR REPLACE TABLE file AS SELECT * FROM (VALUES
			(1.5), (2.5), (NULL)) AS t(v)`);
		const bare: TableDesign = { table: 'file', strata: [], cluster: [] };
		const cells = await rowsOf({
			...{ design: bare, by: [], where: [], grain: 'cluster', measures: [{ numerator: 'v' }] }
		});
		expect(cells.map(({ n_0, missing_0, wy_0 }) => [n_0, missing_0, wy_0])).toEqual([
			[1, 0, 1.5],
			[1, 0, 2.5],
			[0, 1, 0]
		]);
		const frame = toRecords(await warehouse.query(compileFrame(bare).sql));
		expect(frame).toEqual([{ stratum: '', clusters: 3, population: null }]);
	});
});
