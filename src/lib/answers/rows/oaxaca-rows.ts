import { noCode } from '#lib/survey/cells.ts';
import { infer, noValue, type RawEstimate } from '#lib/survey/inference.ts';
import {
	intercept,
	oaxacaStatistics,
	type ModelColumn,
	type OaxacaModel,
	type OaxacaStatistic
} from '#lib/survey/oaxaca-statistics.ts';
import { placeRows } from '#lib/survey/keys.ts';
import { countSample, sampleDf } from '#lib/survey/sample-counts.ts';
import { varianceOf } from '#lib/survey/statistic.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import type { OaxacaAsked, Where } from './asked.ts';
import { orLonely } from './infer-rows.ts';
import { rowCells, sortCodes, type RowTable } from './row-table.ts';

interface OaxacaQuestion {
	readonly asked: OaxacaAsked;
	readonly where: Where;
	readonly level: number;
	readonly onLonely: (stratum: string) => void;
}

/**
 * The gap and its parts, threefold, then twofold with the coefficients of each group and of both pooled.
 * @throws ProblemError where a group has nobody, or a predictor follows from the others in a group
 */
export function oaxacaEstimates(table: RowTable, question: OaxacaQuestion): RawEstimate[] {
	const { asked, level, onLonely } = question;
	const { sample } = table;
	const model = modelOf(table, question);
	const statistics = parts(table, model, asked);
	const used = new Uint8Array(sample.length);
	for (const row of [...model.a, ...model.b]) used[row] = 1;
	const { n, sumWeights, clusters } = countSample(sample, used);
	const counts = { key: [], n, missing: model.missing, sumWeights, clusters };
	const gap = statistics.find(({ part }) => part === 'gap');
	const df = sampleDf(sample, used);
	return statistics.map((one) => {
		const known = { ...counts, part: nameOf(one, asked), df };
		if (!Number.isFinite(one.value)) return noValue(known, 'zero-denominator');
		const variance = orLonely(() => varianceOf(sample, one, 'all'), { onLonely });
		const scale = Math.max(Math.abs(one.value), Math.abs(gap?.value ?? 0));
		const point = { counts: known, value: one.value + 0, variance, scale };
		return infer({ ...point, simple: 'no-yardstick' }, 't', level);
	});
}

function parts(table: RowTable, model: OaxacaModel, { dimension }: OaxacaAsked) {
	try {
		return oaxacaStatistics(table.sample, model);
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
		throw new ProblemError(problem('bad-predictors', { dimension }), error);
	}
}

/** `unexplained (coefficients of F):field`. */
function nameOf({ part, reference, term }: OaxacaStatistic, { minus }: OaxacaAsked): string {
	const [a, b] = minus;
	const of = { a, b, pooled: 'both' };
	const by = reference ? ` (coefficients of ${of[reference]})` : '';
	return `${part}${by}${term === undefined ? '' : `:${term}`}`;
}

/** The respondents of both groups of whom nothing is missing, and the columns of the regressions. */
function modelOf(
	table: RowTable,
	{ asked, where }: OaxacaQuestion
): OaxacaModel & { readonly missing: number } {
	const { sample } = table;
	const { dimension, minus, predictors } = asked;
	const cells = rowCells(table, sample.weight);
	const group = byRespondent(table, dimension);
	const place = placeRows(cells, [], where);
	const y = new Float64Array(sample.length).fill(NaN);
	let missing = 0;
	const complete = predictors.map((id) => isPresent(table, id));
	const groups: [number[], number[]] = [[], []];
	table.respondent.forEach((row, record) => (y[row] = valueOf(table, record, asked)));
	cells.cluster.forEach((position, i) => {
		const row = sample.order[position] ?? 0;
		const own = groups[minus.indexOf(group[row] ?? '')];
		if ((place[i] ?? -1) < 0 || !own || !(sample.weight[row] !== 0)) return;
		const isWhole = Number.isFinite(y[row]) && complete.every((present) => present(row));
		if (isWhole) own.push(row);
		else missing += (cells.n[i] ?? 0) + (cells.missing[i] ?? 0);
	});
	const [a, b] = groups;
	const empty = [a, b].findIndex((rows) => rows.length === 0);
	if (empty !== -1) {
		throw new ProblemError(problem('empty-group', { dimension, code: minus[empty] ?? '' }));
	}
	const rows = [...a, ...b];
	const ones = { term: intercept, values: new Float64Array(sample.length).fill(1) };
	const columns = [ones, ...predictors.flatMap((id) => columnsOf(table, id, rows))];
	return { columns, y, a, b, missing };
}

function valueOf({ y, asked }: RowTable, record: number, { log = false }: OaxacaAsked): number {
	const value = asked[record] === 1 ? (y[record] ?? NaN) : NaN;
	return log ? Math.log(value) : value;
}

/** Numbers as they are; of codes a dummy for each but the first. */
function columnsOf(table: RowTable, id: string, rows: readonly number[]): ModelColumn[] {
	const numbers = numbersOf(table, id);
	if (numbers) return [{ term: id, values: numbers }];
	const codes = byRespondent(table, id);
	const [, ...levels] = sortCodes(rows.map((row) => codes[row] ?? ''));
	return levels.map((level) => ({
		term: id,
		values: Float64Array.from(codes, (code) => Number(code === level))
	}));
}

function isPresent(table: RowTable, id: string): (row: number) => boolean {
	const numbers = numbersOf(table, id);
	if (numbers) return (row) => !Number.isNaN(numbers[row]);
	const codes = byRespondent(table, id);
	return (row) => codes[row] !== '';
}

function numbersOf({ numbers, respondent, sample }: RowTable, id: string) {
	const values = numbers[id];
	if (!values) return undefined;
	const column = new Float64Array(sample.length).fill(NaN);
	respondent.forEach((row, record) => (column[row] = values[record] ?? NaN));
	return column;
}

function byRespondent({ respondent, dimensions, sample }: RowTable, id: string): string[] {
	const column = dimensions[id];
	const codes = new Array<string>(sample.length).fill('');
	respondent.forEach((row, record) => {
		const index = column?.index[record] ?? noCode;
		codes[row] = index === noCode ? '' : (column?.codes[index] ?? '');
	});
	return codes;
}
