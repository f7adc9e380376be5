import { compileCells, compileFrame, type Statement } from '#lib/indicators/compile.ts';
import type { Indicator } from '#lib/indicators/declaration.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { keptForLater, type Plan } from './plan.ts';

/** The SQL that makes the cells of one Question. */
export function compilePlan(plan: Plan): { cells: Statement; frame: Statement } {
	const { table } = plan.indicator;
	const expression = (id: string): string => dimensions[id]?.expressions[table] ?? 'NULL';
	const cells = compileCells({
		design: plan.design,
		by: plan.columns.map((id) => ({ id, expression: expression(id) })),
		where: Object.entries(plan.question.where)
			.filter(([id]) => !(id in keptForLater(plan)))
			.map(([id, codes]) => ({
				expression: expression(id),
				codes
			})),
		measures: [plan.indicator],
		grain: needsRows(plan.indicator) ? 'unit' : 'cluster'
	});
	return { cells, frame: compileFrame(plan.design) };
}

/** Whether sums by cluster are not enough: the value of each respondent is needed. */
function needsRows({ kind }: Indicator): boolean {
	return kind === 'quantile' || kind.startsWith('curve');
}
