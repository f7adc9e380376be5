import type { ChartScale, ChartTick } from '#lib/charts/scale.ts';
import { placeOn } from '#lib/charts/scale.ts';
import { ink } from './palette.ts';
import { drawLine, textWidth } from './text-block.ts';
import { element } from './xml.ts';

/** Pixels; nothing in a drawing is set smaller. */
export const smallSize = 12.5;

/** From a value to pixels on a plot of this width. */
export function placeIn(scale: ChartScale, width: number): (value: number) => number {
	const place = placeOn(scale);
	return (value) => (place(value) / 100) * width;
}

/** The labels of the ticks on one line, those that have room for themselves. */
export function drawTicks(scale: ChartScale, width: number, y: number): string {
	const place = placeIn(scale, width);
	return ticksWithRoom(scale, width)
		.map((tick) => {
			const x = Math.round(place(tick.value) * 100) / 100;
			const anchor = anchorOf(tick, x / width);
			const size = smallSize;
			const line = { x, y, size, ...(anchor ? { anchor } : {}) };
			return drawLine([{ text: tick.label, fill: ink.muted }], line);
		})
		.join('');
}

/** Where room is short the ends stay, and the middle where there is one. */
function ticksWithRoom(scale: ChartScale, width: number): readonly ChartTick[] {
	const { ticks } = scale;
	const place = placeIn(scale, width);
	const ends = ticks.map((tick) => {
		const x = place(tick.value);
		const wide = textWidth(tick.label, smallSize);
		const shift = { end: wide, middle: wide / 2, start: 0 }[anchorOf(tick, x / width) ?? 'start'];
		return { from: x - shift, to: x - shift + wide };
	});
	const crowded = ends.some(({ from }, i) => i > 0 && from < (ends[i - 1]?.to ?? 0) + 4);
	const last = ticks.length - 1;
	return crowded ? ticks.filter((_, i) => i === 0 || i === last || 2 * i === last) : ticks;
}

/** Words at an end stay inside the plot; a number of two digits is centred on its line. */
function anchorOf({ label }: ChartTick, part: number): 'middle' | 'end' | undefined {
	if (label.length <= 2) return 'middle';
	return part <= 0.03 ? undefined : part >= 0.97 ? 'end' : 'middle';
}

/** The lines of the ticks over a height; that of zero is darker. */
export function drawGrid(scale: ChartScale, width: number, height: number): string {
	const place = placeIn(scale, width);
	return scale.ticks
		.map(({ value }) => {
			const x = place(value);
			const stroke = value === 0 ? ink['line-strong'] : ink.line;
			return element('line', { x1: x, y1: 0, x2: x, y2: height, stroke });
		})
		.join('');
}
