import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import type { Manifest } from '#lib/answers/answer-book.ts';
import type { Catalogue, Survey } from '#lib/contracts/catalogue.ts';
import type { TableSchema } from '#lib/contracts/table-schema.ts';
import {
	codebook,
	codebookColumns,
	dataPackage,
	fileName,
	packageDesign,
	type PackagedSurvey
} from '#lib/exports/data-package.ts';
import { packageReader } from '#lib/exports/data-package-reader.ts';
import { tableDesigns } from '#lib/indicators/declared.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { packageWords as words } from '#lib/vocabulary/messages/data-package.ts';
import { csvText } from '#lib/exports/csv-text.ts';

/** A file of a package, by its path from the folder `generated/`. */
export interface PackageFile {
	readonly path: string;
	readonly bytes: number;
}

/**
 * Makes a data package of the records of each survey, in the folder where they lie: descriptor, design,
 * codebook, a reader for R, the licence, and all of it with the records as one zip file. packages.json lists
 * the files by source, the zip file first.
 * @param out the folder `generated/`
 * @param frame the sampling frame as CSV text
 */
export async function writePackages(
	out: string,
	{ records }: Pick<Manifest, 'records'>,
	{ catalogue, frame }: { readonly catalogue: Catalogue; readonly frame: string }
): Promise<void> {
	const strata = readCsv(frame);
	const listed: Record<string, PackageFile[]> = {};
	for (const [source, entries] of Object.entries(records)) {
		const [first, ...others] = catalogue.surveys.filter(({ id }) => id === source);
		if (!first) continue;
		const files = filesOf({
			...{ source, waves: [first, ...others], catalogue, records: entries },
			schemas: readSchemas(entries.map(({ table }) => table)),
			designs: tableDesigns,
			frame: strata.filter((row) => row.source === source)
		});
		const written = [];
		for (const [name, text] of Object.entries(files)) {
			const path = `${source}/${name}`;
			await writeFile(join(out, path), text);
			written.push({ path, bytes: Buffer.byteLength(text) });
		}
		written.push(...entries.map(({ path, bytes }) => ({ path, bytes })));
		listed[source] = [await writeZip(out, { source, written, catalogue }), ...written];
	}
	await writeFile(join(out, 'packages.json'), JSON.stringify(listed, undefined, '\t'));
}

/** All files of a package in one; those that are packed already stay as they are. */
async function writeZip(
	out: string,
	{ source, written, catalogue }: { source: string; written: PackageFile[]; catalogue: Catalogue }
): Promise<PackageFile> {
	const [year = 0, month = 1, day = 1] = catalogue.site.editionDate.split('-').map(Number);
	// Zip keeps local time: a date made of its parts gives the same bytes everywhere.
	const mtime = new Date(year, month - 1, day);
	const entries: Zippable = {};
	for (const { path } of written) {
		const level = path.endsWith('.gz') ? 0 : 9;
		entries[`${source}/${fileName(path)}`] = [readFileSync(join(out, path)), { level, mtime }];
	}
	const bytes = zipSync(entries);
	const path = `${source}/${source}.zip`;
	await writeFile(join(out, path), bytes);
	return { path, bytes: bytes.length };
}

function filesOf(survey: PackagedSurvey): Record<string, string> {
	return {
		'datapackage.json': `${JSON.stringify(dataPackage(survey), undefined, '\t')}\n`,
		'design.json': `${JSON.stringify(packageDesign(survey), undefined, '\t')}\n`,
		'codebook.csv': csvText(codebookColumns, codebook(survey)),
		'read.R': packageReader,
		'LICENCE.txt': licenceText(survey.waves[0], survey.catalogue)
	};
}

function licenceText({ title, licence }: Survey, { site }: Catalogue): string {
	const paragraphs = [
		words.licence(title, licence, site.edition),
		...(licence.startsWith('CC0') ? [words.cc0] : []),
		site.notice,
		words.files.join('\n')
	];
	return `${paragraphs.join('\n\n')}\n`;
}

function readSchemas(tables: readonly string[]): Record<string, TableSchema> {
	return Object.fromEntries(
		tables.map((table) => {
			const text = readFileSync(`data/schemas/${table}.json`, 'utf8');
			return [table, JSON.parse(text) as TableSchema];
		})
	);
}
