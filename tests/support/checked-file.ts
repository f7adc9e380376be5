import { checkFile, type Checked } from '#lib/ingest/checking/check-file.ts';
import type { ImportProblem } from '#lib/ingest/checking/check.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Step, SurveyInfo } from '#lib/ingest/recipe/recipe.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import { toRecords } from '#lib/warehouse/table.ts';
import type { SqlValue, Warehouse } from '#lib/warehouse/warehouse.ts';
import { readCatalogueFiles } from '../../src/cli/catalogue.ts';
import { readContractFiles } from '../../src/cli/contracts.ts';
import { plainReading, rawTable } from './raw-table.ts';

export interface Given {
	readonly survey?: Partial<SurveyInfo>;
	readonly reading?: Partial<Reading>;
	/** Columns all of whose cells are numbers. */
	readonly numbers?: readonly string[];
	/** Changes to the raw table, such as rows that the reader rejected. */
	readonly raw?: Partial<RawTable>;
}

export interface CheckedCsv extends Checked {
	/** Without notes, and without columns that the contract has and the file does not. */
	readonly spoken: readonly ImportProblem[];
	readonly rows: readonly Readonly<Record<string, SqlValue>>[];
	readonly raw: RawTable;
}

/** Puts a CSV text through steps and checks, with the contracts and code lists of data/. */
export async function checkCsv(
	warehouse: Warehouse,
	csv: string,
	steps: readonly Step[],
	given: Given = {}
): Promise<CheckedCsv> {
	const [catalogue, contracts] = await Promise.all([readCatalogueFiles(), readContractFiles()]);
	const raw = { ...(await rawTable(warehouse, csv)), ...given.raw };
	const checked = await checkFile(warehouse, settle(steps), {
		...{ raw, catalogue, contracts, looksLike: new Map() },
		reading: { ...plainReading, ...given.reading },
		survey: {
			...{ title: 'Own', wave: '2024', synthetic: false, universe: 'people' },
			...given.survey
		},
		numbers: new Set(given.numbers)
	});
	const table = await warehouse.query(`SELECT * FROM "${checked.table.name}"`);
	const isSpoken = ({ severity, rule }: ImportProblem): boolean =>
		severity !== 'note' && rule !== 'missing-column';
	return { ...checked, spoken: checked.problems.filter(isSpoken), rows: toRecords(table), raw };
}

export function match(contract: string, ...columns: string[]): Step {
	return { do: 'match', contract, columns };
}
