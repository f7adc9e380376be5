import { readFileSync } from 'node:fs';
import type { Kind, RowUnit } from '#lib/ingest/matching/types.ts';

/** What a fixture of tests/fixtures/import is, as a statistician would say from the file alone. */
export interface Fixture {
	readonly file: string;
	/** The real format it is modelled on. */
	readonly after: string;
	/** Null for workbooks and SPSS files, which have neither. */
	readonly encoding: string | null;
	readonly encodingAlso?: readonly string[];
	readonly delimiter: string | null;
	/** Row of the last heading, counted from 1 as a spreadsheet does. */
	readonly headerRow: number;
	readonly headerRowAlso?: readonly number[];
	readonly rows: number;
	/** A line for the whole country below may be read as a row. */
	readonly rowsAlso?: readonly number[];
	readonly columns: number;
	/** A separator at the end of each line may be read as one column more. */
	readonly columnsAlso?: readonly number[];
	readonly kind: Kind;
	readonly kindAlso?: readonly Kind[];
	/** Nobody could be sure: asking is right too. */
	readonly kindAsk?: boolean;
	readonly unit: RowUnit;
	readonly unitAlso?: readonly RowUnit[];
	/** Contract column to heading, or to all of several headings. */
	readonly mapping: Readonly<Record<string, string | readonly string[]>>;
	/** Headings that would be right as well, or in place of it. */
	readonly mayAlso?: Readonly<Record<string, readonly string[]>>;
	/** Other names by which a heading of several rows may be told. */
	readonly alsoCalled?: Readonly<Record<string, readonly string[]>>;
	/** Contract columns of which it is right to ask. */
	readonly mayAsk: readonly string[];
	/** Contract column to source value to code; null: no answer. */
	readonly values: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
	/** Of SPSS files: heading to code to label; a value may be told by either. */
	readonly valueLabels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Contract columns whose codes have no label anywhere. */
	readonly neverGuess?: readonly string[];
	/** Heading of one skill's column to the skill. */
	readonly wide?: Readonly<Record<string, string>>;
	readonly personal: readonly string[];
	/** Heading to the contract column that it must not be taken for. */
	readonly decoys: Readonly<Record<string, string>>;
	/** Totals stand among the rows. */
	readonly totalsMixed?: boolean;
	/** Cells that cannot be: they have to be told. */
	readonly mustHaveProblems?: boolean;
	/** Headings whose cells a spreadsheet turned into dates. */
	readonly damaged?: readonly string[];
	/** Of the second wave of a survey: the first, and what changed. */
	readonly after_wave?: string;
	readonly drift?: {
		readonly newColumns: readonly string[];
		readonly newCodes: Readonly<Record<string, readonly string[]>>;
	};
}

/** A file of tests/fixtures/import/hostile and what may come of it. */
export interface Hostile {
	readonly file: string;
	readonly what: string;
	/** sentence: not readable, exit 2; problems: exit 1; reads: exit 0 or 1. */
	readonly expect: readonly ('sentence' | 'problems' | 'reads')[];
	/** A pattern of which the sentence, a problem or an ask has to speak. */
	readonly says?: string;
	/** One of these rows has to be named. */
	readonly mentionsRow?: readonly number[];
	readonly rows?: number;
	readonly rowsAlso?: readonly number[];
	readonly columns?: number;
	readonly headerRow?: number;
	readonly rejected?: number;
	readonly rejectedAtLeast?: number;
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

/** @param folder holds truth.json and files/ */
export function readTruth(folder: string): readonly Fixture[] {
	return (read(`${folder}/truth.json`) as { fixtures: Fixture[] }).fixtures;
}

export function readHostile(folder: string): readonly Hostile[] {
	return (read(`${folder}/hostile.json`) as { hostile: Hostile[] }).hostile;
}
