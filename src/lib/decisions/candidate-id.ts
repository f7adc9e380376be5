import { hashText } from '#lib/survey/random.ts';

/** What a candidate contains: the identity of a course, whatever its figures are in this edition. */
export interface Content {
	readonly sector: string;
	readonly skills: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

/** Hexadecimal digits after the sector, unless two candidates share them. */
const digits = 4;

/**
 * The ids of candidates, such as `XX-3f2a`: the sector, and 4 hexadecimal digits of an FNV-1a hash of skills and
 * levels, so that the same content has the same address wherever it stands in the list. Candidates that share the
 * digits get as many more as tell them apart.
 * @throws RangeError when two have the same content
 */
export function candidateIds(contents: readonly Content[]): string[] {
	const texts = contents.map(textOf);
	if (new Set(texts).size < texts.length) throw new RangeError('Two candidates are the same');
	const hashes = texts.map(hashOf);
	return contents.map(({ sector }, i) => {
		const rivals = hashes.filter((_, k) => k !== i && contents[k]?.sector === sector);
		const own = hashes[i] ?? '';
		let length = digits;
		while (length < own.length && rivals.some((other) => sameStart(other, own, length))) length++;
		return `${sector}-${own.slice(0, length)}`;
	});
}

function sameStart(a: string, b: string, length: number): boolean {
	return a.slice(0, length) === b.slice(0, length);
}

/** The same for the same content in any order. */
function textOf({ sector, skills }: Content): string {
	return [sector, ...skills.map(({ id, from, to }) => `${id}:${from}>${to}`).sort()].join(' ');
}

/** 64 bits of hexadecimal digits: the hash of the text, then that of the text with a mark behind it. */
function hashOf(text: string): string {
	return [text, `${text} 2`].map((one) => hashText(one).toString(16).padStart(8, '0')).join('');
}
