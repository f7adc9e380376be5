/** From points to paths, in per cent of the plot: 0,0 is its upper left corner, 100,100 its lower right. */
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { ChartCurve, CurvePoint, CurvesPlot } from './chart-curve.ts';
import { isShown, worse } from './chart-row.ts';
import type { ChartScale } from './scale.ts';
import { placeOn } from './scale.ts';

export interface CurvePlaces {
	/** From a place of the axis to per cent from the left. */
	readonly x: (at: number) => number;
	/** From a value to per cent from the top. */
	readonly y: (value: number) => number;
}

export function curvePlaces(along: ChartScale, scale: ChartScale): CurvePlaces {
	const rise = placeOn(scale);
	return { x: placeOn(along), y: (value) => Math.round((100 - rise(value)) * 100) / 100 };
}

/** A point that is drawn, with the place until which its value holds on a step curve. */
export interface HeldPoint {
	readonly at: number;
	readonly until: number;
	readonly value: number;
	/** Both ends, or none. */
	readonly ends: readonly [low: number, high: number] | undefined;
	readonly quality: Quality;
}

/** A part of a curve that is drawn in one way. */
export interface CurveRun {
	readonly quality: Quality;
	readonly d: string;
}

/** The points that are drawn, cut where one may not be shown and where comparability ends. */
export function stretches(points: readonly CurvePoint[]): HeldPoint[][] {
	const found: HeldPoint[][] = [];
	let open: HeldPoint[] | undefined;
	for (const [i, { at, figure, apart }] of points.entries()) {
		const { value, low, high, quality } = figure;
		if (value === null || !isShown(figure)) {
			open = undefined;
			continue;
		}
		if (open === undefined || apart === true) found.push((open = []));
		const ends = low === null || high === null ? undefined : ([low, high] as const);
		open.push({ at, until: points[i + 1]?.at ?? at, value, ends, quality });
	}
	return found;
}

/** The line itself. */
export function lineRuns(
	{ points }: ChartCurve,
	form: CurvesPlot['form'],
	{ x, y }: CurvePlaces
): CurveRun[] {
	return stretches(points).flatMap((held) => {
		const parts = held.flatMap((point, i) => {
			const before = held[i - 1] ?? point;
			const from = form === 'step' ? point.at : before.at;
			if (form === 'line' && i === 0) return [];
			return {
				quality: form === 'step' ? point.quality : worse(before.quality, point.quality),
				start: `M${x(from)} ${y(before.value)}`,
				on:
					form === 'line'
						? `L${x(point.at)} ${y(point.value)}`
						: `${point.value === before.value ? '' : `V${y(point.value)}`}H${x(point.until)}`
			};
		});
		return runsOf(parts).map((run) => ({
			quality: run[0].quality,
			d: run[0].start + run.map(({ on }) => on).join('')
		}));
	});
}

/** The 95% band of a step curve, a closed outline for each run of points that have an interval. */
export function bandRuns({ points }: ChartCurve, { x, y }: CurvePlaces): CurveRun[] {
	const parts = stretches(points).map((held) => {
		const some = held.flatMap(({ at, until, ends, quality }) =>
			ends && until > at ? [{ from: x(at), to: x(until), ends, quality }] : []
		);
		return runsOf(some);
	});
	return parts.flat().map((run) => {
		const there = run.map(({ to, ends }) => `V${y(ends[1])}H${to}`).join('');
		const back = run.toReversed().map(({ from, ends }) => `V${y(ends[0])}H${from}`);
		const start = `M${run[0].from} ${y(run[0].ends[1])}`;
		return { quality: run[0].quality, d: `${start}${there}${back.join('')}Z` };
	});
}

/** Consecutive parts of one grade; where parts have places, only such that touch. */
function runsOf<T extends { quality: Quality; from?: number; to?: number }>(
	parts: readonly T[]
): [T, ...T[]][] {
	const runs: [T, ...T[]][] = [];
	for (const part of parts) {
		const run = runs.at(-1);
		const last = run?.at(-1);
		if (last?.quality === part.quality && last.to === part.from) run?.push(part);
		else runs.push([part]);
	}
	return runs;
}

/** Per cent of the width below which two ticks on a curve would run together. */
const apartBy = 2;

/** Where ticks for the last seen stand on a step curve: on its line, and not in a thicket. */
export function seenMarks(curve: ChartCurve, { x, y }: CurvePlaces): { x: number; y: number }[] {
	const held = stretches(curve.points).flat();
	const marks: { x: number; y: number }[] = [];
	for (const at of curve.lastSeen ?? []) {
		const point = held.find((p) => at === p.at || (at > p.at && at < p.until));
		const last = marks.at(-1);
		if (!point || (last && x(at) - last.x < apartBy)) continue;
		marks.push({ x: x(at), y: y(point.value) });
	}
	return marks;
}

/** Until where the line at one half helps to read: the last interval that holds it; else all along. */
export function halfUntil({ curves, along }: CurvesPlot): number {
	const held = curves.flatMap(({ points }) => stretches(points).flat());
	const crossing = held.filter(({ ends }) => ends && ends[0] <= 0.5 && ends[1] >= 0.5);
	return crossing.length > 0 ? Math.max(...crossing.map(({ until }) => until)) : along.high;
}
