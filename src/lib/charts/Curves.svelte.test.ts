import { describe, expect, test } from 'vitest';
import {
	curve,
	curveA as a,
	curveB as b,
	curvePoint as point,
	months,
	showCurves as show
} from '#tests/browser/support/shown-curves.ts';

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
});
