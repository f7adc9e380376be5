import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import type { Guess } from '#lib/ingest/reading/reading.ts';

export type Kind = 'tracer' | 'audit' | 'enrolment' | 'labour-force' | 'other';

/** What one row of the file is; `worker` has one column a skill, `worker-skill` one row a skill. */
export type RowUnit =
	| 'graduate'
	| 'establishment'
	| 'worker'
	| 'worker-skill'
	| 'student'
	| 'head-count'
	| 'person'
	| 'aggregate'
	| 'row';

/** A column confidence below which the person is asked instead. */
export const askBelow = 0.7;

/** What a column holds, counted over the whole table. */
export interface ColumnProfile {
	readonly column: RawColumn;
	/** Cells that are not blank. */
	readonly filled: number;
	readonly distinct: number;
	/** The most frequent values, most frequent first: all where they are at most 1,000, else 200; of those up to 1,000 characters long. */
	readonly top: readonly ValueCount[];
	/** Cells that are numbers as the file writes them; of those, whole ones. */
	readonly numbers: number;
	readonly wholeNumbers: number;
	/** Of the numbers; null where there is none. */
	readonly min: number | null;
	readonly max: number | null;
	readonly mean: number | null;
	/** By pattern of strptime: cells that it fits. */
	readonly dates: Readonly<Record<string, number>>;
	/** Characters of the longest cell. */
	readonly maxLength: number;
}

export interface ValueCount {
	readonly value: string;
	readonly count: number;
}

/** A contract column found in the file; all have a confidence of at least `askBelow`. */
export interface ColumnMatch {
	/** A field of data/schemas. */
	readonly contract: string;
	/** RawColumn.name; several where each possible answer has a column of its own. */
	readonly columns: readonly string[];
	readonly confidence: number;
	readonly reason: string;
	readonly others: readonly { readonly column: string; readonly confidence: number }[];
	/**
	 * Source value to code of the code list or point of the scale; null: the cell says that there is no
	 * answer. With a separator the values are the parts of a cell; with several columns, their names.
	 */
	readonly values: Readonly<Record<string, string | null>>;
	/** Values that fit no code: asked, never guessed. */
	readonly unmatched: readonly ValueCount[];
	/** How the cells are read. `text`: as they are. */
	readonly as?: 'text' | 'number' | 'date' | 'codes' | 'scale';
	/** Of strptime. */
	readonly datePattern?: string;
	/** Between the answers of one cell. */
	readonly separator?: string;
}

export interface Ask {
	/** Stable for the same file: `values:sex`. */
	readonly id: string;
	readonly about: 'kind' | 'column' | 'values' | 'date' | 'design' | 'personal' | 'reading';
	readonly column?: string;
	readonly contract?: string;
	readonly question: string;
	readonly options: readonly {
		readonly value: string;
		readonly label: string;
		readonly confidence?: number;
	}[];
}

/** How the sample was drawn; RawColumn.name. */
export interface Design {
	readonly weight?: string;
	readonly stratum?: readonly string[];
	readonly cluster?: readonly string[];
	/** Size of the population, by stratum. */
	readonly fpc?: string;
}

export type PersonalKind =
	'name' | 'phone' | 'identity-number' | 'email' | 'address' | 'birth-date' | 'coordinates';

export interface PersonalColumn {
	readonly column: string;
	readonly looksLike: PersonalKind;
}

export type SkillMeasure = 'importance' | 'proficiency_required' | 'proficiency_attained';

/** A column that holds one measure of one skill. */
export interface WideColumn {
	readonly column: string;
	/** Id of a skill of the catalogue; else the words of the heading: a skill of this survey. */
	readonly skill: string;
	readonly holds: SkillMeasure;
}

export interface KindGuess {
	readonly guess: Kind;
	readonly confidence: number;
	readonly unit: RowUnit;
	readonly reason: string;
	readonly others: readonly { readonly kind: Kind; readonly confidence: number }[];
}

/** What a file is and holds, with everything that has to be asked. */
export interface Matching {
	readonly kind: KindGuess;
	readonly matches: readonly ColumnMatch[];
	readonly personal: readonly PersonalColumn[];
	readonly wide?: { readonly columns: readonly WideColumn[] };
	readonly design: Guess<Design>;
	readonly asks: readonly Ask[];
}
