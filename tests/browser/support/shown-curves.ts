import { expect } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { ChartCurve, CurvePoint, CurvesPlot } from '#lib/charts/chart-curve.ts';
import Curves from '#lib/charts/Curves.svelte';
import '#lib/charts/marks.css';
import { shareScale } from '#lib/charts/scale.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';

/** A share with an interval of ten points, and a n that falls with the months. */
export function curvePoint(at: number, value: number, quality: Quality = 'ok'): CurvePoint {
	const [low, high] = [Math.max(0, value - 0.05), value + 0.05];
	const figure = { value, low, high, n: 100 - at, quality };
	return { at, figure, sentence: `${at} months: ${Math.round(value * 100)}%` };
}

export const months = Array.from({ length: 13 }, (_, at) => at);

/** A curve that begins at 94% and falls by `fall` each month for a year. */
export function curve(id: string, fall: number, more: Partial<ChartCurve> = {}): ChartCurve {
	const points = months.map((at) => curvePoint(at, 0.94 - at * fall));
	return { id, name: `Group ${id}`, role: id === 'a' ? 'rural' : 'urban', points, ...more };
}

/** Falls slowly; has marks of who was last seen and numbers at risk at both ends. */
export const curveA = curve('a', 0.02, {
	lastSeen: [4, 9],
	atRisk: [
		{ at: 0, n: 1904 },
		{ at: 12, n: 177 }
	]
});
/** Falls fast; its number at risk is known at the start only. */
export const curveB = curve('b', 0.06, { atRisk: [{ at: 0, n: 1122 }] });

/** Renders a plot of curves over twelve months, with its plane and all elements of a selector. */
export async function showCurves(curves: readonly ChartCurve[], form: CurvesPlot['form'] = 'step') {
	const plot: CurvesPlot = {
		kind: 'curves',
		form,
		curves,
		along: { low: 0, high: 12, ticks: [0, 6, 12].map((value) => ({ value, label: `${value}` })) },
		alongLabel: 'months since graduation',
		label: 'Share without a job',
		riskHead: 'Still looking'
	};
	const screen = await render(Curves, { plot, scale: shareScale, measure: 'share' as const });
	const all = (selector: string) => [...screen.container.querySelectorAll<HTMLElement>(selector)];
	return { ...screen, all, plane: screen.getByRole('group'), plot };
}

type Shown = Awaited<ReturnType<typeof showCurves>>;

/** What a screen reader hears of the point that is reached. */
export function saidOfCurves({ all }: Shown): string {
	return all('[aria-live]')[0]?.textContent ?? '';
}

export async function focusCurves({ plane }: Shown): Promise<void> {
	const element = plane.element();
	if (element instanceof HTMLElement) element.focus();
	await expect.element(plane).toHaveFocus();
}
