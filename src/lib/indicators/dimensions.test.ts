import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { loadTiny, type TinyRow } from '#tests/support/tiny-audit.ts';
import { dimensions } from './dimensions.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

/** The code that a row of the skills audit has in a dimension. */
async function codeOf(id: string, row: TinyRow): Promise<unknown> {
	await loadTiny(warehouse, 'audit_skill', [row]);
	const expression = dimensions[id]?.expressions.audit_skill;
	const found = await warehouse.query(`SELECT ${expression} AS code FROM audit_skill`);
	return found.column('code')[0];
}

test.each([
	[14, '15-24'],
	[24, '15-24'],
	[25, '25-34'],
	[34, '25-34'],
	[35, '35-54'],
	[54, '35-54'],
	[55, '55+'],
	[80, '55+'],
	[null, null]
])('age %s is in the band %s', async (age, band) => {
	expect(await codeOf('age', { age })).toBe(band);
});

test.each([
	['0310', '0', 'other'],
	['1311', '1', 'professional'],
	['2310', '2', 'professional'],
	['3117', '3', 'professional'],
	['4110', '4', 'other'],
	['9329', '9', 'other'],
	[null, null, null]
])('occupation %s is of group %s and %s', async (occupation, group, position) => {
	expect(await codeOf('occupation', { occupation })).toBe(group);
	expect(await codeOf('position', { occupation })).toBe(position);
});

test.each([
	['urban', 'urban', 'urban'],
	['periurban', 'urban', 'rural'],
	['rural', 'rural', 'rural'],
	[null, null, null]
])('%s homes count as %s or %s', async (residence, asUrban, asRural) => {
	expect(await codeOf('residence', { residence })).toBe(residence);
	expect(await codeOf('residence_urban', { residence })).toBe(asUrban);
	expect(await codeOf('residence_rural', { residence })).toBe(asRural);
});

test('a level is a code like any other', async () => {
	expect(await codeOf('required_level', { proficiency_required: 5 })).toBe('5');
	expect(await codeOf('attained_level', { proficiency_attained: null })).toBeNull();
});

describe('every dimension', () => {
	test.each(Object.entries(dimensions))('%s has a label and a table that has it', (id, one) => {
		expect(one.id).toBe(id);
		expect(one.label).not.toBe('');
		expect(Object.keys(one.expressions).length).toBeGreaterThan(0);
	});

	test('a grouping is there in the tables of what it groups, and in no other', () => {
		const groupings = Object.values(dimensions).filter(({ groups }) => groups);
		expect(groupings.length).toBeGreaterThan(0);
		for (const { id, groups, expressions } of groupings) {
			const base = dimensions[groups?.dimension ?? ''];
			expect(Object.keys(expressions), id).toEqual(Object.keys(base?.expressions ?? {}));
		}
	});
});
