import type { CurvesPlot } from '#lib/charts/chart-curve.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { smallSize } from './draw-axis.ts';
import { ink } from './palette.ts';
import type { Block } from './text-block.ts';
import { at, drawLine, flow, stack } from './text-block.ts';

const lineHeight = 18;

interface Frame {
	/** Pixels from the left at which the plot begins. */
	readonly left: number;
	readonly width: number;
	/** From a place of the axis to pixels of the plot. */
	readonly placeX: (at: number) => number;
}

/** How many are still observed and without the event, under the places of the axis; empty without them. */
export function drawRiskTable({ curves, riskHead }: CurvesPlot, frame: Frame): Block {
	const { left, width, placeX } = frame;
	const some = curves.filter(({ atRisk }) => (atRisk ?? []).length > 0);
	if (some.length === 0) return { height: 0, body: '' };
	const head = flow([{ text: riskHead ?? '', bold: true, fill: ink.muted }], {
		...{ size: smallSize, width: width - left }
	});
	const lines = some.map(({ name, atRisk = [] }): Block => {
		const counts = atRisk.map(({ at: place, n }) =>
			drawLine([{ text: formatCount(n) }], {
				...{ x: Math.round(left + placeX(place)), y: lineHeight + 13, size: smallSize },
				anchor: 'middle'
			})
		);
		const label = drawLine([{ text: name, fill: ink.muted }], { x: left, y: 13, size: smallSize });
		return { height: 2 * lineHeight, body: label + counts.join('') };
	});
	return stack([{ height: head.height + 8, body: at(left, 8, head.body) }, ...lines], 0);
}
