/** A stream of random numbers that is the same on every machine. */
export interface RandomStream {
	/** The next 32 bits, 0 to 2^32 − 1. */
	readonly next: () => number;
	/** An integer from 0 to n − 1, each as likely. */
	readonly below: (n: number) => number;
	/** A number between 0 and 1, neither included, in steps of 2^−32. */
	readonly uniform: () => number;
}

/**
 * Each name has a stream of its own, so that what one part draws does not depend on how much another has drawn.
 * @param seed a whole number
 */
export const randomStream = (seed: number, name: string): RandomStream =>
	streamFrom(hashText(name) ^ seed);

/**
 * xoshiro128** (Blackman and Vigna, 2018) over 32-bit integers, seeded by splitmix32. No floating-point function
 * takes part in its integers.
 * @param word 32 bits
 */
export function streamFrom(word: number): RandomStream {
	const state = spread(word >>> 0);
	const next = (): number => step(state);
	return {
		next,
		below(n) {
			// Draws beyond the last full round would favour small numbers.
			const limit = 0x100000000 - (0x100000000 % n);
			let draw = next();
			while (draw >= limit) draw = next();
			return draw % n;
		},
		uniform: () => (next() + 0.5) / 0x100000000
	};
}

/** The 32-bit FNV-1a hash of a text's UTF-16 code units, low byte first (Fowler, Noll and Vo). */
export function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
		hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
	}
	return hash >>> 0;
}

function step(state: Uint32Array): number {
	// By index: taking a typed array apart goes through an iterator, at several times the cost.
	const a = state[0] ?? 0;
	const b = state[1] ?? 0;
	const c = state[2] ?? 0;
	const d = state[3] ?? 0;
	const five = Math.imul(b, 5);
	const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
	const e = c ^ a;
	const f = d ^ b;
	state[0] = a ^ f;
	state[1] = b ^ e;
	state[2] = e ^ (b << 9);
	state[3] = (f << 11) | (f >>> 21);
	return result;
}

/** Four words from one, by splitmix32: never all 0. */
function spread(word: number): Uint32Array {
	let z = word;
	return Uint32Array.from({ length: 4 }, () => {
		z = (z + 0x9e3779b9) >>> 0;
		let mixed = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
		mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
		return mixed ^ (mixed >>> 15);
	});
}
