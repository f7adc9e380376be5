import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { compileCells, compileFrame, type Statement } from '#lib/indicators/compile.ts';
import type { Dimension, Indicator, TableDesign } from '#lib/indicators/declaration.ts';
import { indicators, sourceOf, tableDesigns } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import { canonicalQuestion, type Question } from '#lib/vocabulary/question.ts';

/** A Question resolved against the declarations: everything needed to fetch its cells and to estimate. */
export interface Plan {
	readonly question: Question;
	readonly indicator: Indicator;
	readonly design: TableDesign;
	/** Dimensions of the keys, then that of a difference. */
	readonly by: readonly string[];
	/** Every dimension of the Question → its codes in the order of the page. */
	readonly codes: Readonly<Record<string, readonly string[]>>;
}

/** The plan of a Question, or the first thing in it that does not exist. */
export function planQuestion(asked: Question, catalogue: Catalogue): Plan | Problem {
	const question = canonicalQuestion(asked);
	const indicator = own(indicators, question.indicator);
	if (!indicator) return problem('unknown-indicator', { indicator: question.indicator });
	if (sourceOf[indicator.table] !== question.source) {
		return problem('unknown-source', { source: question.source, indicator: indicator.id });
	}
	const design = tableDesigns[indicator.table];
	if (!design) return problem('not-published', { table: indicator.table });
	const by = question.difference ? [...question.by, question.difference.dimension] : question.by;
	const codes: Record<string, readonly string[]> = {};
	for (const id of [...by, ...Object.keys(question.where)]) {
		const dimension = own(dimensions, id);
		if (!dimension) return problem('unknown-dimension', { dimension: id });
		if (!dimension.expressions[indicator.table]) {
			return problem('not-available-by', {
				dimension: dimension.label,
				indicator: indicator.label
			});
		}
		codes[id] = codesOf(dimension, catalogue);
	}
	for (const [id, asked] of Object.entries(question.where)) {
		const unknown = asked.find((code) => !codes[id]?.includes(code));
		if (unknown !== undefined) return problem('unknown-code', { dimension: id, code: unknown });
	}
	const { within } = indicator;
	if (within && !by.includes(within) && question.where[within]?.length !== 1) {
		const dimension = dimensions[within]?.label ?? within;
		return problem('needs-one', { indicator: indicator.label, dimension });
	}
	return { question, indicator, design, by, codes };
}

/** A name such as `constructor` is no declaration, though every object answers to it. */
function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isPlan(value: Plan | Problem): value is Plan {
	return 'indicator' in value;
}

/** The codes that a dimension can take, in the order of the code list. */
export function codesOf(dimension: Dimension, catalogue: Catalogue): string[] {
	const all = (catalogue.codeLists[dimension.codeList] ?? []).map(({ code }) => code);
	const { groups } = dimension;
	return groups ? [...new Set(all.map((code) => groups.codes[code] ?? code))] : all;
}

/** The SQL that makes the cells of one Question. */
export function compilePlan(plan: Plan): { cells: Statement; frame: Statement } {
	const { table } = plan.indicator;
	const expression = (id: string): string => dimensions[id]?.expressions[table] ?? 'NULL';
	const cells = compileCells({
		design: plan.design,
		by: plan.by.map((id) => ({ id, expression: expression(id) })),
		where: Object.entries(plan.question.where).map(([id, codes]) => ({
			expression: expression(id),
			codes
		})),
		measures: [plan.indicator],
		grain: 'cluster'
	});
	return { cells, frame: compileFrame(plan.design) };
}
