import { afterAll, beforeAll, expect, test } from 'vitest';
import { describeTable } from './describe.ts';
import type { ColumnProfile } from './describe.ts';
import { openNodeWarehouse } from './node.node.ts';
import type { Warehouse } from './warehouse.ts';

const csv = `code,weight,"interview ""day""",answer,unused
01,1.5,2024-03-01,yes,
02,2,2024-03-02, ,
02,-3e1,2024-02-28,yes,
10,,,no,
`;

let warehouse: Warehouse;
let profiles: ColumnProfile[];
beforeAll(async () => {
	warehouse = await openNodeWarehouse();
	const names = ['code', 'weight', 'interview "day"', 'answer', 'unused'];
	const columns = names.map((name) => ({ name, type: 'VARCHAR' as const }));
	await warehouse.loadCsv('own "survey"', csv, columns);
	profiles = await describeTable(warehouse, 'own "survey"', 2);
});
afterAll(() => warehouse.close());

test('every column has a kind, by all of its values', () => {
	expect(profiles.map(({ name, kind }) => [name, kind])).toEqual([
		['code', 'text'],
		['weight', 'number'],
		['interview "day"', 'date'],
		['answer', 'text'],
		['unused', 'empty']
	]);
});

test('NULL and blank count as missing', () => {
	expect(profiles.map(({ present, missing }) => [present, missing])).toEqual([
		[4, 0],
		[3, 1],
		[3, 1],
		[3, 1],
		[0, 4]
	]);
});

test('the most frequent values come first, then by the alphabet, and no more than asked for', () => {
	expect(profiles[0]?.distinct).toBe(3);
	expect(profiles[0]?.frequent).toEqual([
		{ value: '02', count: 2 },
		{ value: '01', count: 1 }
	]);
});

test('only numbers have a range', () => {
	expect(profiles.map(({ low, high }) => [low, high])).toEqual([
		[null, null],
		[-30, 2],
		[null, null],
		[null, null],
		[null, null]
	]);
});
