import type { AskContext } from '#lib/answers/ask.ts';
import type { FileFindings } from '#lib/answers/ask-file.ts';
import type { FileDesign, FileQuestion } from '#lib/answers/file-question.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import type { ColumnProfile } from '#lib/warehouse/describe.ts';
import type { QueryOptions, Table } from '#lib/warehouse/warehouse.ts';

/** DuckDB with what a person opened in it, locked: it reads no file and no address any more. */
export interface Workbench {
	readonly file?: FileTable;
	/** Where the file is that of a survey of this device. */
	readonly survey?: OwnSurvey;
	/** Of the survey's recipe. */
	readonly design?: FileDesign;
	/** Of the file. */
	readonly columns: readonly ColumnProfile[];
	/** All tables that SQL can read. */
	readonly tables: readonly { readonly name: string; readonly rows: number }[];
	readonly hasDemonstration: boolean;
	/** What answers for the site, whose rules hold for what leaves the device. */
	readonly site: AskContext;
	ask(question: FileQuestion): Promise<FileFindings>;
	/** The Question that a link carries as text; undefined where it is none that the form can put. */
	read(text: string): FileQuestion | undefined;
	query(sql: string, options: QueryOptions): Promise<Table>;
	close(): Promise<void>;
}

export interface BenchRequest {
	/** A file to look at, or a survey that this device keeps. */
	readonly own?: File | OwnSurvey;
	/** The records of the site's surveys beside it. */
	readonly demonstration: boolean;
}

/** What is being done while something is opened. */
export interface Opening {
	readonly doing: 'fetch' | 'read' | 'check';
	/** Received and expected of what has to be fetched; of the file, while it is read. */
	readonly bytes: number;
	readonly ofBytes: number;
}

interface OpenOptions {
	readonly tell: (opening: Opening) => void;
	readonly signal: AbortSignal;
}

/** Checks the file, starts DuckDB and loads it. @throws ProblemError that says why not. */
export type OpenWorkbench = (request: BenchRequest, options: OpenOptions) => Promise<Workbench>;

/** Name of the file that a request opens. */
export function nameOf({ own }: BenchRequest): string | undefined {
	return own instanceof File ? own.name : own?.file.name;
}
