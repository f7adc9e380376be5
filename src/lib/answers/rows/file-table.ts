import { readInParts } from '#lib/answers/read-in-parts.ts';
import type { FileIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import { makeSample, type Sample } from '#lib/survey/sample.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { contrastOf } from './asked.ts';
import type { FullFileQuestion } from './file-asked.ts';
import { replicatesOf } from './replicated.ts';
import { codeColumn, sortCodes, type RowTable } from './row-table.ts';

/** Codes of a column that are numbered; of one with more only those that the Question names. */
const mostCodes = 60_000;

interface Values {
	readonly length: number;
	/** Row → text, '' where missing. */
	readonly text: (column: string) => readonly string[];
	/** Row → number, NaN where missing. */
	readonly number: (column: string) => Float64Array;
}

/** The rows of a file as a Question reads them. */
export async function readRowTable(
	question: FullFileQuestion,
	{ warehouse, file }: { readonly warehouse: Warehouse; readonly file: FileTable }
): Promise<RowTable> {
	const values = await readValues(namesIn(question), { warehouse, file });
	const sample = sampleOf(question, values);
	const ones = new Float64Array(values.length).fill(1);
	const { y, x } = measured(question.indicator, values, ones);
	const { numbers, codes } = sorted(question, values);
	return {
		sample,
		respondent: Uint32Array.from(ones.keys()),
		...{ y, x, asked: new Uint8Array(values.length).fill(1) },
		dimensions: Object.fromEntries(
			codes.map((column) => [column, columnOf(column, values, question)])
		),
		numbers
	};
}

function columnOf(column: string, values: Values, question: FullFileQuestion) {
	const texts = values.text(column);
	const all = sortCodes(texts);
	if (all.length <= mostCodes) return codeColumn(texts, all);
	const restrictions = [question.where, ...(contrastOf(question)?.terms ?? [])];
	return codeColumn(texts, [...new Set(restrictions.flatMap((where) => where[column] ?? []))]);
}

/** Columns that are read as codes, and those that are numbers: predictors and totals may be either. */
function sorted(question: FullFileQuestion, values: Values) {
	const { by, where, decompose, oaxaca, poststratify, rake, calibrate } = question;
	const totals = Object.entries(calibrate?.totals ?? {}).filter(([name]) => name !== 'intercept');
	const numeric = [
		...totals.filter(([, total]) => typeof total === 'number').map(([name]) => name),
		...(oaxaca?.predictors ?? []).filter((name) =>
			isNumeric(values.number(name), values.text(name))
		)
	];
	const codes = new Set([
		...by,
		...Object.keys(where),
		...(contrastOf(question)?.terms ?? []).flatMap((term) => Object.keys(term)),
		...(decompose ? [decompose.dimension, decompose.over] : []),
		...(oaxaca ? [oaxaca.dimension, ...oaxaca.predictors] : []),
		...(poststratify?.by ?? []),
		...Object.keys(rake?.margins ?? {}),
		...totals.filter(([, total]) => typeof total !== 'number').map(([name]) => name)
	]);
	return {
		numbers: Object.fromEntries(numeric.map((name) => [name, values.number(name)])),
		codes: [...codes].filter((name) => name === oaxaca?.dimension || !numeric.includes(name))
	};
}

function isNumeric(numbers: Float64Array, texts: readonly string[]): boolean {
	return texts.every((text, row) => text === '' || Number.isFinite(numbers[row]));
}

function sampleOf(
	{ design, lonely = 'fail', replicates }: FullFileQuestion,
	values: Values
): Sample {
	const { weight, strata, cluster, population, secondStage } = design;
	const rowIds = () =>
		Array.from({ length: values.length }, (_, row) => String(row).padStart(10, '0'));
	const ids = (columns: readonly string[], none: () => string[]) => {
		const texts = columns.map(values.text);
		if (texts.length === 0) return none();
		return Array.from({ length: values.length }, (_, row) =>
			texts.map((text) => text[row] ?? '').join('\u001f')
		);
	};
	const sample = makeSample({
		weight: weight === undefined ? new Float64Array(values.length).fill(1) : values.number(weight),
		stratum: ids(strata, () => new Array<string>(values.length).fill('')),
		cluster: ids(cluster, rowIds),
		...(population === undefined ? {} : { clustersInPopulation: values.number(population) }),
		...(secondStage
			? {
					unit: ids(secondStage.unit, rowIds),
					unitsInPopulation: values.number(secondStage.population)
				}
			: {}),
		lonely
	});
	if (!replicates) return sample;
	const { columns = [], ...asked } = replicates;
	return {
		...sample,
		replicates: replicatesOf({ ...asked, columns }, columns.map(values.number))
	};
}

function measured(
	indicator: FileIndicator,
	{ text, number }: Values,
	ones: Float64Array
): Pick<RowTable, 'y' | 'x'> {
	const equals = (column: string, code: string) =>
		Float64Array.from(text(column), (own) => (own === '' ? NaN : Number(own === code)));
	switch (indicator.kind) {
		case 'count':
			return { y: ones, x: ones };
		case 'proportion':
			return { y: equals(indicator.of, indicator.equals), x: ones };
		case 'ratio':
			return { y: number(indicator.numerator), x: number(indicator.denominator) };
		case 'curve':
			return { y: number(indicator.time), x: equals(indicator.event, indicator.equals) };
		default:
			return { y: number(indicator.of), x: ones };
	}
}

/** Every column that the Question names. */
function namesIn(question: FullFileQuestion): string[] {
	const { indicator, design, by, where, decompose, replicates, oaxaca } = question;
	const { weight, population, strata, cluster, secondStage } = design;
	const totals = Object.keys(question.calibrate?.totals ?? {});
	const names = [
		...columnsOf(indicator),
		...[weight, population, secondStage?.population],
		...[...strata, ...cluster, ...(secondStage?.unit ?? []), ...by, ...Object.keys(where)],
		...(contrastOf(question)?.terms ?? []).flatMap((term) => Object.keys(term)),
		...[decompose?.dimension, decompose?.over, oaxaca?.dimension, ...(oaxaca?.predictors ?? [])],
		...[...(replicates?.columns ?? []), ...(question.poststratify?.by ?? [])],
		...Object.keys(question.rake?.margins ?? {}),
		...totals.filter((name) => name !== 'intercept')
	];
	return [...new Set(names.filter((name) => name !== undefined))];
}

function columnsOf(indicator: FileIndicator): string[] {
	switch (indicator.kind) {
		case 'count':
			return [];
		case 'ratio':
			return [indicator.numerator, indicator.denominator];
		case 'curve':
			return [indicator.time, indicator.event];
		default:
			return [indicator.of];
	}
}

async function readValues(
	names: readonly string[],
	{ warehouse, file }: { readonly warehouse: Warehouse; readonly file: FileTable }
): Promise<Values> {
	const columns = names.map((name, i) => `${quoteIdentifier(name)} AS c${i}`);
	const row = quoteIdentifier(file.rowNumber);
	const sql = `SELECT ${[...columns, `${row} AS number`].join(', ')}
FROM ${quoteIdentifier(file.table)}
ORDER BY number`;
	const table = await readInParts(warehouse, { sql, parameters: [] });
	const texts = new Map<string, readonly string[]>();
	const text = (name: string): readonly string[] => {
		const known = texts.get(name) ?? table.column(`c${names.indexOf(name)}`).map(textOf);
		texts.set(name, known);
		return known;
	};
	const number = (name: string) =>
		Float64Array.from(text(name), (value) => (value === '' ? NaN : Number(value)));
	return { length: table.rows, text, number };
}

function textOf(value: string | number | boolean | null): string {
	return value === null ? '' : String(value);
}
