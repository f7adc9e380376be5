import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '#lib/ingest/import.ts';
import { examineFile } from '#lib/ingest/reading/examine.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import { randomStream } from '#lib/survey/random.ts';
import { quoteText } from '#lib/warehouse/identifier.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../catalogue.ts';
import { readContractFiles } from '../contracts.ts';
import { openDiskBlob } from '../import/disk-blob.ts';
import { leastTime, type Timed } from './part.ts';

const rows = 1_000_000;
/** Times that DuckDB's own reading of the file may be taken. */
const bar = 2.5;

/** A tracer study of a million graduates and about 200 MB, against `read_csv` of DuckDB for Node on one thread. */
export async function importPart(): Promise<Timed[]> {
	const folder = await mkdtemp(join(tmpdir(), 'bench-'));
	const path = join(folder, 'tracer.csv');
	try {
		await writeSurvey(path);
		const size = `${Math.round((await stat(path)).size / 1e6)} MB`;
		const reference = await inWarehouse((warehouse) =>
			warehouse.query(
				`CREATE TABLE raw AS SELECT * FROM read_csv(${quoteText(path)}, all_varchar = true)`
			)
		);
		const against = 'read_csv of DuckDB for Node, one thread';
		const file = async () => ({ blob: await openDiskBlob(path), name: 'tracer.csv' });
		const reading = await inWarehouse(async (warehouse) => {
			const { blob, name } = await file();
			const examined = await examineFile(blob, name);
			await readFile(warehouse, { blob, name, reading: examined.reading });
		});
		const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
		const whole = await inWarehouse(async (warehouse) => {
			await importFile(warehouse, await file(), { catalogue, contracts });
		});
		return [
			{ what: `a million rows (${size}) read`, time: reading, against, reference, bar },
			{ what: 'the same read, matched and checked', time: whole, against, reference }
		];
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** The least time of two runs, each in a database of its own. */
function inWarehouse(work: (warehouse: Warehouse) => Promise<unknown>): Promise<number> {
	return leastTime(2, async () => {
		const warehouse = await openNodeWarehouse();
		try {
			await work(warehouse);
		} finally {
			await warehouse.close();
		}
	});
}

const remarks = [
	'The course was good but had hardly any practice at a real workplace before we left.',
	'I looked for work in town for months until a cousin told me of a place that takes learners on.',
	'Data bundles cost more than I can pay and a course on the internet alone would not help me.'
];

async function writeSurvey(path: string): Promise<void> {
	const stream = randomStream(1, 'bench');
	const file = await open(path, 'w');
	const pick = (texts: readonly string[]): string => texts[stream.below(texts.length)] ?? '';
	try {
		await file.write(
			'respondent,sex,cohort,field,residence,status,months_to_first_job,pay,stratum,cluster,weight,remark,interviewer_note\n'
		);
		for (let from = 0; from < rows; from += 10_000) {
			const lines = Array.from({ length: 10_000 }, (_, i) => {
				const cluster = stream.below(400);
				return [
					...[`G${from + i}`, pick(['F', 'M']), 2019 + stream.below(3), `0${1 + stream.below(7)}`],
					...[pick(['urban', 'rural']), pick(['employee', 'seeking', 'own_account'])],
					...[stream.below(36), 1500 + stream.below(9000), `S${cluster % 20}`, `C${cluster}`],
					...[(1 + stream.below(9000) / 1000).toFixed(3), pick(remarks), pick(remarks).slice(0, 40)]
				].join(',');
			});
			await file.write(`${lines.join('\n')}\n`);
		}
	} finally {
		await file.close();
	}
}
