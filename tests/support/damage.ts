import fc from 'fast-check';

/** What files get to hold: marks of formats and languages, and letters that are hard to read. */
const pieces = [
	...['\0', '"', '""', "'", '\r', '\n', '\r\n', ',', ';', '\t', '|', '\\', '%', '#', '\u001A'],
	...['\uFEFF', '😀', '\u202E', '\u2028', 'é', '__proto__', '1e999', '=1+1', '<script>', '{{'],
	...["'; DROP TABLE raw; --", 'NULL', '99999999999999999999', '\n\n\n', ',,,,,,', '"\n']
].map((piece) => new TextEncoder().encode(piece));

const join = (...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
	const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		all.set(part, at);
		at += part.length;
	}
	return all;
};

/** One thing that befalls a file; `at` and `to` are shares of its length. */
export interface Damage {
	readonly how: 'insert' | 'cut' | 'repeat' | 'end' | 'change' | 'scatter';
	readonly at: number;
	readonly to: number;
	readonly piece: Uint8Array;
}

/** A few things that befall a file, one after the other. */
export const damages = fc.array(
	fc.record<Damage>({
		how: fc.constantFrom('insert', 'cut', 'repeat', 'end', 'change', 'scatter'),
		at: fc.double({ min: 0, max: 1, noNaN: true }),
		to: fc.double({ min: 0, max: 1, noNaN: true }),
		piece: fc.oneof(fc.constantFrom(...pieces), fc.uint8Array({ minLength: 1, maxLength: 6 }))
	}),
	{ minLength: 1, maxLength: 4 }
);

/** The file after it. */
export function damage(bytes: Uint8Array, all: readonly Damage[]): Uint8Array<ArrayBuffer> {
	return all.reduce<Uint8Array<ArrayBuffer>>((file, each) => befall(file, each), join(bytes));
}

function befall(file: Uint8Array<ArrayBuffer>, { how, at, to, piece }: Damage) {
	const start = Math.floor(at * file.length);
	const end = Math.min(file.length, start + Math.floor(to * 200));
	const before = file.subarray(0, start);
	switch (how) {
		case 'insert':
			return join(before, piece, file.subarray(start));
		case 'cut':
			return join(before, file.subarray(end));
		case 'repeat':
			return join(file.subarray(0, end), file.subarray(start));
		case 'end':
			return join(before);
		case 'change':
			return join(before, piece, file.subarray(start + piece.length));
		case 'scatter': {
			const step = Math.max(1, Math.floor(file.length / 12));
			const parts = Array.from({ length: 12 }, (_, index) =>
				file.subarray(index * step, index === 11 ? file.length : (index + 1) * step)
			);
			return join(...parts.flatMap((part) => [part, piece]));
		}
	}
}
