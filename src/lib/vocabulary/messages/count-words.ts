import { formatCount } from '#lib/vocabulary/numbers.ts';

const words = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];

/** `Seven`, from eleven on in figures. */
export function countWord(count: number): string {
	return words[count] ?? formatCount(count);
}

/** `1,184 rows`, `1 row`. */
export function plural(count: number, what: string): string {
	return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** `Seven columns`, `One column`. */
export function countOf(count: number, what: string): string {
	return count === 1 ? `One ${what}` : `${countWord(count)} ${what}s`;
}
