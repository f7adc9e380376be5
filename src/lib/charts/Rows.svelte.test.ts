import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Figure } from '#lib/vocabulary/numbers.ts';
import {
	figureOf as figure,
	rowOf as row,
	showRows as show
} from '#tests/browser/support/shown-rows.ts';

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
