import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import {
	curveA as a,
	curveB as b,
	curvePoint as point,
	focusCurves as focus,
	saidOfCurves as said,
	showCurves as show
} from '#tests/browser/support/shown-curves.ts';

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
