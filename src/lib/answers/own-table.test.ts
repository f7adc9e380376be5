import { openAsBlob } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { importFile } from '#lib/ingest/import.ts';
import { openTable } from '#lib/ingest/open-table.ts';
import { explore as words } from '#lib/vocabulary/messages/explore.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };
import { readCatalogueFiles } from '../../cli/catalogue.ts';
import { readContractFiles } from '../../cli/contracts.ts';
import { askFile } from './ask-file.ts';
import type { FileQuestion } from './file-question.ts';
import { openOwnTable, type OwnTable } from './own-table.ts';

let guide: { readonly catalogue: Catalogue; readonly contracts: Contracts };
let warehouse: Warehouse;

beforeAll(async () => {
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	guide = { catalogue, contracts };
});
beforeEach(async () => {
	warehouse = await openNodeWarehouse();
});
afterEach(() => warehouse.close());

/** A file imported as it looks in one database, and its recipe replayed in another. */
async function replayed(blob: Blob, name: string): Promise<OwnTable> {
	const first = await openNodeWarehouse();
	const { recipe } = await importFile(first, { blob, name }, guide);
	await first.close();
	return openOwnTable(warehouse, { blob, name, recipe }, guide);
}

const fixture = (name: string) => openAsBlob(`tests/fixtures/import/files/${name}`);

async function ask(
	{ file, design }: OwnTable,
	question: Omit<FileQuestion, 'file' | 'design' | 'by' | 'where'> & Partial<FileQuestion>
) {
	const asked = { file: file.file, design, by: [], where: {}, ...question };
	const found = await askFile(asked, { warehouse, file, thresholds });
	expect(found.answer.problem).toBeUndefined();
	return found;
}

describe('a labour force survey', () => {
	test('is asked under the design of its recipe, and gives what its file gives', async () => {
		const blob = await fixture('lfs-bos.csv');
		const own = await replayed(blob, 'lfs-bos.csv');
		expect(own.file).toMatchObject({ table: 'own_labour_force', rows: 120, rowNumber: 'rowid' });
		expect(own.design).toEqual({ weight: 'weight', strata: ['stratum'], cluster: ['cluster'] });
		const lonely = 'adjust';
		const { answer } = await ask(own, { indicator: { kind: 'mean', of: 'pay' }, lonely });
		const file = await openTable(warehouse, { blob, name: 'lfs-bos.csv', table: 'plain' });
		const plain = await ask(
			{ file, design: { weight: 'WGT', strata: ['STRATUM'], cluster: ['PSU'] } },
			{ indicator: { kind: 'mean', of: 'E12_EARNINGS' }, lonely }
		);
		expect(answer.estimates).toEqual(plain.answer.estimates);
		expect(answer.estimates[0]?.n).toBeGreaterThan(30);
		expect(answer.estimates[0]?.se).toBeGreaterThan(0);
	});

	test('is split by its codes, which have their names', async () => {
		const own = await replayed(await fixture('lfs-bos.csv'), 'lfs-bos.csv');
		const { answer, sql } = await ask(own, {
			...{ indicator: { kind: 'proportion', of: 'residence', equals: 'rural' }, by: ['sex'] },
			...{ lonely: 'adjust', where: { synthetic: ['false'] } }
		});
		expect(answer.estimates.map(({ key }) => key.join())).toEqual(['F', 'M']);
		expect(sql).toContain('own_labour_force');
		expect(own.file.labels?.sex).toMatchObject({ F: expect.any(String) });
	});

	test('leaves nothing in the database but its table', async () => {
		await replayed(await fixture('lfs-bos.csv'), 'lfs-bos.csv');
		const { column } = await warehouse.query('SHOW TABLES');
		expect(column('name')).toEqual(['own_labour_force']);
	});
});

describe('a file of no known kind', () => {
	test('keeps its columns, and the design that was found', async () => {
		const blob = await fixture('household-health-survey.csv');
		const own = await replayed(blob, 'household-health-survey.csv');
		expect(own.file).toMatchObject({ table: 'own_other', rows: 80 });
		expect(own.design).toEqual({ weight: 'hhweight', strata: ['stratum'], cluster: ['psu'] });
		const { answer } = await ask(own, { indicator: { kind: 'mean', of: 'hl6' }, lonely: 'adjust' });
		const { column } = await warehouse.query(
			'SELECT sum(hhweight::DOUBLE * hl6::DOUBLE) / sum(hhweight::DOUBLE) AS mean FROM own_other'
		);
		expect(answer.estimates[0]?.value).toBeCloseTo(Number(column('mean')[0]), 12);
		expect(answer.estimates[0]).toMatchObject({ n: 80, clusters: 9, df: 4 });
	});

	test('may have a column called rowid', async () => {
		const rows = Array.from({ length: 30 }, (_, i) => `${i % 7},${i},x${i % 3}`).join('\n');
		const own = await replayed(new Blob([`rowid,rainfall,plot\n${rows}\n`]), 'rain.csv');
		expect(own.file).toMatchObject({
			rowNumber: 'rowid_2',
			columns: ['rowid', 'rainfall', 'plot']
		});
		const { answer } = await ask(own, { indicator: { kind: 'count' }, by: ['rowid'] });
		expect(answer.estimates.map(({ n }) => n)).toEqual([5, 5, 4, 4, 4, 4, 4]);
	});
});

test('of skills that workers have n counts workers, and they are the clusters', async () => {
	const blob = await fixture('mine-skills-long.csv.gz');
	const own = await replayed(blob, 'mine-skills-long.csv.gz');
	expect(own.file).toMatchObject({ table: 'own_audit_skill', unit: 'worker' });
	expect(own.file.notes).toContain(words.own.workers);
	const { column } = await warehouse.query(
		'SELECT count(DISTINCT worker) AS workers, avg(proficiency_attained) AS mean FROM own_audit_skill'
	);
	const workers = Number(column('workers')[0]);
	const { answer } = await ask(own, { indicator: { kind: 'mean', of: 'proficiency_attained' } });
	expect(answer.estimates[0]).toMatchObject({ n: workers });
	expect(answer.estimates[0]?.value).toBeCloseTo(Number(column('mean')[0]), 12);
	const counted = await ask(own, { indicator: { kind: 'count' } });
	expect(counted.answer.estimates[0]).toMatchObject({ n: workers, value: workers });
});

test('records of everybody are counted by heads and have no sampling error', async () => {
	const own = await replayed(await fixture('students.xlsx'), 'students.xlsx');
	expect(own.design.weight).toBe('enrolled');
	const { answer, top } = await ask(own, { indicator: { kind: 'count' }, by: ['sex'] });
	expect(answer.estimates.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(60);
	for (const one of answer.estimates) {
		expect(one).toMatchObject({ n: one.value, se: null, reason: 'complete-count', quality: 'ok' });
	}
	expect(top).toHaveLength(1);
});
