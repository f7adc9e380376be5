import type { ChartRow } from '#lib/charts/chart-row.ts';
import { isRich, type ChartTable, type TableCell, type TableRow } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import type { Figure } from '#lib/vocabulary/numbers.ts';

/**
 * The same figure in another telling of the story; a table that is no figure by its caption. Undefined where the
 * story has none, as of what a part of the page works out by itself.
 */
export function findFigure(story: unknown, wanted: FigureModel): FigureModel | undefined {
	for (const value of objectsIn(story)) {
		if (isFigure(value) && value.id === wanted.id) return value;
	}
	for (const value of objectsIn(story)) {
		if (isTable(value) && value.caption === wanted.table.caption) {
			return { ...wanted, table: value };
		}
	}
	return undefined;
}

/** A figure without what rests on fewer than `least`, row by row: for what no story tells again. */
export function withheldFigure(model: FigureModel, least: number): FigureModel {
	const { plot } = model;
	const rowsOf = (rows: readonly ChartRow[]) => rows.map((row) => withheldRow(row, least));
	return {
		...model,
		plot:
			plot.kind === 'multiples'
				? { ...plot, panels: plot.panels.map((one) => ({ ...one, rows: rowsOf(one.rows) })) }
				: plot.kind === 'curves'
					? plot
					: { ...plot, rows: rowsOf(plot.rows) },
		table: withheldTable(model.table, least)
	};
}

function withheldRow(row: ChartRow, least: number): ChartRow {
	const isFew = ({ n }: Figure): boolean => n !== undefined && n > 0 && n < least;
	if (!row.marks.some(({ figure }) => isFew(figure))) return row;
	const none: Figure = { value: null, low: null, high: null, quality: 'suppressed' };
	const { id, name, href, heading } = row;
	return {
		...{ id, name, href, heading },
		marks: row.marks.map((mark) => ({ ...mark, figure: none })),
		sentence: `${name}: ${qualityWords.suppressed}`
	};
}

function withheldTable(table: ChartTable, least: number): ChartTable {
	const at = table.columns.findIndex(({ id }) => id === 'n');
	if (at < 0) return table;
	const rows = table.rows.map((row): TableRow => {
		const n = numberOf(row.cells[at]);
		if (n === undefined || n === 0 || n >= least) return row;
		const cells = row.cells.map((cell) => (numberOf(cell) === undefined ? cell : null));
		return { ...row, cells, quality: 'suppressed' };
	});
	return { ...table, rows };
}

function numberOf(cell: TableCell | undefined): number | undefined {
	const raw = isRich(cell) ? cell.raw : cell;
	return typeof raw === 'number' ? raw : undefined;
}

function isFigure(value: object): value is FigureModel {
	return 'id' in value && 'plot' in value && 'table' in value && 'computed' in value;
}

function isTable(value: object): value is ChartTable {
	return 'caption' in value && 'columns' in value && 'rows' in value;
}

/** Every object within plain data. */
function* objectsIn(value: unknown): Generator<object> {
	if (typeof value !== 'object' || value === null) return;
	yield value;
	for (const inner of Object.values(value)) yield* objectsIn(inner);
}
