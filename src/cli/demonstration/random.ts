import { streamFrom, type RandomStream } from '#lib/survey/random.ts';

/** Draws of the demonstration: integers that are the same on every machine. */
export class Random {
	readonly #stream: RandomStream;

	/** Each name gives a stream of its own, so that one part of the data can change without the others. */
	constructor(seed: number, name: string) {
		this.#stream = streamFrom(hash(name) ^ seed);
	}

	/** The next 32 bits, 0 to 2^32 - 1. */
	next(): number {
		return this.#stream.next();
	}

	/** An integer from 0 to n - 1, each as likely. */
	below(n: number): number {
		return this.#stream.below(n);
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
