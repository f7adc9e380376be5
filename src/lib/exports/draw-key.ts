import type { KeyItem } from '#lib/charts/key-item.ts';
import { smallSize } from './draw-axis.ts';
import { drawCapsule, drawShape, drawStrip } from './draw-mark.ts';
import { ink } from './palette.ts';
import type { Block } from './text-block.ts';
import { at, drawLine, textWidth } from './text-block.ts';
import { element } from './xml.ts';

const lineHeight = 22;

/** The key in reading order, on as many lines as it needs. */
export function drawKey(items: readonly KeyItem[], width: number): Block {
	let x = 0;
	let y = 0;
	const parts = items.map((item) => {
		const sample = drawSample(item);
		const wide = sample.width + textWidth(item.text, smallSize) + 24;
		if (x > 0 && x + wide - 24 > width) {
			x = 0;
			y += lineHeight;
		}
		const text = drawLine([{ text: item.text, fill: ink.muted }], {
			...{ x: sample.width, y: 15, size: smallSize }
		});
		const part = at(x, y, at(0, lineHeight / 2, sample.body) + text);
		x += wide;
		return part;
	});
	return { height: items.length === 0 ? 0 : y + lineHeight, body: parts.join('') };
}

/** A sample of the mark around y = 0, and where the words begin. */
function drawSample({ form, role = 'comparison' }: KeyItem): { width: number; body: string } {
	if (form === undefined) return { width: 0, body: '' };
	if (form === 'mark' || form === 'hollow') {
		return { width: 20, body: at(7, 0, drawShape(role, 5.5, form === 'hollow')) };
	}
	if (form === 'gap') {
		const bar = { x: 0, y: -1.5, width: 30, height: 3, fill: ink.gap };
		return { width: 38, body: element('rect', bar) };
	}
	if (form === 'withheld') return { width: 32, body: drawStrip(24, -6, 12) };
	const quality = form === 'dashed' ? 'imprecise' : 'ok';
	const capsule = drawCapsule(role, { from: 1, to: 41, height: 14, quality });
	return { width: 50, body: capsule + at(21, 0, drawShape(role, 6, form === 'dashed')) };
}
