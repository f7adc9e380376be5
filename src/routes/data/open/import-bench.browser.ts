import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts, ImportGuide } from '#lib/contracts/import-contracts.ts';
import { codesOfField } from '#lib/contracts/table-schema.ts';
import { problemLines } from '#lib/ingest/checking/problem-lines.ts';
import { rejectedCsv } from '#lib/ingest/checking/rejected-rows.ts';
import { checkOpened, importFile, type ImportResult } from '#lib/ingest/import.ts';
import { codeOfText, matchOne } from '#lib/ingest/matching/match-one.ts';
import { matchColumns, tableOf } from '#lib/ingest/matching/match.ts';
import { ReadInWorker } from '#lib/ingest/reading/read-in-worker.browser.ts';
import type { ColumnProfile } from '#lib/ingest/matching/types.ts';
import { recipeFrom } from '#lib/ingest/recipe/recipe-from.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { settle } from '#lib/ingest/recipe/settle.ts';
import type {
	ContractColumn,
	ImportBench,
	KindAndUnit,
	OpenImportBench
} from '#lib/state/import/bench.ts';
import { openBrowserWarehouse } from '#lib/warehouse/browser.browser.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { fetchGenerated, generatedUrl, readPublication } from '../../story/tell-here.browser.ts';
import { keepSurvey } from './keep-survey.browser.ts';
import { readPreview } from './read-preview.ts';

/** What the site publishes for this page. */
export interface ImportFiles {
	/** Path of the publication, and of the guide for imports. */
	readonly publication: string;
	readonly importGuide: string;
	/** Path of the worker that reads files. */
	readonly reader: string;
}

/** Opens databases for imports, each with one file in it. Nothing of it is loaded before the first file comes. */
export function importBenchOpener(files: ImportFiles): OpenImportBench {
	return async (file, { signal, onProgress }) => {
		const [{ book }, bytes] = await Promise.all([
			readPublication(files.publication),
			fetchGenerated(files.importGuide)
		]);
		const guide = JSON.parse(new TextDecoder().decode(bytes)) as ImportGuide;
		const { engine } = book.manifest;
		const warehouse = await openBrowserWarehouse({
			...{ engine, signal, base: generatedUrl('engine/') },
			onProgress: (received) => onProgress(received, engine.bytes)
		});
		const reading = new ReadInWorker(generatedUrl(files.reader));
		return new Bench(warehouse, { file, reading }, guide);
	};
}

type Checking = Awaited<ReturnType<ImportBench['check']>>;

function contentOf({ steps, survey }: Recipe): string {
	return JSON.stringify([steps, survey]);
}

class Bench implements ImportBench {
	readonly #warehouse: Warehouse;
	readonly #file: File;
	readonly #reading: ReadInWorker;
	readonly #catalogue: Catalogue;
	readonly #contracts: Contracts;
	#result: ImportResult | undefined;
	/** The last check, whose tables stand in the database, and what it was of: the same comes to the same. */
	#last: { readonly of: string; readonly found: Checking } | undefined;

	constructor(
		warehouse: Warehouse,
		{ file, reading }: { readonly file: File; readonly reading: ReadInWorker },
		{ catalogue, contracts }: ImportGuide
	) {
		this.#warehouse = warehouse;
		this.#file = file;
		this.#reading = reading;
		this.#catalogue = catalogue;
		this.#contracts = contracts;
	}

	open: ImportBench['open'] = async ({ reading, recipe }, { signal, onProgress }) => {
		this.#last = undefined;
		const given = { blob: this.#file, name: this.#file.name };
		const result = await importFile(this.#warehouse, given, {
			...{ catalogue: this.#catalogue, contracts: this.#contracts, signal },
			files: this.#reading,
			...(reading ? { reading } : {}),
			...(recipe ? { recipe } : {}),
			onProgress: ({ stage, ...done }) =>
				onProgress({ ofBytes: this.#file.size, ...done }, stage === 'profile' ? 'match' : stage)
		});
		this.#result = result;
		const { recipe: made, checked, asks, drift } = result;
		this.#last = { of: contentOf(made), found: { checked, recipe: made } };
		return {
			...{ opened: result, recipe: made, asks, ...(drift ? { drift } : {}) },
			preview: await readPreview(this.#warehouse, result.raw)
		};
	};

	matchAs: ImportBench['matchAs'] = (kind) => {
		const before = this.#opened();
		const matching = matchColumns(before.profiles, {
			...{ catalogue: this.#catalogue, contracts: this.#contracts, kind },
			...{ fileName: this.#file.name, above: before.raw.above }
		});
		const opened = { ...before, matching };
		const recipe = recipeFrom(matching, { ...opened, fileName: this.#file.name });
		return { opened, recipe, asks: matching.asks };
	};

	matchOne: ImportBench['matchOne'] = (contract, column, unit) => {
		const { profile, match } = this.#matcher(contract, column, unit);
		return match(profile);
	};

	codeOf: ImportBench['codeOf'] = (contract, { column, text }, unit) => {
		const { profile, match } = this.#matcher(contract, column, unit);
		return codeOfText(profile, text, match);
	};

	#matcher(contract: string, column: string, unit: KindAndUnit) {
		const { profiles, raw } = this.#opened();
		const profile = profiles.find((one) => one.column.name === column);
		if (!profile) throw new RangeError(`No column ${column}`);
		const asked = { table: this.#table(unit), contract, rows: raw.rows };
		const given = { catalogue: this.#catalogue, contracts: this.#contracts };
		return { profile, match: (one: ColumnProfile) => matchOne(one, asked, given) };
	}

	contractColumns: ImportBench['contractColumns'] = (unit) => {
		const fields = this.#contracts.tables[this.#table(unit)]?.fields ?? [];
		return fields.map((field): ContractColumn => {
			const codes = codesOfField(field, this.#catalogue);
			return {
				...{ id: field.name, title: field.title, description: field.description },
				codes: codes.map(({ code, label }) => ({ code, label }))
			};
		});
	};

	check: ImportBench['check'] = async (recipe, { signal }) => {
		if (this.#last?.of === contentOf(recipe)) return this.#last.found;
		this.#last = undefined;
		const { checked, counted } = await checkOpened(this.#warehouse, this.#opened(), {
			...{ recipe, signal, catalogue: this.#catalogue, contracts: this.#contracts }
		});
		const found = { checked, recipe: counted };
		this.#last = { of: contentOf(recipe), found };
		return found;
	};

	lines: ImportBench['lines'] = (filter) => problemLines(this.#warehouse, filter);

	rejectedCsv: ImportBench['rejectedCsv'] = async (recipe) => {
		const leftOut = new Set(settle(recipe.steps).leftOut.keys());
		const parts: string[] = [];
		const pages = rejectedCsv(this.#warehouse, this.#opened().raw, { leftOut });
		for await (const page of pages) parts.push(page);
		return new Blob(parts, { type: 'text/csv;charset=utf-8' });
	};

	keep: ImportBench['keep'] = async (recipe, options) => {
		const { checked, recipe: counted } = await this.check(recipe, options);
		const imported = { table: checked.table.name, source: this.#file, recipe: counted };
		return keepSurvey(
			{ ...imported, warehouse: this.#warehouse },
			{ catalogue: this.#catalogue, signal: options.signal }
		);
	};

	close: ImportBench['close'] = () => {
		this.#reading.close();
		return this.#warehouse.close();
	};

	#opened(): ImportResult {
		if (!this.#result) throw new Error('No file has been read yet');
		return this.#result;
	}

	#table({ kind, unit }: KindAndUnit): string {
		return tableOf(kind, unit) ?? '';
	}
}
