import type { Checked } from '#lib/ingest/checking/check-file.ts';
import type { ProblemFilter, ProblemPage } from '#lib/ingest/checking/problem-lines.ts';
import type { OpenedFile } from '#lib/ingest/import.ts';
import type { Ask, ColumnMatch, Kind, RowUnit } from '#lib/ingest/matching/types.ts';
import type { ReadProgress } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { Drift } from '#lib/ingest/recipe/drift.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';

/** What the page is busy with, and how far it is. */
export interface Work {
	readonly doing: 'engine' | 'examine' | 'read' | 'match' | 'check' | 'keep' | 'pack';
	readonly bytes: number;
	readonly ofBytes: number;
	readonly rows: number;
}

/** A file as it lies in a database of its own, with what was found out about it. */
export interface Opened {
	readonly opened: OpenedFile;
	/** What was found, or what a recipe of an earlier wave comes to, as steps. */
	readonly recipe: Recipe;
	/** What could not be told. */
	readonly asks: readonly Ask[];
	/** With a recipe: what is not as it was. */
	readonly drift?: Drift;
	readonly preview: readonly PreviewRow[];
}

/** A row of the file: its number, and its cells in the order of the columns. */
export interface PreviewRow {
	readonly row: number;
	readonly cells: readonly (string | null)[];
}

/** A contract's column as a person chooses it. */
export interface ContractColumn {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** What its cells can mean; none where they are taken as they are. */
	readonly codes: readonly { readonly code: string; readonly label: string }[];
}

export interface OpenRequest {
	/** How to read the file; as it looks where absent. */
	readonly reading?: Reading;
	/** Of an earlier wave, to be replayed. */
	readonly recipe?: Recipe;
}

export interface WorkOptions {
	readonly signal: AbortSignal;
	/** How far it is, and what is being done now where that changes. */
	readonly onProgress: (done: Partial<ReadProgress>, doing?: Work['doing']) => void;
}

/** DuckDB with one file in it, on this device. Methods reject with ProblemError, or with the signal's reason. */
export interface ImportBench {
	open(request: OpenRequest, options: WorkOptions): Promise<Opened>;
	/** What the file is if it is of this kind. */
	matchAs(kind: Kind): Omit<Opened, 'preview'>;
	/** How this column would be read as that column of the contract. */
	matchOne(contract: string, column: string, unit: KindAndUnit): ColumnMatch;
	/** The code that a text would have there; undefined where none is known. */
	codeOf(
		contract: string,
		cell: { readonly column: string; readonly text: string },
		unit: KindAndUnit
	): string | null | undefined;
	/** The columns that a kind of survey can have, in the order of its table. */
	contractColumns(unit: KindAndUnit): readonly ContractColumn[];
	/** Runs the steps over the file and every rule over the result. The recipe comes back with what the next wave is compared with. */
	check(
		recipe: Recipe,
		options: WorkOptions
	): Promise<{ readonly checked: Checked; readonly recipe: Recipe }>;
	/** Problems of the last check, a page at a time. */
	lines(filter: ProblemFilter): Promise<ProblemPage>;
	/** Rejected rows with the reasons, for a spreadsheet. */
	rejectedCsv(recipe: Recipe): Promise<Blob>;
	/** Keeps file and recipe on this device and makes what the pages draw on. Resolves to the survey's id. */
	keep(recipe: Recipe, options: WorkOptions): Promise<string>;
	close(): Promise<void>;
}

export interface KindAndUnit {
	readonly kind: Kind;
	readonly unit: RowUnit;
}

/** @throws ProblemError when DuckDB cannot start */
export type OpenImportBench = (
	file: File,
	options: {
		readonly onProgress: (received: number, total: number) => void;
		readonly signal: AbortSignal;
	}
) => Promise<ImportBench>;
