import Papa from 'papaparse';
import { ownPackage } from '#lib/exports/own-package/package-files.ts';
import { importFile, type ImportResult } from '#lib/ingest/import.ts';
import type { ImportOptions } from '#lib/ingest/open-file.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../../src/cli/catalogue.ts';
import { readContractFiles } from '../../src/cli/contracts.ts';

/** An import with the text of each file of its package, by path. */
export interface Packed {
	readonly result: ImportResult;
	readonly name: string;
	readonly files: ReadonlyMap<string, string>;
	/** The table as CSV. */
	readonly csv: string;
}

export interface Packer {
	readonly warehouse: Warehouse;
	/** What files are matched against. */
	readonly given: Pick<ImportOptions, 'catalogue' | 'contracts'>;
	/** @param withSource the file as it came becomes part of the package */
	pack(
		blob: Blob,
		name: string,
		options?: Partial<ImportOptions> & { readonly withSource?: boolean }
	): Promise<Packed>;
	close(): Promise<void>;
}

/** Imports files and packs what comes of them, one after the other in one warehouse. */
export async function openPacker(): Promise<Packer> {
	const warehouse = await openNodeWarehouse();
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	const given = { catalogue, contracts };
	return {
		...{ warehouse, given },
		async pack(blob, name, { withSource = false, ...options } = {}) {
			const result = await importFile(warehouse, { blob, name }, { ...given, ...options });
			const made = await ownPackage({
				...{ warehouse, ...result, ...given },
				...(withSource ? { source: blob } : {})
			});
			const files = new Map<string, string>();
			for (const { path, content } of made.files) files.set(path, await textOf(content));
			const csv = files.get(`${result.checked.table.name}.csv`) ?? '';
			return { result, name: made.name, files, csv };
		},
		close: () => warehouse.close()
	};
}

/** The text of a file of a package. */
export async function textOf(content: string | Blob | AsyncIterable<string>): Promise<string> {
	if (content instanceof Blob) return content.text();
	let text = '';
	for await (const part of typeof content === 'string' ? [content] : content) text += part;
	return text;
}

/** The rows of a CSV text without its header, every cell text. @throws Error when it is no sound CSV */
export function rowsOf(csv: string): string[][] {
	const { data, errors } = Papa.parse<string[]>(csv, { delimiter: ',', newline: '\n' });
	if (errors.length > 0) throw new Error(JSON.stringify(errors[0]));
	return data.slice(1, -1);
}
