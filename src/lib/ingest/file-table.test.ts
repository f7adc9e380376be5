import { expect, test } from 'vitest';
import { freeName, tableNameOf } from './file-table.ts';

test.each([
	['survey.csv', 'survey'],
	['Tracer study 2024 (final).xlsx', 'Tracer_study_2024_final'],
	['2024.csv', 'file_2024'],
	['/home/me/a.b.tsv', 'a_b'],
	['données.csv', 'donn_es'],
	['.csv', 'file']
])('%s is the table %s, which SQL names without quotes', (file, table) => {
	expect(tableNameOf(file)).toBe(table);
});

test('a name that a column has in any case is not taken', () => {
	expect(freeName('rowid', ['a'])).toBe('rowid');
	expect(freeName('rowid', ['RowId', 'rowid_2'])).toBe('rowid_3');
});
