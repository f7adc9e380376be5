import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineFile } from '#lib/ingest/reading/examine.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { ProblemError } from '#lib/vocabulary/problem.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { SavWriter } from '#tests/support/sav-writer.ts';

let warehouse: Warehouse;
beforeAll(async () => void (warehouse = await openNodeWarehouse()));
afterAll(() => warehouse.close());

async function read(bytes: Uint8Array<ArrayBuffer>) {
	const blob = new Blob([bytes]);
	const { reading } = await examineFile(blob, 'survey.sav');
	const raw = await readFile(warehouse, { blob, name: 'survey.sav', reading });
	const table = await warehouse.query('SELECT * FROM raw ORDER BY "row"');
	return { raw, rows: toRecords(table).map((record) => Object.values(record).slice(1)) };
}

const folder = 'tests/fixtures/import/reading';
const systemMissing = -Number.MAX_VALUE;

describe('an SPSS file', () => {
	test.each([true, false])('of either byte order, unpacked: little-endian %s', async (isLittle) => {
		const bytes = new SavWriter(isLittle)
			.header(0)
			.variable('SEX', 0, { label: 'Sex', missing: [9] })
			.variable('AGE', 0, { missing: [997, 999, -1], isRange: true })
			.variable('NAME', 10)
			.labels({ 1: 'Male', 2: 'Female' }, [1])
			.extension(13, 1, new SavWriter().text('SEX=Q1_sex_of_respondent\tAGE=Q2_age'))
			.extension(99, 1, new SavWriter().text('of a kind that nobody knows'))
			.int(6)
			.int(1)
			.text('a document', 80)
			.int(999)
			.int(0)
			.double(1)
			.double(22)
			.text('M\xfcller', 16)
			.double(systemMissing)
			.double(998)
			.text('', 16)
			.done();
		const { raw, rows } = await read(bytes);
		expect(raw.columns).toEqual([
			{
				...{
					id: 'c0',
					heading: 'Q1_sex_of_respondent',
					name: 'Q1_sex_of_respondent',
					label: 'Sex'
				},
				...{ valueLabels: { 1: 'Male', 2: 'Female' }, missing: ['9'] }
			},
			{ id: 'c1', heading: 'Q2_age', name: 'Q2_age', missing: ['-1', '998'] },
			{ id: 'c2', heading: 'NAME', name: 'NAME' }
		]);
		expect(rows).toEqual([
			['1', '22', 'Müller'],
			[null, '998', null]
		]);
	});

	test('packed by codes, which end within a case no case', async () => {
		const head = () => new SavWriter().header(1).variable('A', 0).variable('B', 9).int(999).int(0);
		const whole = head().bytes(101, 253, 254, 255, 254, 254, 252, 0).text('wordword').done();
		expect((await read(whole)).rows).toEqual([['1', 'wordword']]);
		const cut = head().bytes(101, 253, 254, 102, 0, 0, 0, 0).text('wordword').done();
		await expect(read(cut)).rejects.toMatchObject({ problem: { code: 'unreadable' } });
	});

	test.each([
		[20, 13_930_000_000, '2024-03-16T20:26:40'],
		[20, 13_929_926_400, '2024-03-16'],
		[22, 0, '1582-10-14T00:00:00'],
		[21, 34_200.5, '09:30:00.500'],
		[25, -90, '-00:01:30'],
		[5, 1e-7, '1e-7']
	])('shows a value by its print format %s', async (format, value, text) => {
		const bytes = new SavWriter()
			.header(0)
			.variable('A', 0, { format })
			.int(999)
			.int(0)
			.double(value);
		expect((await read(bytes.done())).rows).toEqual([[text]]);
	});

	test('names its encoding, or its code page, or is in Windows-1252', async () => {
		const body = (writer: SavWriter) =>
			writer.int(999).int(0).bytes(0xef, 0xe5, 0xf2, 32, 32, 32, 32, 32).done();
		const head = () => new SavWriter().header(0).variable('A', 8);
		const page = new SavWriter().int(0).int(0).int(0).int(0).int(0).int(0).int(0).int(1251);
		expect((await read(body(head()))).rows).toEqual([['ïåò']]);
		expect((await read(body(head().extension(3, 4, page)))).rows).toEqual([['пет']]);
		const named = new SavWriter().text('CP1251');
		expect((await read(body(head().extension(20, 1, named)))).rows).toEqual([['пет']]);
	});
});

describe('an SPSS file that is damaged', () => {
	const whole = ['haven-byte.sav', 'haven-none.sav', 'haven-zsav.zsav'].map(
		(name) => new Uint8Array(readFileSync(`${folder}/${name}`))
	);

	/** How many cases are read, or the sentence why none is. */
	async function outcome(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
		try {
			const { rows } = await read(bytes);
			return `all ${rows.length} cases.`;
		} catch (error) {
			if (!(error instanceof ProblemError)) throw error;
			return problems.sentence(error.problem);
		}
	}

	test(
		'is refused wherever it is cut, unless only padding is lost',
		{ timeout: 120_000 },
		async () => {
			for (const bytes of whole) {
				for (let at = 4; at < bytes.length; at += 37) {
					expect(await outcome(bytes.slice(0, at))).toMatch(
						/SPSS file that is damaged|no rows below|^all 5 cases/
					);
				}
			}
		}
	);

	test('is read or refused, whatever a byte is changed to', { timeout: 120_000 }, async () => {
		const change = fc.record({
			file: fc.constantFrom(...whole),
			at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
			to: fc.integer({ min: 0, max: 255 })
		});
		await fc.assert(
			fc.asyncProperty(change, async ({ file, at, to }) => {
				const bytes = file.slice();
				bytes[4 + Math.floor(at * (bytes.length - 4))] = to;
				expect(await outcome(bytes)).toMatch(/\.$/);
			}),
			{ numRuns: 250 }
		);
	});
});
