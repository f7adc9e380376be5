import { describe, expect, test } from 'vitest';
import { quoteIdentifier, quoteText } from './identifier.ts';
import { openNodeWarehouse } from './node.node.ts';

const texts = [
	'',
	'sex',
	"o'brien",
	'"x"',
	'a\0b',
	'\0',
	"'\0'",
	"'; DROP TABLE raw; --",
	'😀\u202E',
	'a\\n'
];

describe('what stands in SQL', () => {
	test.each(texts)('a text comes back as it was: %j', async (text) => {
		const warehouse = await openNodeWarehouse();
		try {
			const found = await warehouse.query(`SELECT ${quoteText(text)} AS text`);
			expect(found.column('text')).toEqual([text]);
		} finally {
			await warehouse.close();
		}
	});

	test('a name is one name', async () => {
		const warehouse = await openNodeWarehouse();
		try {
			const name = 'a "b"; DROP TABLE c';
			const found = await warehouse.query(`SELECT 1 AS ${quoteIdentifier(name)}`);
			expect(found.column(name)).toEqual([1]);
		} finally {
			await warehouse.close();
		}
	});
});
