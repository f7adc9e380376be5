import type { ChartPanel, ChartRow, RowsKind } from '#lib/charts/chart-row.ts';
import type { ChartScale } from '#lib/charts/scale.ts';
import type { Measure } from '#lib/vocabulary/numbers.ts';
import { drawTicks, smallSize } from './draw-axis.ts';
import { drawRow, type Columns, type RowsStyle } from './draw-row.ts';
import { ink } from './palette.ts';
import type { Block } from './text-block.ts';
import { at, flow, stack } from './text-block.ts';
import { element } from './xml.ts';

interface RowsPlot {
	readonly kind: RowsKind;
	readonly rows: readonly ChartRow[];
	readonly readHead?: string | undefined;
	readonly tight?: boolean | undefined;
}

interface Frame {
	readonly scale: ChartScale;
	readonly measure: Measure;
	/** Pixels. */
	readonly width: number;
}

/** A list of rows below its axis. */
export function drawRows(plot: RowsPlot, { scale, measure, width }: Frame): Block {
	const columns = columnsOf(plot.kind, measure, width);
	const style: RowsStyle = { ...plot, scale, measure, columns, tight: plot.tight ?? false };
	const rows = plot.rows.flatMap((row) => [
		...(row.heading === undefined ? [] : [drawHeading(row.heading, width)]),
		ruled(drawRow(row, style), { width, tight: style.tight })
	]);
	return stack([drawAxis(plot.readHead ?? '', style), ...rows], 0);
}

/** Panels of paired rows, two across, on one scale. */
export function drawPanels(panels: readonly ChartPanel[], frame: Frame): Block {
	const gap = 32;
	const width = (frame.width - gap) / 2;
	const drawn = panels.map(({ title, rows }) => {
		const head = flow([{ text: title, bold: true }], { size: 15, width });
		return stack([head, drawRows({ kind: 'paired', rows }, { ...frame, width })], 6);
	});
	const pairs = drawn.flatMap((left, i) => {
		if (i % 2 === 1) return [];
		const right = drawn[i + 1];
		const height = Math.max(left.height, right?.height ?? 0);
		return [{ height, body: left.body + at(width + gap, 0, right?.body ?? '') }];
	});
	return stack(pairs, 20);
}

function columnsOf(kind: RowsKind, measure: Measure, width: number): Columns {
	const isNarrow = width < 500;
	const gap = isNarrow ? 10 : 20;
	const name = isNarrow ? 84 : 220;
	const value =
		kind === 'paired' ? (isNarrow ? 146 : 190) : isNarrow ? 116 : measure === 'count' ? 160 : 130;
	return { name, value, gap, plot: width - name - value - 2 * gap };
}

function drawAxis(readHead: string, { scale, columns }: RowsStyle): Block {
	const { name, plot, value, gap } = columns;
	const head = flow([{ text: readHead, fill: ink.muted }], { size: smallSize, width: value });
	const height = Math.max(20, head.height + 4);
	const ticks = at(name + gap, 0, drawTicks(scale, plot, height - 7));
	return { height, body: ticks + at(name + plot + 2 * gap, height - head.height - 3, head.body) };
}

function drawHeading(heading: string, width: number): Block {
	const words = flow([{ text: heading, bold: true, fill: ink.muted }], { size: smallSize, width });
	return { height: words.height + 16, body: at(0, 12, words.body) };
}

/** A line over a row; lists of many names have none. */
function ruled(row: Block, { width, tight }: { width: number; tight: boolean }): Block {
	const line = element('line', { x1: 0, y1: 0, x2: width, y2: 0, stroke: ink.line });
	return tight ? row : { height: row.height, body: line + row.body };
}
