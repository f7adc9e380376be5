import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { Figure } from '#lib/vocabulary/numbers.ts';
import type { ChartRow, RowsKind } from './chart-row.ts';
import Rows from './Rows.svelte';
import './rows.css';
import './paired.css';
import { shareScale } from './scale.ts';

function figure(quality: Quality = 'ok'): Figure {
	return quality === 'suppressed' || quality === 'not-applicable'
		? { value: null, low: null, high: null, n: 0, quality }
		: { value: 0.4, low: 0.3, high: 0.5, n: 12, quality };
}

function row(id: string, shown: Figure = figure()): ChartRow {
	return {
		id,
		name: `Skill ${id}`,
		href: `#${id}`,
		n: 184,
		marks: [{ role: 'women', figure: shown }],
		sentence: `Skill ${id}: 40%`
	};
}

async function show(rows: readonly ChartRow[], kind: RowsKind = 'capsule') {
	const props = {
		kind,
		rows,
		scale: shareScale,
		measure: 'share' as const,
		label: 'Share by skill'
	};
	const screen = await render(Rows, props);
	const items = () => [...screen.container.querySelectorAll<HTMLElement>('[data-row]')];
	return { ...screen, items, props };
}

describe('keyboard', () => {
	test('the chart is one tab stop, and its links are none', async () => {
		const { items, container } = await show([row('a'), row('b'), row('c')]);
		expect(items().map((item) => item.tabIndex)).toEqual([0, -1, -1]);
		const links = [...container.querySelectorAll<HTMLElement>('.name a')];
		expect(links.map((link) => link.tabIndex)).toEqual([-1, -1, -1]);
	});

	test('arrows move by row and stop at the ends; Home and End jump', async () => {
		const { items } = await show([row('a'), row('b'), row('c')]);
		items()[0]?.focus();
		const focused = () => items().findIndex((item) => item === document.activeElement);
		const reached = [];
		for (const key of [
			'{ArrowDown}',
			'{ArrowDown}',
			'{ArrowDown}',
			'{Home}',
			'{End}',
			'{ArrowUp}'
		]) {
			await userEvent.keyboard(key);
			reached.push(focused());
		}
		expect(reached).toEqual([1, 2, 2, 0, 2, 1]);
		expect(items().map((item) => item.tabIndex)).toEqual([-1, 0, -1]);
	});

	test('Enter follows the link of the row', async () => {
		const { items } = await show([row('a'), row('b')]);
		items()[1]?.focus();
		await userEvent.keyboard('{Enter}');
		expect(location.hash).toBe('#b');
	});

	test('new rows still make one tab stop', async () => {
		const { items, rerender, props } = await show([row('a'), row('b')]);
		await rerender({ ...props, rows: [row('c'), row('d'), row('e')] });
		expect(items().map((item) => item.tabIndex)).toEqual([0, -1, -1]);
	});
});

describe('states', () => {
	test('a row is named by its sentence and prints n, value and interval', async () => {
		const { getByRole } = await show([row('a')]);
		const item = getByRole('listitem', { name: 'Skill a: 40%' });
		await expect.element(item).toHaveTextContent('n 184');
		await expect.element(item).toHaveTextContent('40%');
		await expect.element(item).toHaveTextContent('30–50');
	});

	test.each([
		['low-n', 'few answers'],
		['imprecise', 'imprecise']
	] as const)('%s has a hollow mark and words', async (quality, words) => {
		const { container, getByText } = await show([row('a', figure(quality))]);
		await expect.element(getByText(words)).toBeInTheDocument();
		expect(container.querySelectorAll('.hollow')).toHaveLength(1);
		expect(container.querySelectorAll('.ivl.dash')).toHaveLength(quality === 'imprecise' ? 1 : 0);
	});

	test('too few answers have no mark and no value, but n', async () => {
		const { container, getByText } = await show([row('a', figure('unreliable'))]);
		await expect.element(getByText('Too few answers to show: n 12.')).toBeInTheDocument();
		expect(container.querySelectorAll('.ivl, .dot, .read')).toHaveLength(0);
	});

	test('a withheld row says so with its rule and draws nothing', async () => {
		const withheld = {
			...row('a', figure('suppressed')),
			n: undefined,
			rule: 'fewer than 10 workers'
		};
		const { container, getByText } = await show([withheld]);
		const words = 'Withheld to protect the respondents: fewer than 10 workers.';
		await expect.element(getByText(words)).toBeInTheDocument();
		expect(container.querySelectorAll('.ivl, .dot, .hollow')).toHaveLength(0);
	});

	test('a figure without interval has a mark without capsule, and words', async () => {
		const agreed: Figure = { ...figure(), low: null, high: null, reason: 'no-variance' };
		const { container, getByText } = await show([row('a', agreed)]);
		await expect.element(getByText('no interval: all answers agree')).toBeInTheDocument();
		expect(container.querySelectorAll('.dot')).toHaveLength(1);
		expect(container.querySelectorAll('.ivl')).toHaveLength(0);
	});
});

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
