import { ink } from './palette.ts';
import { element, escapeXml } from './xml.ts';

/** A part of a drawing: markup with its origin at the top left, and how high it is in pixels. */
export interface Block {
	readonly height: number;
	readonly body: string;
}

/** A piece of running text in one style. */
export interface Piece {
	readonly text: string;
	readonly bold?: boolean;
	/** A colour; the text colour when left out. */
	readonly fill?: string | undefined;
	/** Not broken over two lines where it fits on one: `n 184`, an interval. */
	readonly whole?: boolean;
}

export interface TextStyle {
	/** Pixels. */
	readonly size: number;
	/** Pixels at which a line breaks. */
	readonly width: number;
	readonly lineHeight?: number;
}

/** Words that share a style, on one line. */
type Line = Piece[];

/**
 * About how wide a text is in the sans-serif fonts of the stack, in pixels. Their widths differ by a few per
 * cent; Arial's, the widest of them, are taken, so that no line runs into its neighbour.
 */
export function textWidth(text: string, size: number, bold = false): number {
	let units = 0;
	for (const character of text) units += characterWidth(character);
	return units * size * (bold ? 1.07 : 1);
}

/** In parts of the font size, after Arial. */
function characterWidth(character: string): number {
	if (/[ijl'’|]/.test(character)) return 0.22;
	if (/[ ftIr()[\]/\-.,:;!·\u00a0]/.test(character)) return 0.3;
	if (/[cksvxyzJ“”"]/.test(character)) return 0.5;
	if (/[mwMW%@—]/.test(character)) return 0.86;
	if (/[A-Z&]/.test(character)) return 0.7;
	// Scripts whose letters fill a square.
	if (/[\u1100-\uffdc]/.test(character)) return 1;
	return 0.56;
}

/** Running text from the top left, broken where it reaches the width. */
export function flow(pieces: readonly Piece[], style: TextStyle): Block {
	const { size, lineHeight = 1.3 } = style;
	const lines = breakLines(pieces, style);
	const step = Math.round(size * lineHeight);
	const body = lines
		.map((line, i) => drawLine(line, { x: 0, y: i * step + Math.round(size * 0.98), size }))
		.join('');
	return { height: lines.length * step, body };
}

/** One line of text at a place; x is its start, middle or end as the anchor says. */
export function drawLine(
	line: readonly Piece[],
	{ x, y, size, anchor }: { x: number; y: number; size: number; anchor?: 'middle' | 'end' }
): string {
	const spans = line.map(({ text, bold, fill }) =>
		element(
			'tspan',
			{ 'font-weight': bold ? 600 : undefined, fill: fill === ink.text ? undefined : fill },
			escapeXml(text)
		)
	);
	const attributes = { x, y, 'font-size': size, 'text-anchor': anchor, fill: ink.text };
	return element('text', { ...attributes, 'xml:space': 'preserve' }, spans.join(''));
}

function breakLines(pieces: readonly Piece[], { size, width }: TextStyle): Line[] {
	const lines: Line[] = [[]];
	let used = 0;
	for (const piece of pieces) {
		for (const word of wordsOf(piece, { size, width })) {
			const wide = textWidth(word, size, piece.bold);
			// A space at the end of a line takes no room.
			const needed = textWidth(word.trimEnd(), size, piece.bold);
			if (used > 0 && used + needed > width) {
				lines.push([]);
				used = 0;
			}
			if (used === 0 && word.trim() === '') continue;
			lines.at(-1)?.push({ ...piece, text: word });
			used += wide;
		}
	}
	return lines.filter((line) => line.length > 0).map(joinAlike);
}

/** Words with the space after them; a word wider than a line is cut. */
function wordsOf({ text, whole, bold }: Piece, { size, width }: TextStyle): string[] {
	const fits = textWidth(text.trimEnd(), size, bold) <= width;
	const words = whole && fits ? [text] : (text.match(/\s+|[^\s]+\s?/g) ?? []);
	return words.flatMap((word) => {
		if (textWidth(word.trimEnd(), size, bold) <= width) return [word];
		const letters = Math.max(4, Math.floor((word.length * width) / textWidth(word, size, bold)));
		return [...(word.match(new RegExp(`.{1,${letters}}`, 'gsu')) ?? [])];
	});
}

/** Neighbours of one style as one piece. */
function joinAlike(line: Line): Line {
	const joined: Line = [];
	for (const piece of line) {
		const last = joined.at(-1);
		const alike = last?.bold === piece.bold && last?.fill === piece.fill;
		if (last && alike) joined[joined.length - 1] = { ...last, text: last.text + piece.text };
		else joined.push(piece);
	}
	return joined;
}

/** A block moved to a place. */
export function at(x: number, y: number, body: string): string {
	return body === '' ? '' : element('g', { transform: `translate(${x} ${y})` }, body);
}

/** Blocks below each other. */
export function stack(blocks: readonly Block[], gap: number): Block {
	let y = 0;
	const parts: string[] = [];
	for (const { height, body } of blocks.filter((block) => block.height > 0)) {
		parts.push(at(0, y, body));
		y += height + gap;
	}
	return { height: Math.max(0, y - gap), body: parts.join('') };
}
