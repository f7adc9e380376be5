/** Places for the names of curves: beside the own line, away from the others and from each other. */
import type { ChartCurve, CurvesPlot } from './chart-curve.ts';
import type { CurvePlaces } from './curve-path.ts';
import { stretches } from './curve-path.ts';

export interface CurveLabel {
	readonly curve: ChartCurve;
	/** The anchor, per cent of the plot. */
	readonly x: number;
	readonly y: number;
	readonly anchor: 'start' | 'middle' | 'end';
	/** The words hang under the anchor, else they stand on it. */
	readonly below: boolean;
	readonly lines: readonly string[];
}

/** The least plot, that of a phone, in pixels: a label that fits there fits everywhere. */
const phone = { width: 240, height: 256, letter: 8.2, line: 19, endLine: 17 };
const gap = 2;

/** Heights at a place of the plot, per cent from the top. */
interface Heights {
	readonly line: number;
	readonly top: number;
	readonly bottom: number;
}

interface Box {
	readonly left: number;
	readonly right: number;
	readonly top: number;
	readonly bottom: number;
}

interface Candidate {
	readonly box: Box;
	readonly score: number;
	readonly label: Omit<CurveLabel, 'curve'>;
}

/** Lines of about a dozen letters, cut between words. */
export function wrapName(name: string, letters = 12): string[] {
	const lines: string[] = [];
	let line = '';
	for (const word of name.split(' ')) {
		const longer = line === '' ? word : `${line} ${word}`;
		if (line !== '' && longer.length > letters) lines.push(line);
		line = line === '' || longer.length <= letters ? longer : word;
	}
	lines.push(line);
	return lines;
}

/**
 * A place beside its line for the name of each curve of a step figure that has one. Undefined where the
 * curves leave no room for a name that no line runs through: then all stand after the ends.
 */
export function placeLabels(plot: CurvesPlot, places: CurvePlaces): CurveLabel[] | undefined {
	const all = plot.curves.map((curve) => heightsOf(curve, places));
	const found: { box: Box; label: CurveLabel }[] = [];
	for (const [i, curve] of plot.curves.entries()) {
		const own = all[i] ?? [];
		if (own.every((heights) => heights === undefined)) continue;
		const others = all.filter((_, j) => j !== i);
		const best = candidates(own, wrapName(curve.name))
			.filter(({ box }) => !found.some((other) => overlaps(box, other.box)))
			.map((one) => ({ ...one, score: one.score + freedom(one.box, others) }))
			.reduce<Candidate | undefined>((a, b) => (a && a.score >= b.score ? a : b), undefined);
		if (!best || best.score === -Infinity) return;
		found.push({ box: best.box, label: { ...best.label, curve } });
	}
	return found.map(({ label }) => label);
}

/** What is drawn of a curve at each per cent of the width. */
function heightsOf(curve: ChartCurve, { x, y }: CurvePlaces): (Heights | undefined)[] {
	const drawn = stretches(curve.points)
		.flat()
		.map(({ at, until, value, ends: [low, high] = [value, value] }) => ({
			from: x(at),
			to: x(until),
			heights: { line: y(value), top: y(high), bottom: y(low) }
		}));
	return Array.from(
		{ length: 101 },
		(_, i) => drawn.find(({ from, to }) => i >= from && i <= to)?.heights
	);
}

/** Both sides of the own curve, at every second per cent of the width. */
function candidates(own: readonly (Heights | undefined)[], lines: readonly string[]): Candidate[] {
	const letters = Math.max(...lines.map((line) => line.length));
	const width = Math.min(96, (letters * phone.letter * 100) / phone.width);
	const height = (lines.length * phone.line * 100) / phone.height;
	const found: Candidate[] = [];
	for (let left = 1; left + width <= 99; left += 2) {
		const right = left + width;
		const span = spanOf(own, left, right);
		// A name stands beside its line, not beyond its end.
		if (span.length < width * 0.7) continue;
		for (const below of [false, true]) {
			const edges = span.map(({ top, bottom }) => (below ? bottom : top));
			const edge = below ? Math.max(...edges) + gap : Math.min(...edges) - gap;
			const box = {
				left,
				right,
				top: below ? edge : edge - height,
				bottom: below ? edge + height : edge
			};
			if (box.top < 1 || box.bottom > 98) continue;
			const at = edges.indexOf(below ? Math.max(...edges) : Math.min(...edges)) / span.length;
			const anchor = at < 0.3 ? 'start' : at > 0.7 ? 'end' : 'middle';
			const x = { start: left, middle: left + width / 2, end: right }[anchor];
			const middle = span[Math.floor(span.length / 2)]?.line ?? edge;
			const label = { x: round(x), y: round(edge), anchor, below, lines } as const;
			found.push({ box, score: -Math.abs(middle - edge), label });
		}
	}
	return found;
}

/** How free a place is of the other curves: at most 16; no place at all where a line runs through. */
function freedom(box: Box, others: readonly (readonly (Heights | undefined)[])[]): number {
	const near = others.flatMap((other) => spanOf(other, box.left, box.right));
	const away = (top: number, bottom: number) => Math.max(box.top - bottom, top - box.bottom);
	const line = Math.min(12, ...near.map((one) => away(one.line, one.line)));
	const band = Math.min(4, ...near.map(({ top, bottom }) => away(top, bottom)));
	return line < 1 ? -Infinity : line + Math.max(band, -6);
}

function spanOf(of: readonly (Heights | undefined)[], left: number, right: number): Heights[] {
	return of.slice(Math.floor(left), Math.ceil(right) + 1).filter((one) => one !== undefined);
}

function overlaps(a: Box, b: Box): boolean {
	return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Heights for names at the ends of lines, per cent from the top: as near to their line as the lines of
 * text of a phone allow without overlap.
 * @param wanted for each name the height of its line's end and its number of lines of text
 */
export function spreadEnds(
	wanted: readonly { readonly y: number; readonly lines: number }[]
): number[] {
	const tall = ({ lines }: { lines: number }) => ((lines * phone.endLine + 3) * 100) / phone.height;
	const order = wanted.map((one, i) => ({ ...one, i })).toSorted((a, b) => a.y - b.y);
	const at: number[] = wanted.map(({ y }) => y);
	let from = 0;
	for (const one of order) {
		at[one.i] = Math.max(one.y, from + tall(one) / 2);
		from = (at[one.i] ?? 0) + tall(one) / 2;
	}
	let to = 100;
	for (const one of order.toReversed()) {
		at[one.i] = Math.min(at[one.i] ?? 0, to - tall(one) / 2);
		to = (at[one.i] ?? 0) - tall(one) / 2;
	}
	return at.map(round);
}

function round(value: number): number {
	return Math.round(value * 100) / 100;
}
