import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { ChartCurve, CurvePoint, CurvesPlot } from './chart-curve.ts';
import Curves from './Curves.svelte';
import './marks.css';
import { shareScale } from './scale.ts';

function point(at: number, value: number, quality: Quality = 'ok'): CurvePoint {
	const [low, high] = [Math.max(0, value - 0.05), value + 0.05];
	const figure = { value, low, high, n: 100 - at, quality };
	return { at, figure, sentence: `${at} months: ${Math.round(value * 100)}%` };
}

const months = Array.from({ length: 13 }, (_, at) => at);

function curve(id: string, fall: number, more: Partial<ChartCurve> = {}): ChartCurve {
	const points = months.map((at) => point(at, 0.94 - at * fall));
	return { id, name: `Group ${id}`, role: id === 'a' ? 'rural' : 'urban', points, ...more };
}

const a = curve('a', 0.02, {
	lastSeen: [4, 9],
	atRisk: [
		{ at: 0, n: 1904 },
		{ at: 12, n: 177 }
	]
});
const b = curve('b', 0.06, { atRisk: [{ at: 0, n: 1122 }] });

async function show(curves: readonly ChartCurve[], form: CurvesPlot['form'] = 'step') {
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

type Shown = Awaited<ReturnType<typeof show>>;

function said({ all }: Shown): string {
	return all('[aria-live]')[0]?.textContent ?? '';
}

async function focus({ plane }: Shown): Promise<void> {
	const element = plane.element();
	if (element instanceof HTMLElement) element.focus();
	await expect.element(plane).toHaveFocus();
}

describe('drawing', () => {
	test('a line and a band for each curve, its name once, its ticks', async () => {
		const { all } = await show([a, b]);
		expect(all('.drawing path.line')).toHaveLength(2);
		expect(all('.drawing .band')).toHaveLength(2);
		expect(all('.drawing path.seen')).toHaveLength(2);
		expect(all('.names text, .end').map((name) => name.textContent?.trim())).toEqual([
			'Group a',
			'Group b'
		]);
	});

	test('the curve and its band are cut where points may not be shown', async () => {
		const points = months.map((at) => point(at, 0.9 - at * 0.02, at < 6 ? 'ok' : 'unreliable'));
		const { all, getByText } = await show([{ ...a, points }]);
		expect(all('.drawing path.line')[0]?.getAttribute('d')).toMatch(/H50$/);
		expect(all('.drawing .band')[0]?.getAttribute('d')).not.toMatch(/H(?:[6-9]\d|100)/);
		expect(all('.drawing path.seen')).toHaveLength(1);
		await expect.element(getByText('Ends with 5 months: 80%')).toBeInTheDocument();
	});

	test('a withheld year interrupts the line; each other year has its mark', async () => {
		const points = months.map((at) => point(at, 0.5, at === 6 ? 'suppressed' : 'ok'));
		const { all } = await show([{ ...a, points }], 'line');
		expect(all('.drawing path.line')).toHaveLength(2);
		expect(all('.drawing .dot')).toHaveLength(12);
		expect(all('.drawing rect.ivl')).toHaveLength(12);
	});

	test('complete counts have marks without capsules', async () => {
		const points = a.points.map((p) => ({ ...p, figure: { ...p.figure, low: null, high: null } }));
		const { all } = await show([{ ...a, points }], 'line');
		expect(all('.drawing .dot')).toHaveLength(13);
		expect(all('.ivl')).toHaveLength(0);
	});

	test('few answers make the line hollow, imprecise ones dash the band; the key says so', async () => {
		const grades = months.map((at) => (at < 4 ? 'ok' : at < 8 ? 'low-n' : 'imprecise'));
		const points = months.map((at) => point(at, 0.9 - at * 0.02, grades[at]));
		const { all, getByText } = await show([{ ...a, points }]);
		expect(all('.drawing path.core')).toHaveLength(2);
		expect(all('.drawing .band.dash')).toHaveLength(1);
		await expect.element(getByText('hollow line: use with care')).toBeInTheDocument();
		await expect.element(getByText('faint, dashed band: imprecise')).toBeInTheDocument();
	});

	test('a curve without a point that may be shown has no line, and words', async () => {
		const { all, getByText } = await show([{ ...a, points: [point(0, 0.9, 'unreliable')] }]);
		expect(all('.drawing path.line, .names text, .end')).toHaveLength(0);
		await expect.element(getByText('Group a: too few answers to show')).toBeInTheDocument();
	});
});

test('the risk table has a row for each curve and a column for each place', async () => {
	const { getByRole } = await show([a, b]);
	const table = getByRole('table', { name: 'Still looking' });
	const heads = table.getByRole('columnheader').elements();
	expect(heads.map((head) => head.textContent)).toEqual([
		'Group',
		'0 months since graduation',
		'12 months since graduation'
	]);
	const cells = table.getByRole('cell').elements();
	expect(cells.map((cell) => cell.textContent)).toEqual(['1,904', '177', '1,122', '']);
});

describe('reading', () => {
	test('arrows say the point that is reached, along a curve and on the other one', async () => {
		const screen = await show([a, b]);
		await focus(screen);
		expect(said(screen)).toBe('0 months: 94%');
		const heard = [];
		for (const key of ['ArrowRight', 'ArrowRight', 'ArrowDown', 'End', 'ArrowUp', 'Home']) {
			await userEvent.keyboard(`{${key}}`);
			heard.push(said(screen));
		}
		expect(heard).toEqual([
			'1 months: 92%',
			'2 months: 90%',
			'2 months: 82%',
			'12 months: 22%',
			'12 months: 70%',
			'0 months: 94%'
		]);
	});

	test('the point stands in the plot with value, interval and n, until focus leaves', async () => {
		const screen = await show([a, b]);
		await focus(screen);
		await userEvent.keyboard('{ArrowRight}');
		const tip = screen.all('.tip')[0]?.textContent?.replace(/\s+/g, ' ').trim();
		expect(tip).toBe('Group a 92% 87–97 n 99');
		expect(screen.all('.cursor circle')).toHaveLength(1);
		expect(screen.all('.at')[0]?.textContent).toBe('1');
		await userEvent.keyboard('{Escape}');
		expect(screen.all('.tip')).toHaveLength(0);
	});

	test('a point that may not be shown says why and has no value', async () => {
		const screen = await show([{ ...a, points: [point(0, 0.9), point(6, 0.5, 'unreliable')] }]);
		await focus(screen);
		await userEvent.keyboard('{End}');
		const tip = screen.all('.tip')[0]?.textContent;
		expect(tip).toContain('too few answers to show');
		expect(tip).not.toContain('50');
		expect(screen.all('.cursor circle')).toHaveLength(0);
	});

	test('a pointer shows the point under it', async () => {
		const screen = await show([a, b]);
		const { left, top, width, height } = screen.plane.element().getBoundingClientRect();
		const at = { clientX: left + width * 0.51, clientY: top + height * 0.99, bubbles: true };
		screen.plane.element().dispatchEvent(new PointerEvent('pointermove', at));
		await expect.poll(() => screen.all('.tip .who')[0]?.textContent).toBe('Group b');
		expect(screen.all('.at')[0]?.textContent).toBe('6');
	});

	test('the chart is one tab stop, named with how to read it', async () => {
		const { all, plane } = await show([a, b]);
		expect(all('[tabindex]')).toHaveLength(1);
		const name = /Share without a job\. Arrow keys/;
		await expect.element(plane).toHaveAccessibleName(name);
	});
});

describe('room', () => {
	const crowd = [
		'Engineering, manufacturing and construction',
		'Education',
		'Services',
		'Arts'
	].map((name, i) => curve(`${i}`, 0.05 + i * 0.003, { name }));

	test.each([
		['step', [a, b]],
		['step', crowd],
		['line', crowd]
	] as const)('a %s chart stays within 300 pixels, its names apart', async (form, curves) => {
		const { all, container } = await show(curves, form);
		const tokens = '--s1: 4px; --s2: 8px; --s3: 12px; --t-chart: 14px; --t-note: 15px';
		container.style.cssText = `width: 300px; position: relative; ${tokens}`;
		const frame = container.getBoundingClientRect();
		const names = all('.names text, .end').map((name) => name.getBoundingClientRect());
		expect(names).toHaveLength(curves.length);
		for (const [i, name] of names.entries()) {
			expect(name.left).toBeGreaterThanOrEqual(frame.left);
			expect(name.right).toBeLessThanOrEqual(frame.right);
			for (const other of names.slice(i + 1)) {
				const apart =
					name.right <= other.left ||
					other.right <= name.left ||
					name.bottom <= other.top ||
					other.bottom <= name.top;
				expect(apart).toBe(true);
			}
		}
		expect(container.scrollWidth).toBeLessThanOrEqual(300);
	});

	test('the value that is read stays within the plot at both ends', async () => {
		const screen = await show([a, b]);
		screen.container.style.width = '300px';
		await focus(screen);
		for (const key of ['Home', 'End']) {
			await userEvent.keyboard(`{${key}}`);
			const tip = screen.all('.tip')[0]?.getBoundingClientRect() ?? new DOMRect();
			const plane = screen.plane.element().getBoundingClientRect();
			expect(tip.left).toBeGreaterThanOrEqual(plane.left - 1);
			expect(tip.right).toBeLessThanOrEqual(plane.right + 1);
		}
	});
});
