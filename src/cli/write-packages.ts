import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Manifest } from '#lib/answers/answer-book.ts';
import type { Catalogue, Survey } from '#lib/contracts/catalogue.ts';
import {
	codebook,
	codebookColumns,
	dataPackage,
	packageDesign,
	type PackagedSurvey,
	type PackageSchema
} from '#lib/exports/data-package.ts';
import { packageReader } from '#lib/exports/data-package-reader.ts';
import { tableDesigns } from '#lib/indicators/declared.ts';
import { readCsv } from '#lib/ingest/read-csv.ts';
import { packageWords as words } from '#lib/vocabulary/messages/data-package.ts';
import { csvText } from './demonstration/csv-text.ts';

/** A file of a package, by its path from the folder `generated/`. */
export interface PackageFile {
	readonly path: string;
	readonly bytes: number;
}

/**
 * Makes a data package of the records of each survey, in the folder where they lie, so that nothing is there
 * twice: descriptor, design, codebook, a reader for R and the licence. packages.json lists the files by source.
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
		listed[source] = [];
		for (const [name, text] of Object.entries(files)) {
			const path = `${source}/${name}`;
			await writeFile(join(out, path), text);
			listed[source].push({ path, bytes: Buffer.byteLength(text) });
		}
		listed[source].push(...entries.map(({ path, bytes }) => ({ path, bytes })));
	}
	await writeFile(join(out, 'packages.json'), JSON.stringify(listed, undefined, '\t'));
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

function readSchemas(tables: readonly string[]): Record<string, PackageSchema> {
	return Object.fromEntries(
		tables.map((table) => {
			const text = readFileSync(`data/schemas/${table}.json`, 'utf8');
			return [table, JSON.parse(text) as PackageSchema];
		})
	);
}
