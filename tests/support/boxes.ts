/**
 * Functions that run inside a page and name what is laid out badly. Each stands alone, since it is
 * sent to the page as text.
 */

/** What sticks out of the window to the right; a container that scrolls by itself may hold more. */
export function tooWide(): string[] {
	const width = document.documentElement.clientWidth;
	if (document.documentElement.scrollWidth <= width) return [];
	const scrolls = (element: Element) => {
		for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
			if (getComputedStyle(at).overflowX !== 'visible') return true;
		}
		return false;
	};
	const out = [...document.body.querySelectorAll('*')].filter(
		(element) => element.getBoundingClientRect().right > width + 1 && !scrolls(element)
	);
	const name = (element: Element) =>
		`${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}: ${(element.textContent ?? '').trim().slice(0, 40)}`;
	return [`page ${document.documentElement.scrollWidth} px wide`, ...out.slice(0, 5).map(name)];
}

/** Elements that cut off text of their own. Text for screen readers alone is meant to be cut. */
export function clippedText(): string[] {
	const cut: string[] = [];
	for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
		const style = getComputedStyle(element);
		const own = [...element.childNodes].some(
			(node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''
		);
		if (!own || element.clientWidth <= 1 || style.clipPath !== 'none') continue;
		const hides = [style.overflowX, style.overflowY].some((value) => /hidden|clip/.test(value));
		const wide = element.scrollWidth > element.clientWidth + 1;
		const high = element.scrollHeight > element.clientHeight + 1;
		if (hides && (wide || high)) cut.push((element.textContent ?? '').trim().slice(0, 60));
	}
	return cut;
}

/** Pairs of texts whose boxes cover each other by more than a hair, SVG text included. */
export function overlappingText(): string[] {
	interface Box {
		text: string;
		rect: DOMRect;
		owner: Element;
	}
	const boxes: Box[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const owner = node.parentElement;
		const text = (node.textContent ?? '').trim();
		if (!owner || text === '' || owner.closest('script, style, noscript, option, title')) continue;
		if (!owner.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
		let hidden = false;
		for (let at: Element | null = owner; at; at = at.parentElement) {
			const style = getComputedStyle(at);
			if (style.clipPath !== 'none' || style.position === 'sticky') hidden = true;
		}
		if (hidden) continue;
		const range = document.createRange();
		range.selectNodeContents(node);
		for (const rect of range.getClientRects()) boxes.push({ text, rect, owner });
	}
	boxes.sort((a, b) => a.rect.top - b.rect.top);
	const pairs = new Set<string>();
	boxes.forEach((a, i) => {
		for (const b of boxes.slice(i + 1)) {
			if (b.rect.top >= a.rect.bottom) break;
			if (a.owner === b.owner) continue;
			const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left);
			const down = Math.min(a.rect.bottom, b.rect.bottom) - b.rect.top;
			// Boxes of text are taller than its letters: lines may share the leading between them.
			const share = down / Math.min(a.rect.height, b.rect.height);
			if (across > 1 && share > 0.3) pairs.add(`${a.text.slice(0, 40)} / ${b.text.slice(0, 40)}`);
		}
	});
	return [...pairs].slice(0, 10);
}

/** Intervals, such as 38–44 or (−4 to 12), that run from one line to the next. */
export function brokenIntervals(): string[] {
	const broken: string[] = [];
	const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
	for (let node = walker.nextNode(); node; node = walker.nextNode()) {
		const text = node.textContent ?? '';
		for (const found of text.matchAll(/−?\d[\d,.]*(?:–|(?<=\(−?[\d,.]+) to )−?\d[\d,.]*/g)) {
			const range = document.createRange();
			range.setStart(node, found.index);
			range.setEnd(node, found.index + found[0].length);
			const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
			if (lines.size > 1) broken.push(text.trim().slice(0, 60));
		}
	}
	return broken;
}
