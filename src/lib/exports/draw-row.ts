import type { ChartMark, ChartRow, RowsKind } from '#lib/charts/chart-row.ts';
import { isShown, rowQuality, worse } from '#lib/charts/chart-row.ts';
import { countBeside, rowValue } from '#lib/charts/row-value.ts';
import type { ChartScale } from '#lib/charts/scale.ts';
import { charts, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import type { Figure, Measure } from '#lib/vocabulary/numbers.ts';
import { formatCount, missingWords } from '#lib/vocabulary/numbers.ts';
import { tooFewToShow } from '#lib/vocabulary/said.ts';
import { drawGrid, placeIn, smallSize } from './draw-axis.ts';
import { drawMark, drawShape, drawStrip } from './draw-mark.ts';
import { careInk, ink } from './palette.ts';
import type { Block, Piece } from './text-block.ts';
import { at, flow, stack, textWidth } from './text-block.ts';
import { element } from './xml.ts';

/** Columns of a list of rows, in pixels: the name, the plot and what is printed at its end. */
export interface Columns {
	readonly name: number;
	readonly plot: number;
	readonly value: number;
	readonly gap: number;
}

export interface RowsStyle {
	readonly kind: RowsKind;
	readonly scale: ChartScale;
	readonly measure: Measure;
	readonly columns: Columns;
	readonly tight: boolean;
}

const nameSize = 14;
/** Between the lines of a paired row. */
const lineStep = 22;
const shades = { dumbbell: 14, capsule: 12, paired: 11, rank: 16 } as const;

/** A row as on the page: name with n and flag, plot, value; or the words in place of the plot. */
export function drawRow(row: ChartRow, style: RowsStyle): Block {
	const { columns, kind } = style;
	const name = drawName(row, style);
	const plotAt = columns.name + columns.gap;
	const valueAt = plotAt + columns.plot + columns.gap;
	const value = kind === 'paired' ? drawValues(row, style) : drawRead(row, style);
	const lines = kind === 'paired' ? lineStep * row.marks.length + 4 : 0;
	const padding = style.tight ? 8 : 18;
	const height = Math.max(
		style.tight ? 28 : 40,
		lines,
		...[name, value.block].map((block) => block.height + padding)
	);
	const middle = ({ height: own }: Block) => Math.round((height - own) / 2);
	const body = [
		at(0, middle(name), name.body),
		...(value.inPlot
			? [at(plotAt, middle(value.block), value.block.body)]
			: [
					at(plotAt, 0, drawPlot(row, style, height)),
					at(valueAt, middle(value.block), value.block.body)
				])
	];
	return { height, body: body.join('') };
}

function drawName(row: ChartRow, { columns, kind }: RowsStyle): Block {
	const quality = rowQuality(row);
	const isFlagged = kind !== 'paired' && (quality === 'low-n' || quality === 'imprecise');
	const note = (text: string, fill: string): Piece => ({ text, fill, whole: true });
	const pieces: Piece[] = [
		{ text: `${row.name} `, bold: row.strong ?? false },
		...(row.n === undefined ? [] : [note(`${charts.n(formatCount(row.n))} `, ink.muted)]),
		...(isFlagged
			? [{ ...note(qualityWords[quality], careInk[quality] ?? ink.muted), bold: true }]
			: [])
	];
	const style = { size: nameSize, width: columns.name, lineHeight: 1.25 };
	const facts = row.under ?? [];
	const under = facts.map((fact, i) => note(i < facts.length - 1 ? `${fact} · ` : fact, ink.muted));
	return stack([flow(pieces, style), flow(under, { ...style, size: smallSize })], 2);
}

interface Read {
	readonly block: Block;
	/** It takes the place of the plot. */
	readonly inPlot: boolean;
}

function drawRead(row: ChartRow, { columns, measure }: RowsStyle): Read {
	const read = row.read ?? row.marks[0];
	const quality = rowQuality(row);
	const wide = columns.plot + columns.gap + columns.value;
	if (quality === 'suppressed') return { block: drawWithheld(row.rule, wide), inPlot: true };
	if (quality === 'unreliable' || quality === 'not-applicable' || !read) {
		const few = tooFewToShow(read?.figure ?? { n: row.n ?? 0 });
		const missing = read ? missingWords(read.figure) : qualityWords['not-applicable'];
		const text = quality === 'unreliable' ? few : missing;
		const style = { size: smallSize, width: wide };
		return { block: flow([{ text, fill: ink.suppressed }], style), inPlot: true };
	}
	const pieces = valuePieces(read.figure, read.measure ?? measure);
	return { block: flow(pieces, { size: nameSize, width: columns.value }), inPlot: false };
}

function drawWithheld(rule: string | undefined, width: number): Block {
	const words = flow([{ text: charts.withheld(rule), fill: ink.suppressed }], {
		...{ size: smallSize, width: width - 32 }
	});
	const height = words.height + 12;
	const text = Math.min(width - 16, textWidth(charts.withheld(rule), smallSize) + 16);
	const ground = element('rect', {
		x: 8,
		y: 3,
		width: text,
		height: height - 6,
		fill: ink.surface
	});
	return { height, body: drawStrip(width, 0, height) + ground + at(16, 6, words.body) };
}

/** Value and interval, or the words in their place. */
export function valuePieces(figure: Figure, measure: Measure, beside = false): Piece[] {
	const { value, interval } = rowValue(figure, measure, beside);
	if (!isShown(figure)) return [{ text: value, fill: ink.suppressed }];
	const isWordy = figure.low === null || figure.high === null;
	return [
		{ text: `${value} `, bold: true, whole: true },
		...(interval === '' ? [] : [{ text: interval, fill: ink.muted, whole: !isWordy }])
	];
}

/** The values of a paired row, each on the line of its mark. */
function drawValues(row: ChartRow, { columns, measure }: RowsStyle): Read {
	const counted = row.n === undefined;
	const blocks = row.marks.map(({ role, figure, measure: own }): Block => {
		const n = counted ? countBeside(figure) : '';
		const beside = n === '' ? [] : [{ text: ` ${n}`, fill: ink.muted, whole: true }];
		const pieces = [...valuePieces(figure, own ?? measure, true), ...beside];
		const text = flow(pieces, { size: nameSize, width: columns.value - 18, lineHeight: 1.2 });
		const height = Math.max(lineStep, text.height + 4);
		const shape = drawShape(role, 5, figure.quality !== 'ok');
		const top = Math.round((height - text.height) / 2);
		return { height, body: at(6, height / 2, shape) + at(18, top, text.body) };
	});
	return { block: stack(blocks, 0), inPlot: false };
}

function drawPlot(row: ChartRow, style: RowsStyle, height: number): string {
	const { scale, columns, kind } = style;
	const place = placeIn(scale, columns.plot);
	const size = { place, height: shades[kind] };
	const grid = drawGrid(scale, columns.plot, height);
	if (kind === 'paired') {
		const top = height / 2 - (lineStep / 2) * (row.marks.length - 1);
		const lines = row.marks.map((mark, i) => {
			const { quality } = mark.figure;
			const body =
				quality === 'suppressed'
					? drawStrip(columns.plot, -6, 12)
					: drawMark(mark, quality, { ...size, r: 5 });
			return at(0, top + lineStep * i, body);
		});
		return grid + lines.join('');
	}
	const quality = rowQuality(row);
	const marks = row.marks.map((mark) => {
		const own = kind === 'dumbbell' ? worse(quality, mark.figure.quality) : mark.figure.quality;
		const r = kind === 'capsule' ? 5 : 6;
		return drawMark(mark, own, { ...size, r, past: kind === 'rank' ? 0.32 : 0 });
	});
	const gap = kind === 'dumbbell' ? drawGap(row.marks, place) : '';
	return grid + at(0, height / 2, gap + marks.join(''));
}

/** The gap as a bar between the two marks of a dumbbell. */
function drawGap(marks: readonly ChartMark[], place: (value: number) => number): string {
	const ends = (['attained', 'required'] as const).map(
		(role) => marks.find((mark) => mark.role === role)?.figure.value ?? null
	);
	const [a = null, b = null] = ends;
	if (a === null || b === null) return '';
	const [from, to] = [place(a), place(b)].sort((x, y) => x - y) as [number, number];
	return element('rect', { x: from, y: -1.5, width: to - from, height: 3, fill: ink.gap });
}
