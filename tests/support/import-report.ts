import type { Drift } from '#lib/ingest/recipe/drift.ts';
import type { Ask, Design, Kind, RowUnit } from '#lib/ingest/matching/types.ts';

/** What the import says of a file: the JSON of `npm run import`, as far as the fixtures hold it to the truth. */
export interface ImportReport {
	readonly file: {
		readonly encoding: string;
		readonly delimiter: string;
		readonly headerRow: number;
		readonly rows: number;
		readonly columns: number;
	};
	readonly kind: { readonly guess: Kind; readonly confidence: number; readonly unit: RowUnit };
	readonly mapping: Readonly<
		Record<
			string,
			{
				readonly column: string | readonly string[];
				readonly confidence: number;
				readonly values: Readonly<Record<string, string | null>>;
			}
		>
	>;
	readonly asks: readonly Ask[];
	readonly design: Design;
	readonly problems: readonly {
		readonly rule: string;
		readonly severity: string;
		readonly column?: string;
		readonly row?: number;
		readonly count: number;
		readonly message: string;
	}[];
	/** Columns that look personal, and stay out. */
	readonly leftOut: readonly string[];
	/** Of a recipe that was replayed: what is not as it was. */
	readonly drift?: Drift;
	readonly accepted: number;
	readonly rejected: number;
}
