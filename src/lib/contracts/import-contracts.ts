import type { Catalogue } from './catalogue.ts';
import type { TableSchema } from './table-schema.ts';

/** What a file is matched against: the tables, and how surveys call their columns and values. */
export interface Contracts {
	/** By name: `tracer`, `audit_skill`, … */
	readonly tables: Readonly<Record<string, TableSchema>>;
	readonly words: ImportWords;
}

/** What an import in the browser fetches first, made by the command `data`. */
export interface ImportGuide {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
}

/** data/import: words of people and of survey programs for what the contracts name. */
export interface ImportWords {
	/** By contract column; `table.column` where a table needs its own words. */
	readonly columns: Readonly<Record<string, ColumnWords>>;
	/** By code list, by code: other ways to write it. */
	readonly values: Readonly<Record<string, ValueWords>>;
	readonly scales: ScaleWords;
	readonly missing: MissingWords;
	readonly kinds: KindWords;
	readonly personal: Readonly<Record<string, PersonalWords>>;
	/** Classifications whose codes speak for themselves, by code list. */
	readonly classifications: Readonly<Record<string, ClassificationWords>>;
	readonly general: GeneralWords;
}

export interface ColumnWords {
	/** Phrases that name the column by themselves: `sex`, `year of graduation`. */
	readonly names: readonly string[];
	/** Phrases that name it too, where no column has one of `names`. */
	readonly second?: readonly string[];
	/** Phrases that hint at it, and need the content to confirm. */
	readonly hints?: readonly string[];
	/** Phrases that hint at it where nothing better is there: numbers that a survey tool gives each row. */
	readonly faint?: readonly string[];
	/** Phrases that speak against it although a name is there: `interviewer`. */
	readonly not?: readonly string[];
	/** What its cells look like. */
	readonly holds: CellShape;
	/** Numbers that its cells plausibly lie between, most of them. */
	readonly range?: readonly [number, number];
	/** Its mean plausibly lies between these. */
	readonly mean?: readonly [number, number];
	/** Several answers in one cell, or one column an answer. */
	readonly multiple?: boolean;
	/** The code list is only an example: other values stay as they are. */
	readonly open?: boolean;
	/** An identifier that stands in one row only. */
	readonly once?: boolean;
	/** Identifies an answer, so that the number that a survey tool gives it will do. */
	readonly submission?: boolean;
	/** Its numbers count those from whom the rows that hold them were drawn. */
	readonly population?: boolean;
	/** People answer in words of their own, so that few cells fit a code: the name decides. */
	readonly free?: boolean;
	/** Words that most cells of such a column hold: `university`, of institutions. */
	readonly cells?: readonly string[];
	/** Whether cells in the list make a match by themselves, without a telling name. Default: they do. */
	readonly tells?: boolean;
}

export type CellShape =
	| 'codes'
	| 'scale'
	| 'identifier'
	/** A code that stands in several rows. */
	| 'group'
	| 'year'
	| 'count'
	| 'amount'
	| 'number'
	| 'weight'
	| 'stratum'
	| 'cluster'
	| 'flag'
	| 'text';

export interface ValueWords {
	/** By code: words that mean it when they are the whole cell. */
	readonly exact: Readonly<Record<string, readonly string[]>>;
	/** By code: words that mean it wherever they stand in the cell. */
	readonly within?: Readonly<Record<string, readonly string[]>>;
	/** Words that fit several codes; the one whose rivals have words of their own in the column. */
	readonly vague?: Readonly<Record<string, readonly string[]>>;
	/** Words of a classification that belong to none of the codes. */
	readonly none?: readonly string[];
}

export interface ScaleWords {
	/** Ordered wordings, from the lowest point; each point lists its variants. By scale. */
	readonly five: Readonly<Record<string, readonly (readonly string[])[]>>;
	/** Wordings with fewer points: recognised, but how they fit is asked. */
	readonly fewer: Readonly<Record<string, readonly (readonly string[])[]>>;
	/** Which scales may answer which contract column. */
	readonly of: Readonly<Record<string, readonly string[]>>;
}

export interface MissingWords {
	/** Whole cells that mean that there is no answer, with the reason. */
	readonly words: Readonly<Record<string, readonly string[]>>;
	/** Numbers that mean it where they lie outside of all others. */
	readonly numbers: readonly string[];
}

export interface KindWords {
	/** By kind, phrases of headings, labels, titles and file names, each with its weight. */
	readonly cues: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** By kind, contract columns that speak for it, each with its weight. */
	readonly columns: Readonly<Record<string, Readonly<Record<string, number>>>>;
	/** By kind, contract columns that together are found in nothing else, with the weight of the whole set. */
	readonly together: Readonly<
		Record<string, readonly { readonly columns: readonly string[]; readonly weight: number }[]>
	>;
	/** Headings of the margin of error that only a published estimate has. */
	readonly precision: readonly string[];
	/** Words of headings and titles that speak of a figure for a group: rate, median, per cent. */
	readonly statistics: readonly string[];
	/** Contract columns that mean the same in files of any kind. */
	readonly anywhere: readonly string[];
	/** Words of headings of files whose rows are no people: species, order, product. */
	readonly things: readonly string[];
	/** Phrases of columns that statistical offices give their published series. */
	readonly series: readonly string[];
	/** Phrases of a column that holds an estimate for a group, not an answer. */
	readonly estimates: readonly string[];
	/** Headings that say no more than that something is counted. */
	readonly counts: readonly string[];
	/** By what is counted, as a heading would say it: words of titles. */
	readonly counted: Readonly<Record<string, readonly string[]>>;
	/** Words of headings of columns that name districts, countries and the like. */
	readonly places: readonly string[];
	/** Cells that mean all groups together. */
	readonly totals: readonly string[];
}

export interface PersonalWords {
	readonly names: readonly string[];
	readonly not?: readonly string[];
}

export interface ClassificationWords {
	/** Words of a heading that tell that its numbers are codes of the classification. */
	readonly names: readonly string[];
	/** Words of a heading that tell that they are not. */
	readonly not?: readonly string[];
	/** Digits or letters of its codes, by what they belong to: `13` to `C`. */
	readonly parents?: Readonly<Record<string, string>>;
	/** Further codes with their official titles. */
	readonly titles?: Readonly<Record<string, string>>;
}

export interface GeneralWords {
	/** Words of headings that speak of skills and how well somebody has them. */
	readonly skills: readonly string[];
	/** Words that carry no meaning in a heading: of, the, respondent. */
	readonly empty: readonly string[];
	/** Words that make a column one about somebody else: interviewer, spouse, father. */
	readonly others: readonly string[];
	/** Short forms in names of variables, by the word they stand for. */
	readonly short: Readonly<Record<string, string>>;
	/** Letters within a name that is no word: `wgt`, by what they stand for. */
	readonly marks: Readonly<Record<string, string>>;
	/** Whole parts of joined headings that survey tools add. */
	readonly noise: readonly string[];
	readonly required: readonly string[];
	readonly attained: readonly string[];
	readonly important: readonly string[];
	readonly yes: readonly string[];
	readonly no: readonly string[];
	readonly currency: readonly string[];
}
