import type { ChartCurve, CurvesPlot } from '#lib/charts/chart-curve.ts';
import type { CurvePlaces } from '#lib/charts/curve-path.ts';
import { bandRuns, lineRuns, seenMarks, stretches } from '#lib/charts/curve-path.ts';
import { drawShape } from './draw-mark.ts';
import { ink, roleInk } from './palette.ts';
import { at } from './text-block.ts';
import { element } from './xml.ts';

interface Drawing {
	readonly form: CurvesPlot['form'];
	readonly places: CurvePlaces;
	/** Dashes in pixels; empty for a solid line. */
	readonly dash: string;
}

/** One curve: its band and ticks for the last seen, or its points in their intervals. */
export function drawCurve(curve: ChartCurve, { form, places, dash }: Drawing): string {
	const colour = roleInk[curve.role];
	const bands = form === 'step' ? bandRuns(curve, places) : [];
	const lines = lineRuns(curve, form, places).map(({ d, quality }) => {
		const path = { d, fill: 'none', 'stroke-dasharray': dash || undefined };
		const line = element('path', { ...path, stroke: colour, 'stroke-width': 2.75 });
		// A hollow line, like a hollow mark: use with care.
		const core = element('path', { ...path, stroke: ink.surface, 'stroke-width': 1.25 });
		return quality === 'ok' ? line : line + core;
	});
	const seen = seenMarks(curve, places).map(({ x, y }) =>
		element('path', { d: `M${x} ${y - 5}V${y + 5}`, stroke: colour, 'stroke-width': 1.5 })
	);
	return [
		...bands.map(({ d, quality }) =>
			element('path', { d, fill: colour, 'fill-opacity': quality === 'imprecise' ? 0.06 : 0.17 })
		),
		...lines,
		...seen,
		form === 'line' ? drawPoints(curve, places) : ''
	].join('');
}

/** The points of a line, each in its interval. */
function drawPoints({ role, points }: ChartCurve, { x, y }: CurvePlaces): string {
	return stretches(points)
		.flat()
		.map(({ at: place, value, ends, quality }) => {
			const [low, high] = (ends ?? [value, value]).map(y) as [number, number];
			const capsule = element('rect', {
				...{ x: x(place) - 4, y: high, width: 8, height: low - high, rx: 4 },
				...{ fill: roleInk[role], 'fill-opacity': quality === 'imprecise' ? 0.08 : 0.2 },
				...{ stroke: roleInk[role], 'stroke-width': 1.25 },
				'stroke-dasharray': quality === 'imprecise' ? '3 2.5' : undefined
			});
			const centre = [x(place), y(value)].map((one) => Math.round(one * 100) / 100);
			const hollow = quality !== 'ok';
			const shape = at(centre[0] ?? 0, centre[1] ?? 0, drawShape(role, 4.5, hollow));
			return (ends ? capsule : '') + shape;
		})
		.join('');
}
