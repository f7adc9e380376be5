/** The point of a figure of curves that is being read, moved by keys or found under a pointer. */
import type { ChartCurve, CurvesPlot } from './chart-curve.ts';
import { isShown } from './chart-row.ts';
import type { CurvePlaces } from './curve-path.ts';

export interface CurveCursor {
	/** Places in the list of curves and in that of its points. */
	readonly curve: number;
	readonly point: number;
}

/**
 * Where a key leads: along the curve with left, right, Home and End, to the nearest point of another
 * curve with up and down. Undefined for every other key.
 */
export function moved(
	curves: readonly ChartCurve[],
	{ curve, point }: CurveCursor,
	key: string
): CurveCursor | undefined {
	const last = (curves[curve]?.points.length ?? 1) - 1;
	const along = { ArrowLeft: point - 1, ArrowRight: point + 1, Home: 0, End: last }[key];
	if (along !== undefined) return { curve, point: Math.min(Math.max(along, 0), last) };
	const across = { ArrowUp: curve - 1, ArrowDown: curve + 1 }[key];
	if (across === undefined) return;
	const to = Math.min(Math.max(across, 0), curves.length - 1);
	const at = curves[curve]?.points[point]?.at ?? 0;
	const distances = (curves[to]?.points ?? []).map((other) => Math.abs(other.at - at));
	return { curve: to, point: Math.max(0, distances.indexOf(Math.min(...distances))) };
}

/**
 * The point under a pointer: on each curve the one that holds there, of these the nearest in height.
 * @param where per cent from the left and the top of the plot
 */
export function pointUnder(
	{ curves, form }: CurvesPlot,
	places: CurvePlaces,
	where: { readonly x: number; readonly y: number }
): CurveCursor | undefined {
	const candidates = curves.flatMap(({ points }, curve) => {
		const xs = points.map(({ at }) => places.x(at));
		const ways = xs.map((x) => Math.abs(x - where.x));
		const nearest = ways.indexOf(Math.min(...ways));
		const held = xs.findLastIndex((x) => x <= where.x);
		const point = form === 'step' && held !== -1 ? held : nearest;
		const figure = points[point]?.figure;
		if (!figure) return [];
		const y = isShown(figure) ? places.y(figure.value ?? 0) : Infinity;
		return { curve, point, away: Math.abs(y - where.y) };
	});
	const [first] = candidates.toSorted((a, b) => (a.away < b.away ? -1 : a.away > b.away ? 1 : 0));
	return first && { curve: first.curve, point: first.point };
}
