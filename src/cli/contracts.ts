import { readdir } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Contracts, ImportWords } from '#lib/contracts/import-contracts.ts';
import type { TableSchema } from '#lib/contracts/table-schema.ts';
import { readJson } from './catalogue.ts';

/** Tables that a person can bring; the others describe the site's own surveys. */
const importable = ['tracer', 'audit_establishment', 'audit_skill', 'enrolment', 'labour_force'];

/** Reads what an import is matched against: data/schemas and data/import. */
export async function readContractFiles(): Promise<Contracts> {
	const tables = await Promise.all(
		importable.map(async (name) => [name, await readJson<TableSchema>(`schemas/${name}.json`)])
	);
	const files = (await readdir('data/import')).filter((file) => file.endsWith('.json')).sort();
	const words = await Promise.all(
		files.map(async (file) => [basename(file, '.json'), await readJson<object>(`import/${file}`)])
	);
	return {
		tables: Object.fromEntries(tables) as Contracts['tables'],
		words: Object.fromEntries(words) as ImportWords
	};
}
