import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { RawColumn, RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { SurveyInfo } from '#lib/ingest/recipe/recipe.ts';
import type { SettledMatch } from '#lib/ingest/recipe/settle.ts';

/** What a plan is made of beside the steps. */
export interface PlanContext {
	readonly raw: RawTable;
	readonly reading: Reading;
	readonly survey: SurveyInfo;
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	/** RawColumn.name of columns all of whose cells are numbers; for files that keep their own columns. */
	readonly numbers?: ReadonlySet<string>;
}

/** A match, with its columns in this file. */
export interface FoundMatch extends Omit<SettledMatch, 'columns'> {
	readonly columns: readonly RawColumn[];
}
