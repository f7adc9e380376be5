import type { Drift } from '#lib/ingest/recipe/drift.ts';
import { openSurvey } from '#lib/vocabulary/messages/open-survey.ts';
import { formatValue } from '#lib/vocabulary/numbers.ts';

const words = openSurvey.drift;

/** Titles of the contract's columns, and labels of their codes. */
export interface DriftNames {
	contract(id: string): string;
	code(contract: string, code: string): string;
}

/** What drifted, a sentence each; what needs an answer first. */
export function driftSentences(drift: Drift, names: DriftNames): string[] {
	const share = (value: number): string => formatValue(value, 'share');
	return [
		...drift.missingColumns.map(({ column, contracts }) =>
			words.missing(column, contracts.map(names.contract))
		),
		...drift.newCodes.map(({ column, values }) => words.newCodes(column, valuesOf(values))),
		...drift.newColumns.map((column) => words.added(column)),
		...drift.renamedColumns.map(({ recipe, file }) => words.renamed(recipe, file)),
		...drift.goneCodes.map(({ column, values }) => words.goneCodes(column, valuesOf(values))),
		...drift.changedShares.map(({ contract, code, before, now }) =>
			words.share(names.contract(contract), names.code(contract, code), {
				...{ before: share(before), now: share(now) }
			})
		),
		...drift.reading.map(({ part, before, now }) => words.reading(part, before, now))
	];
}

function valuesOf(values: readonly { readonly value: string }[]): string[] {
	return values.map(({ value }) => value);
}
