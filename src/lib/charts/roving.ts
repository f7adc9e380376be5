import type { Attachment } from 'svelte/attachments';

/**
 * Makes a list one tab stop: arrows move by row, Home and End jump, Enter follows the row's link.
 * Without script the links of the rows stay in the order of Tab.
 * @param rows what the list shows; a new value makes it look for its rows again
 */
export function roving(rows: readonly unknown[]): Attachment<HTMLElement> {
	return (list) => {
		const items = [...list.querySelectorAll<HTMLElement>(':scope > [data-row]')].slice(
			0,
			rows.length
		);
		const current = items.find((item) => item.tabIndex === 0) ?? items[0];
		for (const item of items) {
			item.tabIndex = item === current ? 0 : -1;
			linkOf(item)?.setAttribute('tabindex', '-1');
		}
		const listening = new AbortController();
		list.addEventListener('keydown', (event) => move(event, items), { signal: listening.signal });
		list.addEventListener('focusin', (event) => settle(event, items), { signal: listening.signal });
		return () => listening.abort();
	};
}

function move(event: KeyboardEvent, items: readonly HTMLElement[]): void {
	const from = items.findIndex((item) => item === event.target);
	if (from === -1 || event.altKey || event.ctrlKey || event.metaKey) return;
	if (event.key === 'Enter') {
		linkOf(items[from])?.click();
		return;
	}
	const to = {
		ArrowDown: from + 1,
		ArrowRight: from + 1,
		ArrowUp: from - 1,
		ArrowLeft: from - 1,
		Home: 0,
		End: items.length - 1
	}[event.key];
	if (to === undefined) return;
	event.preventDefault();
	items[Math.min(Math.max(to, 0), items.length - 1)]?.focus();
}

/** The row that has focus is the one that Tab comes back to. */
function settle(event: FocusEvent, items: readonly HTMLElement[]): void {
	const focused = items.find((item) => item === event.target);
	if (!focused) return;
	for (const item of items) item.tabIndex = item === focused ? 0 : -1;
}

function linkOf(item: HTMLElement | undefined): HTMLElement | null {
	return item?.querySelector<HTMLElement>('.name a[href]') ?? null;
}
