import type { CDPSession, Page } from 'playwright';

/** What has the focus, as a screen reader tells it: its accessible name and the role of the browser's own tree. */
export interface Stop {
	readonly name: string;
	readonly role: string;
}

/** Stops after which nobody would go on looking. */
const mostStops = 400;

/** Someone with nothing but a keyboard: goes from stop to stop until the right one is named, and looks at it. */
export class Keyboard {
	readonly #page: Page;
	readonly #session: CDPSession;

	private constructor(page: Page, session: CDPSession) {
		this.#page = page;
		this.#session = session;
	}

	static async of(page: Page): Promise<Keyboard> {
		return new Keyboard(page, await page.context().newCDPSession(page));
	}

	/** What has the focus now. */
	async here(): Promise<Stop> {
		const { result } = await this.#session.send('Runtime.evaluate', {
			expression: 'document.activeElement'
		});
		const { objectId } = result;
		if (objectId === undefined) return { name: '', role: '' };
		const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
			...{ objectId, fetchRelatives: false }
		});
		const said = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
		const [node] = nodes;
		return { name: said(node?.name?.value), role: said(node?.role?.value) };
	}

	/**
	 * Presses Tab, or Shift and Tab, until the focus is on what is called so; nothing else moves it.
	 * @param name the whole accessible name, or a part of it as a pattern
	 * @throws Error that lists the last stops where there is no way to it, or where it is out of sight
	 */
	async to(name: string | RegExp, { role = '', back = false } = {}): Promise<Stop> {
		const passed: string[] = [];
		for (let i = 0; i < mostStops; i++) {
			await this.#page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
			const stop = await this.here();
			const called = typeof name === 'string' ? stop.name === name : name.test(stop.name);
			if (called && (role === '' || stop.role === role)) {
				if (!(await this.#page.evaluate(isInSight))) throw new Error(`${name} is out of sight`);
				return stop;
			}
			passed.push(`${stop.role} “${stop.name.slice(0, 40)}”`);
		}
		throw new Error(
			`No way to ${name} by keyboard; the last stops: ${passed.slice(-12).join(', ')}`
		);
	}

	/** Goes to a stop and presses a key on it. */
	async press(key: string, name: string | RegExp, how: { role?: string; back?: boolean } = {}) {
		await this.to(name, how);
		await this.#page.keyboard.press(key);
	}
}

/** Runs in the page: whether what has the focus lies within the window; a box is seen by its label. */
function isInSight(): boolean {
	const at = document.activeElement;
	const seen = at?.closest('label') ?? at;
	if (!seen?.checkVisibility()) return false;
	const { top, bottom, height } = seen.getBoundingClientRect();
	return height > 0 && bottom > 0 && top < innerHeight;
}
