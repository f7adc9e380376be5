import { LonelyStratumError } from '#lib/survey/sample-variance.ts';
import { checkedSpec } from './check-spec.ts';
import { distributionRows, isDistribution } from './distribution-case.ts';
import { kitagawaFields, oaxacaFields } from './group-case.ts';
import { inequalityRows } from './inequality-case.ts';
import { spearmanFields } from './rank-case.ts';
import type { CaseSpec, Cell, Row } from './spec.ts';
import { isSurveyCase, surveyRows } from './survey-case.ts';
import type { Table } from './table.ts';

/** Rows, the fields of a result without rows, an error, or nothing for an estimator that is not known. */
export type Outcome =
	| { readonly rows: readonly Row[] }
	| { readonly fields: Row }
	| { readonly error: string }
	| 'skipped';

/** Computes a case; what is undefined is null, never NaN, an infinity or −0. */
export function runCase(given: CaseSpec, read: (dataset: string) => Table): Outcome {
	try {
		const spec = checkedSpec(given);
		if (isSurveyCase(spec)) {
			return { rows: surveyRows(spec, read(spec.dataset ?? '')).map(withoutNaN) };
		}
		if (isDistribution(spec)) return { rows: distributionRows(spec).map(withoutNaN) };
		return runOther(spec, read);
	} catch (error) {
		if (error instanceof LonelyStratumError || error instanceof RangeError) {
			return { error: error.message };
		}
		throw error;
	}
}

function runOther(spec: CaseSpec, read: (dataset: string) => Table): Outcome {
	const { estimator, dataset = '' } = spec;
	switch (estimator) {
		case 'oaxaca_blinder':
			return { fields: withoutNaN(oaxacaFields(spec, read(dataset))) };
		case 'kitagawa':
			return { fields: withoutNaN(kitagawaFields(spec, read(dataset))) };
		case 'spearman':
			return { fields: withoutNaN(spearmanFields(spec, read)) };
		case 'inequality':
			return { rows: inequalityRows(spec, read(dataset)).map(withoutNaN) };
		default:
			return 'skipped';
	}
}

function withoutNaN(row: Row): Row {
	return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, clean(cell)]));
}

function clean(cell: Cell): Cell {
	if (typeof cell === 'number') return Number.isFinite(cell) ? cell + 0 : null;
	if (Array.isArray(cell)) return cell.map(clean);
	if (typeof cell === 'object' && cell !== null) return withoutNaN(cell as Row);
	return cell;
}
