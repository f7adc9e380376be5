import type { CurvesPlot } from '#lib/charts/chart-curve.ts';
import type { CurvePlaces } from '#lib/charts/curve-path.ts';
import { halfUntil } from '#lib/charts/curve-path.ts';
import { dashesOf } from '#lib/charts/curve-style.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import type { Role } from '#lib/charts/roles.ts';
import type { ChartScale } from '#lib/charts/scale.ts';
import type { Measure } from '#lib/vocabulary/numbers.ts';
import { drawGrid, drawTicks, placeIn, smallSize } from './draw-axis.ts';
import { drawCurve } from './draw-curve.ts';
import { drawShape } from './draw-mark.ts';
import { drawRiskTable } from './draw-risk-table.ts';
import { valuePieces } from './draw-row.ts';
import { ink, roleInk } from './palette.ts';
import type { Block } from './text-block.ts';
import { at, drawLine, flow, stack } from './text-block.ts';
import { element } from './xml.ts';

interface Frame {
	readonly scale: ChartScale;
	readonly measure: Measure;
	/** Pixels. */
	readonly width: number;
}

const height = 280;
/** Pixels for the labels of the vertical axis, and for names and last values at the right. */
const left = 48;
const right = 190;

/** Curves with their bands, ticks where respondents were last seen, names at the lines, and the risk table. */
export function drawCurves(plot: CurvesPlot, { scale, measure, width }: Frame): Block {
	const wide = width - left - right;
	const rise = placeIn(scale, height);
	const places: CurvePlaces = { x: placeIn(plot.along, wide), y: (value) => height - rise(value) };
	const dashes = dashesOf(plot.curves);
	const step = plot.form === 'line' && hasIntervals(plot) ? 6 : 0;
	const curves = plot.curves.map((curve, i) => {
		// Pixels that keep the capsules of one year apart.
		const aside = (i - (plot.curves.length - 1) / 2) * step;
		return at(aside, 0, drawCurve(curve, { form: plot.form, places, dash: dashes[i] ?? '' }));
	});
	const half = measure === 'share' ? drawHalf(plot, places) : '';
	const grid = drawGrid(plot.along, wide, height) + drawLevels(scale, { places, wide }) + half;
	const drawing = {
		height,
		body:
			at(left, 0, grid + curves.join('')) + at(left + wide + 12, 0, drawEnds(plot, places, measure))
	};
	const axis = { height: 20, body: at(left, 0, drawTicks(plot.along, wide, 14)) };
	const under = flow([{ text: plot.alongLabel, fill: ink.muted }], {
		size: smallSize,
		width: wide
	});
	const seen = plot.seenWords
		? flow([{ text: plot.seenWords, fill: ink.muted }], { size: smallSize, width: wide - 20 })
		: { height: 0, body: '' };
	const tick = element('path', { d: 'M4 4V16', stroke: ink.muted, 'stroke-width': 1.5 });
	return stack(
		[
			drawing,
			axis,
			{ height: under.height, body: at(left, 0, under.body) },
			{
				height: seen.height,
				body: seen.height > 0 ? at(left, 0, tick + at(16, 2, seen.body)) : ''
			},
			drawRiskTable(plot, { left, width, placeX: places.x })
		],
		4
	);
}

function hasIntervals({ curves }: CurvesPlot): boolean {
	return curves.some(({ points }) => points.some(({ figure }) => figure.low !== null));
}

/** Lines of the vertical axis with their labels. */
function drawLevels(
	scale: ChartScale,
	{ places, wide }: { places: CurvePlaces; wide: number }
): string {
	return scale.ticks
		.map(({ value, label }) => {
			const y = Math.round(places.y(value) * 100) / 100;
			const stroke = value === 0 ? ink['line-strong'] : ink.line;
			const line = element('line', { x1: 0, y1: y, x2: wide, y2: y, stroke });
			const text = { x: -8, y: y + 4, size: smallSize, anchor: 'end' } as const;
			return line + drawLine([{ text: label, fill: ink.muted }], text);
		})
		.join('');
}

/** Where a step curve of a share crosses it, half have had the event. */
function drawHalf(plot: CurvesPlot, { x, y }: CurvePlaces): string {
	if (plot.form === 'line') return '';
	const line = { x1: 0, y1: y(0.5), x2: x(halfUntil(plot)), y2: y(0.5) };
	return element('line', { ...line, stroke: ink['line-strong'], 'stroke-dasharray': '2 3' });
}

/** Colours that are too pale for words. */
const pale: readonly Role[] = ['men', 'urban', 'comparison'];

/** The name of each curve and its last value, as near to the end of its line as the others allow. */
function drawEnds({ curves }: CurvesPlot, { y }: CurvePlaces, measure: Measure): string {
	const ends = curves.map(({ name, role, points }) => {
		const last = points.findLast(({ figure }) => isShown(figure))?.figure;
		const value = last ? valuePieces(last, measure) : [];
		const style = { size: 14, width: right - 30 };
		const block = stack(
			[
				flow(
					[{ text: name, bold: true, fill: pale.includes(role) ? ink.text : roleInk[role] }],
					style
				),
				flow(value, style)
			],
			0
		);
		const end = y(last?.value ?? 0);
		return { block, role, end, wanted: end - block.height / 2, top: 0 };
	});
	const order = ends.toSorted((a, b) => a.end - b.end);
	let from = -10;
	for (const end of order) {
		end.top = Math.max(end.wanted, from);
		from = end.top + end.block.height + 4;
	}
	let to = height + 30;
	for (const end of order.toReversed()) {
		end.top = Math.min(end.top, to - end.block.height);
		to = end.top - 4;
	}
	return ends
		.map(({ block, role, top }) => {
			return at(0, Math.round(top), at(6, 10, drawShape(role, 5)) + at(18, 0, block.body));
		})
		.join('');
}
