import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Manifest, RecordsEntry } from '#lib/answers/answer-book.ts';
import { ownFacts } from '#lib/answers/own-facts.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { OwnKind, OwnSurvey } from '#lib/contracts/own-survey.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { readGenerated } from './catalogue.ts';

/** A survey of the demonstration as if it were somebody's own: canonical tables, changed by SQL. */
export async function openOwnTables(
	source: string,
	changes: readonly string[] = []
): Promise<Warehouse> {
	const warehouse = await openNodeWarehouse();
	for (const entry of await recordsOf(source)) {
		await warehouse.loadCsv(entry.table, await csvOf(entry), entry.columns);
	}
	for (const sql of changes) await warehouse.query(sql);
	return warehouse;
}

export async function recordsOf(source: string): Promise<readonly RecordsEntry[]> {
	const { records } = await readGenerated<Manifest>('manifest.json');
	return records[source] ?? [];
}

export async function csvOf({ path }: RecordsEntry): Promise<string> {
	return gunzipSync(await readFile(join('static/generated', path))).toString('utf8');
}

/** What the index holds of such a survey. */
export async function ownSurveyOf(
	warehouse: Warehouse,
	kind: OwnKind,
	tables: readonly string[],
	catalogue: Catalogue
): Promise<OwnSurvey> {
	return {
		...{ id: `${kind}-0123abcd`, kind, title: 'Follow-up of our graduates', wave: '2025' },
		...{ universe: 'graduates of our college', synthetic: false, comparableWith: [] },
		file: { name: 'followup.csv', sha256: 'ab'.repeat(32), rows: 100, bytes: 1000 },
		keptOn: '2025-02-01T00:00:00Z',
		facts: await ownFacts(warehouse, tables, catalogue)
	};
}
