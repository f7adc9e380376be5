import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import {
	figureOf as figure,
	rowOf as row,
	showRows as show
} from '#tests/browser/support/shown-rows.ts';
import type { ChartRow } from './chart-row.ts';
import Rows from './Rows.svelte';

describe('idioms', () => {
	test('a dumbbell draws the gap between attained and required', async () => {
		const gap: ChartRow = {
			...row('a'),
			marks: [
				{ role: 'required', figure: { value: 0.8, low: 0.7, high: 0.9, quality: 'ok' } },
				{ role: 'attained', figure: { value: 0.5, low: 0.4, high: 0.6, quality: 'ok' } }
			],
			read: { figure: { value: 0.3, low: 0.1, high: 0.5, quality: 'ok' }, measure: 'levels' }
		};
		const { container } = await show([gap], 'dumbbell');
		const bar = container.querySelector('rect.gap');
		expect([bar?.getAttribute('x'), bar?.getAttribute('width')]).toEqual(['50%', '30%']);
		expect(container.querySelector('.read')?.textContent).toContain('0.3');
	});

	test('paired rows hatch the withheld one and print the other', async () => {
		const marks: ChartRow['marks'] = [
			{ role: 'women', figure: figure('suppressed') },
			{ role: 'men', figure: figure() }
		];
		const { container } = await show([{ ...row('a'), marks }], 'paired');
		expect(container.querySelectorAll('.strip')).toHaveLength(1);
		const values = [...container.querySelectorAll('.read')].map((p) => p.textContent?.trim());
		expect(values[0]).toBe('withheld');
		expect(values[1]).toContain('40%');
	});

	test('each line of a pair has its n, unless the row has one for all or the number is withheld', async () => {
		const marks: ChartRow['marks'] = [
			{ role: 'women', figure: { ...figure(), n: 1184 } },
			{ role: 'men', figure: { ...figure('unreliable'), n: 7 } },
			{ role: 'comparison', figure: figure('suppressed') }
		];
		const told = async (n: number | undefined) => {
			const { container } = await show([{ ...row('a'), n, marks }], 'paired');
			const lines = [...container.querySelectorAll('.read')];
			return lines.map((line) => line.textContent?.trim().replaceAll(/\s+/g, ' '));
		};
		expect(await told(undefined)).toEqual(['40% 30–50 n 1,184', 'too few n 7', 'withheld']);
		expect(await told(184)).toEqual(['40% 30–50', 'too few', 'withheld']);
	});

	test('a rank is printed as its range', async () => {
		const ranked = row('a', { value: 2, low: 1, high: 4, quality: 'ok' });
		const scale = { low: 0.5, high: 6.5, ticks: [{ value: 1, label: '1' }] };
		const { container } = await render(Rows, {
			kind: 'rank',
			rows: [ranked],
			scale,
			measure: 'rank',
			label: 'Ranks'
		});
		expect(container.querySelector('.read')?.textContent?.trim()).toBe('1–4');
	});

	test('paired rows stack where a phone would leave no room for the plot', async () => {
		const marks: ChartRow['marks'] = [
			{ role: 'urban', figure: figure() },
			{ role: 'periurban', figure: figure() },
			{ role: 'rural', figure: figure() }
		];
		const { container } = await show([{ ...row('a'), marks }], 'paired');
		const boxes = (width: number) => {
			container.style.width = `${width}px`;
			const box = (part: string) =>
				container.querySelector(`[data-row]${part}`)?.getBoundingClientRect() ?? new DOMRect();
			return { row: box(''), name: box(' .name'), plot: box(' .plot'), vals: box(' .vals') };
		};
		const narrow = boxes(320);
		expect(narrow.plot.width).toBe(narrow.row.width);
		expect(narrow.plot.height).toBeGreaterThanOrEqual(3 * 22);
		expect(narrow.plot.top).toBeGreaterThanOrEqual(narrow.name.bottom);
		expect(narrow.vals.top).toBeGreaterThanOrEqual(narrow.plot.bottom);
		const wide = boxes(600);
		expect(wide.plot.left).toBeGreaterThanOrEqual(wide.name.right);
		expect(wide.vals.left).toBeGreaterThanOrEqual(wide.plot.right);
	});
});
