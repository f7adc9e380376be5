/** A course that has a page. */
export interface Known {
	readonly id: string;
	readonly sector: string;
	readonly name: string;
}

/** What can be offered for the name of a course that is not there. */
export interface Nearest {
	/** One letter or digit away, or the same in other letters. */
	readonly meant: readonly Known[];
	/** Of the sector that the name begins with. */
	readonly inSector: readonly Known[];
}

export function nearest(asked: string, known: readonly Known[]): Nearest {
	const wanted = asked.toUpperCase();
	const [prefix = ''] = wanted.split('-');
	return {
		meant: known.filter(({ id }) => isNear(id.toUpperCase(), wanted)),
		inSector: known.filter(({ sector }) => sector.toUpperCase() === prefix)
	};
}

/** Whether one change, one more or one less letter makes one text the other. */
function isNear(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	let start = 0;
	while (start < one.length && one[start] === other[start]) start++;
	const [a, b] = [one.slice(start), other.slice(start)];
	return a.slice(1) === b.slice(1) || a.slice(1) === b || a === b.slice(1);
}
