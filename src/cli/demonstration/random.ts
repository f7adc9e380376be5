/**
 * Random integers that are the same on every machine: xoshiro128** by Blackman and Vigna (2018) over
 * 32-bit integers, seeded by splitmix32 from a number and a name. No floating-point function takes part.
 */
export class Random {
	readonly #state: Uint32Array;

	/** Each name gives a stream of its own, so that one part of the data can change without the others. */
	constructor(seed: number, name: string) {
		let z = hash(name) ^ (seed >>> 0);
		this.#state = new Uint32Array(4);
		for (let i = 0; i < 4; i++) {
			z = (z + 0x9e3779b9) >>> 0;
			let t = z ^ (z >>> 16);
			t = Math.imul(t, 0x21f0aaad);
			t ^= t >>> 15;
			t = Math.imul(t, 0x735a2d97);
			this.#state[i] = t ^ (t >>> 15);
		}
	}

	/** The next 32 bits, 0 to 2^32 - 1. */
	next(): number {
		const s = this.#state;
		const [a = 0, b = 0, c = 0, d = 0] = s;
		const five = Math.imul(b, 5);
		const result = Math.imul((five << 7) | (five >>> 25), 9) >>> 0;
		const e = c ^ a;
		const f = d ^ b;
		s[0] = a ^ f;
		s[1] = b ^ e;
		s[2] = e ^ (b << 9);
		s[3] = (f << 11) | (f >>> 21);
		return result;
	}

	/** An integer from 0 to n - 1, each as likely: draws beyond the last full round are thrown away. */
	below(n: number): number {
		const limit = 0x100000000 - (0x100000000 % n);
		let draw = this.next();
		while (draw >= limit) draw = this.next();
		return draw % n;
	}

	/** True p times in a thousand. */
	perMille(p: number): boolean {
		return this.below(1000) < p;
	}

	/** An integer around 0, at most `spread` away: the sum of three even draws, its deviation spread / 3. */
	around(spread: number): number {
		const third = Math.floor(spread / 3);
		const width = 2 * third + 1;
		return this.below(width) + this.below(width) + this.below(width) - 3 * third;
	}

	/** How many of n trials succeed, each p times in a thousand. */
	count(n: number, p: number): number {
		let total = 0;
		for (let i = 0; i < n; i++) if (this.perMille(p)) total++;
		return total;
	}

	/** A key of the table, drawn in proportion to its share. Shares are whole numbers. */
	pick(shares: Readonly<Record<string, number>>): string {
		const keys = Object.keys(shares).sort();
		let draw = this.below(keys.reduce((sum, key) => sum + (shares[key] ?? 0), 0));
		for (const key of keys) {
			draw -= shares[key] ?? 0;
			if (draw < 0) return key;
		}
		throw new RangeError('Shares must be whole numbers with a sum above 0');
	}

	/** An item drawn in proportion to its `share`. */
	pickItem<T extends { readonly share: number }>(items: readonly T[]): T {
		let draw = this.below(items.reduce((sum, item) => sum + item.share, 0));
		for (const item of items) {
			draw -= item.share;
			if (draw < 0) return item;
		}
		throw new RangeError('Shares must be whole numbers with a sum above 0');
	}

	/** `count` of the items, in their order, each subset as likely (selection sampling, Knuth 3.4.2 S). */
	sample<T>(items: readonly T[], count: number): T[] {
		const chosen: T[] = [];
		items.forEach((item, i) => {
			if (this.below(items.length - i) < count - chosen.length) chosen.push(item);
		});
		return chosen;
	}
}

/** FNV-1a over the UTF-16 units of the text. */
function hash(text: string): number {
	let h = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
	return h >>> 0;
}
