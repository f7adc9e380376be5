import { expect, test } from 'vitest';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import { changed, readingFields } from './reading-fields.ts';

const reading: Reading = {
	...{ format: 'text', gzip: false, encoding: 'windows-1252', bom: false, delimiter: ';' },
	...{ quote: '"', comment: '', headerRow: 3, headerRows: 2, firstRow: 5, lastRow: 90 },
	...{ decimal: ',', thousands: ' ' }
};
const fieldOf = (one: Reading, id: string) =>
	readingFields(one, {
		delimiter: { value: ';', reason: 'Semicolons part 5 fields.', confidence: 1 }
	}).find((field) => field.id === id);

test('each setting has its value, and a guess its reason', () => {
	expect(fieldOf(reading, 'delimiter')).toMatchObject({
		...{ value: ';', reason: 'Semicolons part 5 fields.' }
	});
	expect(fieldOf(reading, 'headerRow')?.value).toBe('3');
});

test('a mark that is not among the common ones is offered all the same', () => {
	const options = fieldOf({ ...reading, delimiter: '^' }, 'delimiter')?.options ?? [];
	expect(options.map(({ value }) => value)).toContain('^');
});

test('a workbook has no encoding, an SPSS file no rows of names', () => {
	expect(fieldOf({ ...reading, format: 'xlsx' }, 'encoding')).toBeUndefined();
	expect(fieldOf({ ...reading, format: 'xlsx' }, 'headerRow')).toBeDefined();
	expect(fieldOf({ ...reading, format: 'sav' }, 'headerRow')).toBeUndefined();
});

test('a header that moves lets the first row of data follow', () => {
	expect(changed(reading, 'headerRow', '1')).toMatchObject({ headerRow: 1, headerRows: 1 });
	expect('firstRow' in changed(reading, 'headerRow', '1')).toBe(false);
});

test.each(['0', '-2', '1.5', 'two', ''])('“%s” is no row and changes nothing', (text) => {
	expect(changed(reading, 'headerRow', text)).toBe(reading);
});

test('an empty last row is the end of the file', () => {
	expect('lastRow' in changed(reading, 'lastRow', ' ')).toBe(false);
	expect(changed(reading, 'decimal', '.').decimal).toBe('.');
});
