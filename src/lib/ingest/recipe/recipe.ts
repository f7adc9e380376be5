import type { Design, Kind, RowUnit, WideColumn } from '#lib/ingest/matching/types.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';

/**
 * How a file becomes a dataset: a small JSON file that can be kept, shared and replayed on the next wave.
 * It holds no row of the survey. `recipe.schema.json` is its grammar.
 */
export interface Recipe {
	readonly format: 'recipe-1';
	/** The file that it was made with. */
	readonly file: RecipeFile;
	readonly survey: SurveyInfo;
	/** In the order in which they were taken; a later one takes the place of an earlier one. */
	readonly steps: readonly Step[];
}

export interface RecipeFile {
	readonly name: string;
	/** Of its bytes, in hexadecimal. */
	readonly sha256: string;
	/** Rows of data. */
	readonly rows: number;
	/** RawColumn.name, in the order of the file. */
	readonly columns: readonly string[];
	/**
	 * By contract column, how many rows had each code: what the next wave is compared with. Counts are rounded
	 * to 5, those below 10 are left out; `stripCounts` takes all of them out of a recipe that is handed on.
	 */
	readonly counts?: Readonly<Record<string, CodeCounts>>;
}

export interface CodeCounts {
	/** Rows with a value. */
	readonly filled: number;
	readonly codes: Readonly<Record<string, number>>;
}

/** What people have to be told about a survey, and no column says. */
export interface SurveyInfo {
	readonly title: string;
	/** What tells this wave from others, most often its year. */
	readonly wave: string;
	/** Whether the records are made up. */
	readonly synthetic: boolean;
	/** Whom a count of people is about. */
	readonly universe: string;
	/** First and last day of the interviews, ISO 8601. */
	readonly from?: string;
	readonly to?: string;
}

export type ReadAs = 'text' | 'number' | 'date' | 'codes' | 'scale';

export interface MatchStep {
	readonly do: 'match';
	/** A field of the contract's table. */
	readonly contract: string;
	/** RawColumn.name; none: the contract column stays empty. */
	readonly columns: readonly string[];
	readonly as?: ReadAs;
	/** Of strptime. */
	readonly datePattern?: string;
	/** Between the answers of one cell. */
	readonly separator?: string;
}

export interface ValuesStep {
	readonly do: 'values';
	readonly contract: string;
	/** Value of the file to code; null: the cell says that there is no answer. Added to earlier ones. */
	readonly values: Readonly<Record<string, string | null>>;
}

export type Step =
	| { readonly do: 'read'; readonly reading: Reading }
	| { readonly do: 'kind'; readonly kind: Kind; readonly unit: RowUnit }
	| MatchStep
	| ValuesStep
	/** One column a skill becomes one row a skill. */
	| { readonly do: 'lengthen'; readonly columns: readonly WideColumn[] }
	| { readonly do: 'leave-out'; readonly column: string; readonly why: 'personal' | 'chosen' }
	/** A column that looks personal stays, on purpose. */
	| { readonly do: 'keep'; readonly column: string }
	| { readonly do: 'design'; readonly design: Design }
	/** Rows stay although this rule speaks against them. */
	| { readonly do: 'accept'; readonly rule: string };

/** The recipe without counts, as it goes into a link. */
export function stripCounts(recipe: Recipe): Recipe {
	const { name, sha256, rows, columns } = recipe.file;
	return { ...recipe, file: { name, sha256, rows, columns } };
}
