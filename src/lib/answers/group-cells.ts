import { dimensions } from '#lib/indicators/dimensions.ts';
import { noCode, type Cells, type DimensionColumn } from '#lib/survey/cells.ts';
import type { Plan } from './plan.ts';

/** The same cells with a column for each grouping that the plan uses, made from the column it groups. */
export function groupCells(cells: Cells, plan: Plan): Cells {
	const columns: Record<string, DimensionColumn> = { ...cells.dimensions };
	for (const id of [...plan.columns, ...Object.keys(plan.question.where)]) {
		const groups = dimensions[id]?.groups;
		const base = groups && cells.dimensions[groups.dimension];
		if (base) columns[id] = groupColumn(base, groups.codes, plan.codes[id] ?? []);
	}
	return { ...cells, dimensions: columns };
}

function groupColumn(
	base: DimensionColumn,
	groups: Readonly<Record<string, string>>,
	codes: readonly string[]
): DimensionColumn {
	const to = base.codes.map((code) => codes.indexOf(groups[code] ?? code));
	const index = new Uint16Array(base.index.length);
	for (let row = 0; row < index.length; row++) {
		const code = base.index[row] ?? noCode;
		const group = code === noCode ? -1 : (to[code] ?? -1);
		index[row] = group < 0 ? noCode : group;
	}
	return { codes, index };
}
