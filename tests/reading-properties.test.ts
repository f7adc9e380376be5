import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineFile } from '#lib/ingest/reading/examine.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import type { Encoding, Reading } from '#lib/ingest/reading/reading.ts';
import { tidyCell } from '#lib/ingest/reading/text/cells.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';

let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await openNodeWarehouse()));
afterAll(() => warehouse.close());

interface Written {
	readonly table: readonly (readonly string[])[];
	readonly delimiter: string;
	readonly quote: '"' | "'";
	readonly quotesAll: boolean;
	readonly lineEnds: readonly string[];
	readonly encoding: Encoding;
	readonly bom: boolean;
	readonly reader: 'papaparse' | 'duckdb';
	readonly endsOpen: boolean;
}

/** Signs that mean something to some reader of CSV, beside plain letters and letters of two to four bytes. */
const signs = [
	...[
		'"',
		"'",
		',',
		';',
		'\t',
		'|',
		'\n',
		'\r',
		'\r\n',
		' ',
		'#',
		'=',
		'-',
		'@',
		'\\',
		'a',
		'b',
		'7'
	],
	...[
		'0',
		'.',
		'é',
		'š',
		'\u00a0',
		'€',
		'ʤ',
		'\u2028',
		'汉',
		'😀',
		'\ufeff',
		'<',
		'&',
		'%',
		'__proto__'
	]
];
const cell = fc.array(fc.constantFrom(...signs), { maxLength: 6 }).map((parts) => parts.join(''));
const tables = fc
	.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 8 }))
	.chain(([columns, rows]) =>
		fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
			...{ minLength: rows, maxLength: rows }
		})
	);

const encodings: readonly Encoding[] = [
	...(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh'] as const)
];
const written: fc.Arbitrary<Written> = fc.record({
	table: tables,
	delimiter: fc.constantFrom(',', ';', '\t', '|', '~', '^', '\x1f'),
	quote: fc.constantFrom('"', "'"),
	quotesAll: fc.boolean(),
	lineEnds: fc.constantFrom(['\n'], ['\r\n'], ['\r'], ['\r\n', '\n', '\r']),
	encoding: fc.constantFrom(...encodings),
	bom: fc.boolean(),
	reader: fc.constantFrom('papaparse', 'duckdb'),
	endsOpen: fc.boolean()
});

/** What the encoding has no byte for is left out, so that what is read can be what was written. */
function fit(text: string, encoding: Encoding): string {
	if (encoding.startsWith('utf')) return text;
	const limit = encoding === 'windows-1252' ? /[^\0-\x7f\xa0-\xff€š]/gu : /[^\0-\x7f\xa0-\xff]/gu;
	return text.replace(encoding === 'macintosh' ? /[^\0-\x7fé\xa0€]/gu : limit, '');
}

const special: Readonly<Record<string, Readonly<Record<string, number>>>> = {
	'windows-1252': { '€': 0x80, š: 0x9a },
	macintosh: { é: 0x8e, '\xa0': 0xca, '€': 0xdb }
};

function encode(text: string, { encoding, bom }: Written): Uint8Array<ArrayBuffer> {
	if (encoding === 'utf-8') return new TextEncoder().encode((bom ? '\ufeff' : '') + text);
	if (encoding.startsWith('utf-16')) {
		const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
		return new Uint8Array(encoding === 'utf-16be' ? bytes.swap16() : bytes);
	}
	return Uint8Array.from(text, (letter) => special[encoding]?.[letter] ?? letter.charCodeAt(0));
}

function write({ table, delimiter, quote, quotesAll, lineEnds, endsOpen }: Written): string {
	const field = (text: string) =>
		quotesAll ||
		/^[\s\p{Zs}]|[\s\p{Zs}]$|[\r\n]/u.test(text) ||
		text.includes(delimiter) ||
		text.includes(quote)
			? quote + text.replaceAll(quote, quote + quote) + quote
			: text;
	const lines = table.map((row) => row.map(field).join(delimiter));
	const all = lines.map((line, i) => line + (lineEnds[i % lineEnds.length] ?? ''));
	return endsOpen ? all.slice(0, -1).join('') + (lines.at(-1) ?? '') : all.join('');
}

function readingOf({ delimiter, quote, encoding, bom }: Written): Reading {
	return {
		...{ format: 'text', gzip: false, encoding, bom: bom && encoding.startsWith('utf') },
		...{ delimiter, quote, comment: '', headerRow: 0, headerRows: 0, decimal: '.', thousands: '' }
	};
}

describe('a table', () => {
	test('is read back as it was written', { timeout: 240_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(written, async (given) => {
				const table = given.table.map((row) => row.map((text) => fit(text, given.encoding)));
				const rows = table
					.map((row, i) => [i + 1, ...row.map((text) => tidyCell(text) || null)])
					.filter((row) => row.slice(1).some((value) => value !== null));
				fc.pre(rows.length > 0);
				const blob = new Blob([encode(write({ ...given, table }), given)]);
				const file = { blob, name: 'random.csv', reading: readingOf(given) };
				const raw = await readFile(warehouse, file, { reader: given.reader });
				const found = toRecords(await warehouse.query('SELECT * FROM raw ORDER BY "row"'));
				const width = raw.columns.length;
				// Columns at the right that hold nothing are left out.
				expect(rows.every((row) => row.slice(width + 1).every((value) => value === null))).toBe(
					true
				);
				expect(found.map((record) => Object.values(record))).toEqual(
					rows.map((row) => row.slice(0, width + 1))
				);
				expect(raw.rejected).toEqual([]);
			}),
			{ numRuns: 600 }
		);
	});
});

describe('of a table of a survey', () => {
	const word = fc.constantFrom(
		'North',
		'South',
		'Mining',
		'a, b',
		'x; y',
		'Š "k"',
		'line\nbreak',
		'F',
		'M',
		''
	);
	const number = fc.integer({ min: 0, max: 99_999 });
	const row = fc.tuple(
		number.map(String),
		word,
		word,
		number.map((n) => (n / 100).toFixed(2))
	);
	const surveys = fc.record({
		rows: fc.array(row, { minLength: 4, maxLength: 30 }),
		delimiter: fc.constantFrom(',', ';', '\t', '|'),
		encoding: fc.constantFrom<Encoding>('utf-8', 'utf-16le', 'utf-16be', 'windows-1252'),
		bom: fc.boolean(),
		lineEnds: fc.constantFrom(['\n'], ['\r\n'])
	});

	test('delimiter, encoding and header are found', { timeout: 240_000 }, async () => {
		await fc.assert(
			fc.asyncProperty(surveys, async ({ rows, ...how }) => {
				const table = [['id', 'region', 'branch', 'pay'], ...rows, ['1', 'Šé€', '', '2.50']];
				const given = {
					...how,
					table,
					quote: '"',
					quotesAll: false,
					reader: 'duckdb',
					endsOpen: false
				};
				const text = write(given as Written);
				const { reading } = await examineFile(
					new Blob([encode(text, given as Written)]),
					'survey.csv'
				);
				expect(reading).toMatchObject({
					...{ delimiter: how.delimiter, encoding: how.encoding, headerRow: 1, headerRows: 1 },
					...{ decimal: '.', quote: '"' }
				});
				expect(reading.lastRow).toBeUndefined();
			}),
			{ numRuns: 300 }
		);
	});
});
