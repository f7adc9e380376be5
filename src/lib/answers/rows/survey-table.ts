import { dimensionColumn } from '#lib/answers/cells-from-table.ts';
import type { Plan } from '#lib/answers/plan.ts';
import { readInParts } from '#lib/answers/read-in-parts.ts';
import { compileCells } from '#lib/indicators/compile.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { makeSample } from '#lib/survey/sample.ts';
import type { SqlValue, Table, Warehouse } from '#lib/warehouse/warehouse.ts';
import type { RowTable } from './row-table.ts';

/**
 * The records of a survey as a plan reads them, each respondent once in the sample. A restriction on a column
 * of the strata is a sample of its own and limits it; all others leave the design whole.
 * @param columns every dimension that the Question names
 */
export async function readSurveyTable(
	plan: Plan,
	columns: readonly string[],
	warehouse: Warehouse
): Promise<RowTable> {
	const { design, indicator, question } = plan;
	const expression = (id: string): string => dimensions[id]?.expressions[indicator.table] ?? 'NULL';
	const samples = Object.entries(question.where).filter(([id]) => design.strata.includes(id));
	const statement = compileCells({
		design,
		by: columns.map((id) => ({ id, expression: expression(id) })),
		where: samples.map(([id, codes]) => ({ expression: expression(id), codes })),
		measures: [indicator],
		grain: 'unit'
	});
	const table = await readInParts(warehouse, statement);
	const { respondent, firsts } = respondentsOf(table);
	const first = (name: string) => {
		const values = table.column(name);
		return firsts.map((record) => textOf(values[record]));
	};
	const sample = makeSample({
		weight: Float64Array.from(first('weight'), Number),
		stratum: first('stratum'),
		cluster: first('cluster'),
		lonely: question.lonely ?? 'fail'
	});
	const number = (name: string) =>
		Float64Array.from(table.column(name), (value) => (value === null ? NaN : Number(value)));
	const used = number('used_0');
	const whenUsed = (values: Float64Array) =>
		values.map((value, i) => ((used[i] ?? 0) > 0 ? value : NaN));
	return {
		...{ sample, respondent },
		...{ y: whenUsed(number('y_0')), x: whenUsed(number('x_0')) },
		asked: Uint8Array.from(number('asked_0'), (count) => Number(count > 0)),
		dimensions: Object.fromEntries(
			columns.map((id, i) => [id, dimensionColumn(table.column(`by_${i}`), plan.codes[id] ?? [])])
		),
		numbers: {}
	};
}

/** Records come by stratum, cluster and unit: a respondent's stand together. */
function respondentsOf(table: Table): { respondent: Uint32Array; firsts: number[] } {
	const keys = ['stratum', 'cluster', 'unit'].map((name) => table.column(name));
	const firsts: number[] = [];
	const respondent = Uint32Array.from({ length: table.rows }, (_, record) => {
		const isSame = record > 0 && keys.every((key) => key[record] === key[record - 1]);
		if (!isSame) firsts.push(record);
		return firsts.length - 1;
	});
	return { respondent, firsts };
}

function textOf(value: SqlValue | undefined): string {
	return value === null || value === undefined ? '' : String(value);
}
