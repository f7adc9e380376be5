import type { RawColumn, RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { SkillMeasure } from '#lib/ingest/matching/types.ts';
import type { FieldConstraints } from '#lib/contracts/table-schema.ts';

/** What has to be done to turn a raw table into a canonical one. */
export interface Plan {
	/** Name of the canonical table, in the contracts and in the warehouse. */
	readonly table: string;
	readonly raw: RawTable;
	readonly reading: Reading;
	/** In the order of the contract. */
	readonly fields: readonly PlannedField[];
	/** One column a skill: each becomes a row. Empty where the file is long, or has no skills. */
	readonly skills: readonly WideSkill[];
	/** Rows are students, and are counted into cells. */
	readonly counted: boolean;
	/** Fields that tell rows apart, where each of them comes from the file. */
	readonly key: readonly string[];
	/** Codes and missing words of the file, one row a value. */
	readonly recodes: readonly Recode[];
}

export interface PlannedField {
	readonly name: string;
	/** For people. */
	readonly title: string;
	readonly type: FieldType;
	readonly source: FieldSource;
	readonly constraints: FieldConstraints;
	/** Numbers between whole ones are rounded, and that is said; else they cannot be read. */
	readonly rounds: boolean;
	/** The plan has recodes for it. */
	readonly recoded: boolean;
}

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'date';

export type FieldSource =
	| { readonly from: 'nothing' }
	/** One column a skill: `Plan.skills` has them. */
	| { readonly from: 'skills' }
	| { readonly from: 'constant'; readonly value: string | number | boolean }
	/** The row's number in the file, as text. */
	| { readonly from: 'row' }
	/** Another field. */
	| { readonly from: 'field'; readonly name: string }
	| CellSource
	/** Several columns as one text: the columns that together name a stratum. */
	| { readonly from: 'joined'; readonly columns: readonly RawColumn[] }
	/** One column a possible answer; the value of a column is its code. */
	| {
			readonly from: 'ticked';
			readonly answers: readonly TickedAnswer[];
			/** Cells, in small letters, that mean that the answer was ticked, or that it was not. */
			readonly yes: readonly string[];
			readonly no: readonly string[];
	  };

export interface CellSource {
	readonly from: 'cell';
	readonly column: RawColumn;
	readonly read: CellReader;
}

export type CellReader =
	| { readonly as: 'text' }
	| { readonly as: 'number' }
	/** A number as text, with a point. */
	| { readonly as: 'pointed' }
	/** The first year in the cell. */
	| { readonly as: 'year'; readonly datePattern?: string }
	| { readonly as: 'date'; readonly datePattern: string }
	/** By the recodes of the field; others stay as they are where the list is open. */
	| { readonly as: 'codes'; readonly open: boolean }
	/** Several codes in a cell. */
	| { readonly as: 'split'; readonly separator: string };

export interface TickedAnswer {
	readonly column: RawColumn;
	readonly code: string;
}

/** The columns of one skill of a wide file. */
export interface WideSkill {
	readonly skill: string;
	readonly columns: Readonly<Partial<Record<SkillMeasure, RawColumn>>>;
}

export interface Recode {
	readonly field: string;
	/** As in the file. */
	readonly value: string;
	/** Null: there is no answer. */
	readonly code: string | null;
}

/** Names of the tables that a check makes beside the canonical one. */
export const importTables = {
	recodes: 'import_recodes',
	problems: 'import_problems',
	rejected: 'import_rejected'
} as const;

/**
 * Columns that a staged table has beside its fields: the row in the file, and in one bit a field whether its
 * cell could not be read, whether it is blank although required, beyond its limits, or was rounded.
 */
export const stageColumns: readonly string[] = [
	'import_row',
	'import_unread',
	'import_blank',
	'import_outside',
	'import_rounded'
];
