import { describe, expect, test } from 'vitest';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { ChartCurve, CurvePoint, CurvesPlot } from './chart-curve.ts';
import { moved, pointUnder } from './curve-cursor.ts';
import { placeLabels, spreadEnds, wrapName } from './curve-label.ts';
import { bandRuns, curvePlaces, halfUntil, lineRuns, seenMarks, stretches } from './curve-path.ts';
import { dashesOf } from './curve-style.ts';
import { shareScale } from './scale.ts';

function point(at: number, value: number, quality: Quality = 'ok'): CurvePoint {
	const shown = quality !== 'suppressed';
	const figure = {
		value: shown ? value : null,
		low: shown && value < 1 ? value - 0.1 : null,
		high: shown && value < 1 ? value + 0.1 : null,
		quality
	};
	return { at, figure, sentence: `month ${at}` };
}

function curve(points: readonly CurvePoint[], more: Partial<ChartCurve> = {}): ChartCurve {
	return { id: 'a', name: 'Rural', role: 'rural', points, ...more };
}

const along = { low: 0, high: 10, ticks: [] };
const places = curvePlaces(along, shareScale);
const falling = [point(0, 1), point(2, 0.8), point(5, 0.5), point(10, 0.3)];

function plotOf(curves: readonly ChartCurve[], form: CurvesPlot['form'] = 'step'): CurvesPlot {
	return { kind: 'curves', form, curves, along, alongLabel: 'months', label: 'Curves' };
}

describe('lines', () => {
	test('a step holds its value until the next point', () => {
		const [run] = lineRuns(curve(falling), 'step', places);
		expect(run?.d).toBe('M0 0H20V20H50V50H100V70H100');
	});

	test('years are joined by straight lines', () => {
		const [run] = lineRuns(curve(falling), 'line', places);
		expect(run?.d).toBe('M0 0L20 20L50 50L100 70');
	});

	test('a step curve ends where the first point that may not be shown begins', () => {
		const cut = curve([point(0, 1), point(4, 0.6), point(8, 0.4, 'unreliable')]);
		expect(lineRuns(cut, 'step', places).map(({ d }) => d)).toEqual(['M0 0H40V40H80']);
	});

	test.each(['unreliable', 'suppressed'] as const)('a %s year interrupts the line', (quality) => {
		const cut = curve([
			point(0, 0.9),
			point(2, 0.8),
			point(4, 0.7, quality),
			point(6, 0.6),
			point(8, 0.5)
		]);
		const runs = lineRuns(cut, 'line', places).map(({ d }) => d);
		expect(runs).toEqual(['M0 10L20 20', 'M60 40L80 50']);
	});

	test('points that are not comparable are not joined', () => {
		const broken = curve([point(0, 0.9), { ...point(5, 0.5), apart: true }, point(10, 0.4)]);
		expect(lineRuns(broken, 'line', places).map(({ d }) => d)).toEqual(['M50 50L100 60']);
		expect(stretches(broken.points).map((held) => held.length)).toEqual([1, 2]);
	});

	test('a line changes its look where the grade does, without a hole', () => {
		const care = curve([point(0, 0.9), point(5, 0.5, 'low-n'), point(10, 0.4, 'low-n')]);
		expect(lineRuns(care, 'step', places)).toEqual([
			{ quality: 'ok', d: 'M0 10H50' },
			{ quality: 'low-n', d: 'M50 10V50H100V60H100' }
		]);
	});
});

describe('bands', () => {
	test('a band goes around the points that have an interval', () => {
		const [band] = bandRuns(curve(falling), places);
		expect(band?.d).toBe('M20 10V10H50V40H100V60H50V30H20Z');
	});

	test('a band is cut where a point in between has none', () => {
		const cut = [point(0, 0.9), point(2, 0.8, 'suppressed'), point(4, 0.7), point(6, 0.5)];
		expect(bandRuns(curve(cut), places)).toHaveLength(2);
	});

	test('the line at one half ends with the last interval that holds it', () => {
		expect(halfUntil(plotOf([curve(falling)]))).toBe(10);
		const early = [point(0, 0.9), point(2, 0.55), point(4, 0.3), point(8, 0.2)];
		expect(halfUntil(plotOf([curve(early)]))).toBe(4);
	});
});

test('ticks for the last seen stand on the line, never past its end, and not in a thicket', () => {
	const cut = [point(0, 0.9), point(4, 0.6), point(8, 0.4, 'unreliable')];
	const marks = seenMarks(curve(cut, { lastSeen: [1, 1.1, 5, 9] }), places);
	expect(marks).toEqual([
		{ x: 10, y: 10 },
		{ x: 50, y: 40 }
	]);
});

test('curves that share a role have different dashes', () => {
	const same = [curve([]), curve([]), curve([], { role: 'urban' })];
	expect(dashesOf(same)).toEqual(['', '7 3', '7 3']);
	expect(new Set(dashesOf([same[2], same[2], same[2]].flatMap((c) => c ?? []))).size).toBe(3);
});

describe('names', () => {
	const months = Array.from({ length: 11 }, (_, at) => at);
	const slow = curve(months.map((at) => point(at, 0.95 - at * 0.03)));
	const fast = curve(
		months.map((at) => point(at, 0.9 - at * 0.07)),
		{ id: 'b', name: 'Urban and peri-urban', role: 'urban' }
	);

	test('names break between words', () => {
		expect(wrapName('Urban and peri-urban')).toEqual(['Urban and', 'peri-urban']);
		expect(wrapName('Rural')).toEqual(['Rural']);
		expect(wrapName('Telecommunications')).toEqual(['Telecommunications']);
	});

	test('the name of the upper curve stands above it, that of the lower one below', () => {
		const labels = placeLabels(plotOf([fast, slow]), places);
		expect(labels?.map(({ curve: { id }, below }) => [id, below])).toEqual([
			['b', true],
			['a', false]
		]);
	});

	test('where no name has room beside its line they all stand after the ends', () => {
		const between = Array.from({ length: 7 }, (_, i) =>
			curve(
				months.map((at) => point(at, 0.9 - i * 0.04 - at * 0.05)),
				{ id: `c${i}`, name: 'Natural sciences and statistics' }
			)
		);
		expect(placeLabels(plotOf(between), places)).toBeUndefined();
	});

	test('names after the ends keep the order of the ends and do not overlap', () => {
		const [a = 0, b = 0, c = 0] = spreadEnds([
			{ y: 51, lines: 1 },
			{ y: 50, lines: 2 },
			{ y: 99, lines: 1 }
		]);
		expect(b).toBeLessThan(a);
		expect(a - b).toBeGreaterThanOrEqual((1.5 * 17 * 100) / 256);
		expect(c).toBeLessThan(97);
	});
});

describe('reading', () => {
	const two = [curve(falling), curve([point(0, 1), point(4, 0.4)], { id: 'b' })];

	test('left and right move along a curve and stop at its ends', () => {
		expect(moved(two, { curve: 0, point: 0 }, 'ArrowLeft')).toEqual({ curve: 0, point: 0 });
		expect(moved(two, { curve: 0, point: 2 }, 'ArrowRight')).toEqual({ curve: 0, point: 3 });
		expect(moved(two, { curve: 0, point: 3 }, 'ArrowRight')).toEqual({ curve: 0, point: 3 });
		expect(moved(two, { curve: 0, point: 1 }, 'End')).toEqual({ curve: 0, point: 3 });
	});

	test('up and down move to the nearest point of another curve', () => {
		expect(moved(two, { curve: 0, point: 3 }, 'ArrowDown')).toEqual({ curve: 1, point: 1 });
		expect(moved(two, { curve: 1, point: 1 }, 'ArrowUp')).toEqual({ curve: 0, point: 2 });
	});

	test('other keys are left alone', () => {
		expect(moved(two, { curve: 0, point: 0 }, 'Tab')).toBeUndefined();
	});

	test('a pointer finds the value that holds under it, on the nearest curve', () => {
		const step = plotOf(two);
		expect(pointUnder(step, places, { x: 49, y: 25 })).toEqual({ curve: 0, point: 1 });
		expect(pointUnder(step, places, { x: 49, y: 80 })).toEqual({ curve: 1, point: 1 });
		expect(pointUnder(plotOf(two, 'line'), places, { x: 45, y: 45 })).toEqual({
			curve: 0,
			point: 2
		});
	});

	test('over nothing but a withheld point that point is found', () => {
		const only = plotOf([curve([point(0, 0.5, 'suppressed')])]);
		expect(pointUnder(only, places, { x: 50, y: 50 })).toEqual({ curve: 0, point: 0 });
		expect(pointUnder(plotOf([]), places, { x: 50, y: 50 })).toBeUndefined();
	});
});
