import type { Estimate } from '#lib/vocabulary/estimate.ts';

/** From how many on figures of a group may leave the device. */
export interface LeastToLeave {
	/** Respondents of the unit: people, establishments or heads. */
	readonly n: number;
	/** Clusters, where they are the employers of the people asked. */
	readonly clusters?: number;
}

/** Separates the codes of a key; no code holds it. */
const separator = '\u001f';

export function keyText(key: readonly string[]): string {
	return key.join(separator);
}

interface Cell {
	readonly key: readonly string[];
	readonly n: number;
	readonly fails: boolean;
}

/**
 * The keys of a table that are withheld when it leaves the device: those of too few, and beside them as many more
 * that what is left out of a line never is one cell, nor fewer people than `least`: it could be worked out from
 * the line's total. A line is all keys that differ in one dimension only. Each table is looked at by itself.
 */
export function withheldKeys(
	estimates: readonly Pick<Estimate, 'key' | 'n' | 'clusters'>[],
	least: LeastToLeave
): ReadonlySet<string> {
	const cells = cellsOf(estimates, least);
	const withheld = new Set(cells.filter(({ fails }) => fails).map(({ key }) => keyText(key)));
	const lines = linesOf(cells);
	for (let before = -1; before !== withheld.size;) {
		before = withheld.size;
		for (const line of lines) hideAmong(line, withheld, least.n);
	}
	return withheld;
}

/** A figure without any number: primary and secondary cannot be told apart. */
export function withheld({ key, part }: Estimate): Estimate {
	return {
		...{ key, ...(part === undefined ? {} : { part }) },
		...{ n: 0, missing: 0, clusters: 0, sumWeights: 0, df: 0 },
		...{ value: null, se: null, low: null, high: null, deff: null },
		...{ quality: 'suppressed', reason: 'withheld' }
	};
}

/** One cell a key; where a key has parts, the fewest of them count. A key without anybody hides nobody. */
function cellsOf(
	estimates: readonly Pick<Estimate, 'key' | 'n' | 'clusters'>[],
	least: LeastToLeave
): Cell[] {
	const cells = new Map<string, Cell>();
	for (const { key, n, clusters } of estimates) {
		if (n === 0) continue;
		const id = keyText(key);
		const known = cells.get(id);
		const fails = n < least.n || clusters < (least.clusters ?? 0);
		cells.set(id, {
			...{ key, n: Math.min(n, known?.n ?? n) },
			fails: fails || (known?.fails ?? false)
		});
	}
	return [...cells.values()];
}

function linesOf(cells: readonly Cell[]): Cell[][] {
	const depth = cells[0]?.key.length ?? 0;
	const lines: Cell[][] = [];
	for (let at = 0; at < depth; at++) {
		const groups = new Map<string, Cell[]>();
		for (const cell of cells) {
			const others = keyText(cell.key.toSpliced(at, 1));
			groups.set(others, [...(groups.get(others) ?? []), cell]);
		}
		lines.push(...groups.values());
	}
	return lines;
}

/** Withholds the smallest that are left of a line until what is withheld hides each of its cells. */
function hideAmong(line: readonly Cell[], hidden: Set<string>, least: number): void {
	const isHidden = ({ key }: Cell): boolean => hidden.has(keyText(key));
	const out = line.filter(isHidden);
	if (out.length === 0) return;
	let [count, people] = [out.length, out.reduce((sum, { n }) => sum + n, 0)];
	for (const cell of line.filter((one) => !isHidden(one)).toSorted((a, b) => a.n - b.n)) {
		if (count >= 2 && people >= least) return;
		hidden.add(keyText(cell.key));
		count += 1;
		people += cell.n;
	}
}
