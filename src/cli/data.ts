import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { constants, deflateRawSync, gzipSync } from 'node:zlib';
import { type Manifest, type RecordsEntry, type ShardEntry } from '#lib/answers/answer-book.ts';
import { slimCatalogue, type Publication } from '#lib/answers/publication.ts';
import { makeShard } from '#lib/answers/make-shard.ts';
import { planShards, shardLimit, type PlannedShard } from '#lib/answers/shard-plan.ts';
import { encodeShard } from '#lib/answers/encode-shard.ts';
import type { ImportGuide } from '#lib/contracts/import-contracts.ts';
import { lookupTables, sourceOf } from '#lib/indicators/declared.ts';
import type { TableId } from '#lib/indicators/declaration.ts';
import { lookupCsv } from '#lib/indicators/lookup-csv.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { CsvColumn, CsvType, Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from './catalogue.ts';
import { readContractFiles } from './contracts.ts';
import { generateDemonstration } from './demonstration/generate.ts';
import { readParameters } from './demonstration/read-parameters.ts';
import { packEngine } from './engine-pack.ts';
import { readPlanningFiles } from './planning.ts';
import { packReader } from './reader-pack.ts';
import { packSolver } from './solver-pack.ts';
import { writePackages } from './write-packages.ts';

const out = 'static/generated';

/** Short blocks suit columns of small numbers: each gets codes of its own. */
const packing = { level: 9, memLevel: 5, strategy: constants.Z_FILTERED };

const csvTypes: Readonly<Record<string, CsvType>> = {
	integer: 'INTEGER',
	number: 'DOUBLE',
	boolean: 'BOOLEAN',
	date: 'DATE'
};

/**
 * Makes everything in static/generated/ from data/: the demonstration surveys, the records that DuckDB loads
 * in the browser, the published tables, the catalogue and the packed engine, with one manifest of hashed names.
 */
async function makeData(): Promise<void> {
	await rm(out, { recursive: true, force: true });
	const [catalogue, parameters] = await Promise.all([readCatalogueFiles(), readParameters()]);
	const engine = packEngine(join(out, 'engine'));
	const { tables } = generateDemonstration(parameters);
	const warehouse = await openNodeWarehouse();
	const records: Record<string, RecordsEntry[]> = {};
	for (const [table, csv] of Object.entries(tables)) {
		if (!isSourceTable(table)) continue;
		const source = sourceOf[table];
		const found = [
			{ table, csv },
			...(lookupTables[table] ?? []).map((id) => ({
				...{ table: id, csv: lookupCsv(id, catalogue) }
			}))
		];
		for (const one of found) {
			const entry = await writeRecords(warehouse, { source, ...one });
			(records[source] ??= []).push(entry);
		}
	}
	const shards: ShardEntry[] = [];
	for (const planned of planShards(catalogue)) shards.push(await writeShard(warehouse, planned));
	await warehouse.close();
	await writeFile(join(out, 'catalogue.json'), JSON.stringify(catalogue));
	await writeFile(join(out, 'planning.json'), JSON.stringify(await readPlanningFiles()));
	await writePackages(out, { records }, { catalogue, frame: tables.frame });
	const { edition } = catalogue.site;
	const importGuide = await writeGuide({ catalogue, contracts: await readContractFiles() });
	const reader = await packReader(out);
	const importing = { guide: importGuide, reader: reader.path };
	const manifest: Manifest = { edition, shards, records, engine: await engine, importing };
	const publication: Publication = { manifest, catalogue: slimCatalogue(catalogue) };
	const bytes = new TextEncoder().encode(JSON.stringify(publication));
	const path = await writeHashed('publication', 'json', bytes);
	await writeFile(
		join(out, 'manifest.json'),
		JSON.stringify(
			{
				...{ ...manifest, publication: path, importGuide, reader },
				solver: await packSolver(out, manifest.engine)
			},
			undefined,
			'\t'
		)
	);
	report(shards);
}

function writeGuide(guide: ImportGuide): Promise<string> {
	return writeHashed('import-guide', 'json', new TextEncoder().encode(JSON.stringify(guide)));
}

function isSourceTable(table: string): table is TableId {
	return table in sourceOf;
}

async function writeRecords(
	warehouse: Warehouse,
	{ source, table, csv }: { source: string; table: string; csv: string }
): Promise<RecordsEntry> {
	const columns = await readColumns(table);
	const { rows } = await warehouse.loadCsv(table, csv, columns);
	const bytes = gzipSync(csv, { level: 9 });
	const path = await writeHashed(`${source}/${table}`, 'csv.gz', bytes);
	return { table, path, bytes: bytes.length, rows, columns };
}

async function readColumns(table: string): Promise<CsvColumn[]> {
	const { fields } = JSON.parse(await readFile(`data/schemas/${table}.json`, 'utf8')) as {
		fields: { name: string; type: string }[];
	};
	return fields.map(({ name, type }) => ({ name, type: csvTypes[type] ?? 'VARCHAR' }));
}

function sizeOf(numbers: ArrayLike<number>): number {
	return deflateRawSync(Uint8Array.from(numbers), packing).length;
}

/** Drops the least used dimension until the shard keeps within the limit. */
async function writeShard(warehouse: Warehouse, planned: PlannedShard): Promise<ShardEntry> {
	const { table, slice, indicators, where, by } = planned;
	const cells = encodeShard(await makeShard(warehouse, planned), sizeOf);
	const bytes = deflateRawSync(cells, packing);
	if (bytes.length > shardLimit && by.length > 1) {
		return writeShard(warehouse, { ...planned, by: by.slice(0, -1) });
	}
	const path = await writeHashed(`${sourceOf[table]}/${table}/${slice}`, 'cells', bytes);
	return {
		...{ path, bytes: bytes.length, source: sourceOf[table], table, slice, where, indicators },
		dimensions: by.map(({ id }) => id),
		...(planned.asked ? { asked: planned.asked } : {})
	};
}

async function writeHashed(name: string, extension: string, bytes: Uint8Array): Promise<string> {
	const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
	const path = `${name}.${hash}.${extension}`;
	await mkdir(dirname(join(out, path)), { recursive: true });
	await writeFile(join(out, path), bytes);
	return path;
}

function report(shards: readonly ShardEntry[]): void {
	for (const { table, slice, bytes, dimensions } of shards) {
		const size = `${(bytes / 1024).toFixed(1)} KB`.padStart(9);
		console.log(`${size}  ${table} ${slice}  by ${dimensions.join(', ')}`);
	}
}

await makeData();
