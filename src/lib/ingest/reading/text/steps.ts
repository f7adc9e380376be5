import type { Marks } from './record.ts';

const [tab, lf, cr, space] = [9, 10, 13, 32];

/** The place of the next line break, or where the bytes end. */
export function endOfLine(bytes: Uint8Array, from: number): number {
	let end = from;
	while (end < bytes.length && bytes[end] !== lf && bytes[end] !== cr) end++;
	return end;
}

/** The next quote that no escape makes a letter; -1 when there is none. */
export function nextQuote(bytes: Uint8Array, from: number, { quote, escape }: Marks): number {
	if (escape < 0) return bytes.indexOf(quote, from);
	for (let i = from; i < bytes.length; i++) {
		if (bytes[i] === escape) i++;
		else if (bytes[i] === quote) return i;
	}
	return -1;
}

/** The place behind the spaces at `at`; a space that parts fields is none. */
export function skipSpaces(bytes: Uint8Array, at: number, { delimiter }: Marks): number {
	let i = at;
	while ((bytes[i] === space || bytes[i] === tab) && bytes[i] !== delimiter) i++;
	return i;
}

/** Whether a field begins at `at`. */
export function beginsField(bytes: Uint8Array, at: number, { delimiter }: Marks): boolean {
	const before = bytes[at - 1];
	return before === delimiter || before === lf || before === cr;
}

/** Whether these bytes stand at `at`; no bytes stand nowhere. */
export function beginsWith(bytes: Uint8Array, at: number, mark: Uint8Array): boolean {
	return mark.length > 0 && mark.every((byte, i) => bytes[at + i] === byte);
}
