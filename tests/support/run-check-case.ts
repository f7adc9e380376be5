import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { checkFile } from '#lib/ingest/checking/check-file.ts';
import { csvPages } from '#lib/ingest/checking/csv-pages.ts';
import { rejectedCsv } from '#lib/ingest/checking/rejected-rows.ts';
import { profileColumns } from '#lib/ingest/matching/profile.ts';
import { readFile } from '#lib/ingest/reading/read-file.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { CheckCase } from './check-cases.ts';

/** What a case comes to in this warehouse, in the form in which the case tells it. */
export async function runCheckCase(
	warehouse: Warehouse,
	{ csv, reading, steps }: CheckCase,
	{ catalogue, contracts }: { readonly catalogue: Catalogue; readonly contracts: Contracts }
): Promise<Pick<CheckCase, 'table' | 'problems' | 'rejected'>> {
	const blob = new Blob([csv]);
	const raw = await readFile(warehouse, { blob, name: 'case.csv', reading });
	const profiles = await profileColumns(warehouse, raw, reading);
	const numbers = profiles.filter(({ filled, numbers }) => filled > 0 && numbers === filled);
	const settled = settle(steps);
	const { table, problems } = await checkFile(warehouse, settled, {
		...{ raw, reading, catalogue, contracts, looksLike: new Map() },
		survey: { title: 'Own', wave: '2024', synthetic: false, universe: 'people' },
		numbers: new Set(numbers.map(({ column }) => column.name))
	});
	await dropEmptyColumns(warehouse, table.name);
	return {
		table: await joined(csvPages(warehouse, table.name)),
		problems: problems
			.filter(({ severity, rule }) => severity !== 'note' && rule !== 'missing-column')
			.map(({ rule, column, row, count }) => [rule, column, row, count]),
		rejected: await joined(
			rejectedCsv(warehouse, raw, { leftOut: new Set(settled.leftOut.keys()) })
		)
	};
}

async function joined(pages: AsyncIterable<string>): Promise<string> {
	let text = '';
	for await (const page of pages) text += page;
	return text;
}

async function dropEmptyColumns(warehouse: Warehouse, table: string): Promise<void> {
	const { columns } = await warehouse.query(`SELECT * FROM "${table}" LIMIT 0`);
	for (const { name } of columns) {
		const quoted = `"${name.replaceAll('"', '""')}"`;
		const counted = await warehouse.query(`SELECT count(${quoted}) AS n FROM "${table}"`);
		if (counted.column('n')[0] !== 0) continue;
		await warehouse.query(`ALTER TABLE "${table}" DROP COLUMN ${quoted}`);
	}
}
