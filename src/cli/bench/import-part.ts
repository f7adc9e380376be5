import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { compressLarge } from '#lib/ingest/compressed.ts';
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
import type { Timed } from './part.ts';

const rows = 1_000_000;
/** Times that DuckDB's own reading of the file may be taken. */
const bar = 2.5;
/** What the site lets DuckDB have in a browser. */
const browserMemory = '512MB';

/** Runs of each, in turn: what else the machine does meets all of them alike. */
const runs = 3;

/**
 * A tracer study of a million graduates and about 200 MB, against `read_csv` of DuckDB for Node on one thread. Ours
 * has DuckDB on one thread too, and walks over the bytes on another meanwhile: the processor time tells of both.
 */
export async function importPart(): Promise<Timed[]> {
	const folder = await mkdtemp(join(tmpdir(), 'bench-'));
	const path = join(folder, 'tracer.csv');
	try {
		await writeSurvey(path);
		const size = `${Math.round((await stat(path)).size / 1e6)} MB`;
		const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
		const file = async () => ({ blob: await openDiskBlob(path), name: 'tracer.csv' });
		const spent = await inTurn({
			reference: (warehouse) =>
				warehouse.query(
					`CREATE TABLE raw AS SELECT * FROM read_csv(${quoteText(path)}, all_varchar = true)`
				),
			reading: async (warehouse) => read(warehouse, await file()),
			compressing: async (warehouse) => {
				await warehouse.query(`SET memory_limit = '${browserMemory}'`);
				await read(warehouse, await file());
			},
			whole: async (warehouse) => importFile(warehouse, await file(), { catalogue, contracts })
		});
		const { time: reference, processor } = spent.reference;
		const against = 'read_csv of DuckDB for Node, one thread';
		const rows = `a million rows (${size})`;
		const time = (what: string, { time }: Spent) => ({ what, time, against, reference });
		return [
			{ ...time(`${rows} read: encoding, dialect, rejects, SHA-256`, spent.reading), bar },
			{
				...{ what: 'the same, time of all processors', time: spent.reading.processor },
				...{ against: 'that of read_csv', reference: processor }
			},
			time(`the same with ${browserMemory} of memory, as in a browser`, spent.compressing),
			time(`${rows} read, matched and checked`, spent.whole)
		];
	} finally {
		await rm(folder, { recursive: true });
	}
}

async function read(
	warehouse: Warehouse,
	{ blob, name }: { readonly blob: Blob; readonly name: string }
): Promise<void> {
	const { reading } = await examineFile(blob, name);
	const isCompressed = await compressLarge(warehouse, blob, reading);
	await readFile(warehouse, { blob, name, reading }, { isCompressed });
}

/** Milliseconds, by the clock and of all processors. */
interface Spent {
	readonly time: number;
	readonly processor: number;
}

/** The least of several runs of each work, each in a database of its own. */
async function inTurn<Name extends string>(
	works: Readonly<Record<Name, (warehouse: Warehouse) => Promise<unknown>>>
): Promise<Record<Name, Spent>> {
	const least: Partial<Record<string, Spent>> = {};
	for (let run = 0; run < runs; run++) {
		for (const [name, work] of Object.entries<(typeof works)[Name]>(works)) {
			const { time, processor } = await spentOn(work);
			const before = least[name];
			least[name] = {
				time: Math.min(time, before?.time ?? Infinity),
				processor: Math.min(processor, before?.processor ?? Infinity)
			};
		}
	}
	return least as Record<Name, Spent>;
}

async function spentOn(work: (warehouse: Warehouse) => Promise<unknown>): Promise<Spent> {
	const warehouse = await openNodeWarehouse();
	try {
		const [begun, used] = [performance.now(), process.cpuUsage()];
		await work(warehouse);
		const { user, system } = process.cpuUsage(used);
		return { time: performance.now() - begun, processor: (user + system) / 1000 };
	} finally {
		await warehouse.close();
	}
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
