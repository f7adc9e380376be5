import type { Code } from '#lib/contracts/catalogue.ts';
import type { ClassificationWords } from '#lib/contracts/import-contracts.ts';

/** Codes and titles of an official classification, brought to the codes of one of our lists. */
export interface Classified {
	/** By code as written in the classification, with and without its leading zero where that is clear. */
	readonly numbers: ReadonlyMap<string, string>;
	/** Official titles of codes that our list does not hold itself. */
	readonly titles: readonly (readonly [title: string, code: string])[];
}

export function classifiedCodes(
	codes: readonly Code[],
	classification: ClassificationWords | undefined
): Classified {
	if (!classification) return { numbers: new Map(), titles: [] };
	if (classification.parents) return byActivities(codes, classification.parents);
	const known = new Set(codes.map(({ code }) => code));
	const official = Object.entries(classification.titles ?? {});
	const numbers = new Map<string, string>();
	const titles: [string, string][] = [];
	for (const [code, title] of official) {
		const ours = longestKnown(code, known);
		if (ours === undefined) continue;
		numbers.set(code, ours);
		if (!known.has(code)) titles.push([title, ours]);
	}
	for (const code of known) numbers.set(code, code);
	for (const [code, ours] of [...numbers]) {
		const bare = code.replace(/^0+(?=\d{3})/, '');
		if (bare !== code && !numbers.has(bare)) numbers.set(bare, ours);
	}
	return { numbers, titles };
}

/** The longest beginning of a code that the list holds: `7231` is `72` where it has no finer one. */
function longestKnown(code: string, known: ReadonlySet<string>): string | undefined {
	for (let length = code.length; length > 0; length -= 1) {
		const part = code.slice(0, length);
		if (known.has(part)) return part;
	}
	return undefined;
}

/** Divisions, classes and sections of ISIC, by what the list's column `isic` says of each code. */
function byActivities(
	codes: readonly Code[],
	sectionOf: Readonly<Record<string, string>>
): Classified {
	const numbers = new Map<string, string>();
	const divisions = Object.keys(sectionOf).filter((code) => /^\d+$/.test(code));
	const shares = new Map<string, [code: string, share: number][]>();
	for (const { code, isic = '' } of codes) {
		for (const { section, without, parts } of activities(isic)) {
			const own = divisions.filter((division) => sectionOf[division] === section);
			const taken = own.filter((division) =>
				without ? !parts.includes(division) : parts.length === 0 || parts.includes(division)
			);
			for (const division of taken) numbers.set(division, code);
			for (const part of parts) if (!without && part.length > 2) numbers.set(part, code);
			const list = shares.get(section) ?? [];
			shares.set(section, [...list, [code, taken.length / Math.max(1, own.length)]]);
		}
	}
	for (const [section, claims] of shares) {
		const [only] = claims;
		if (claims.length === 1 && only && only[1] >= 0.5) numbers.set(section, only[0]);
	}
	return { numbers: withClasses(numbers, divisions), titles: [] };
}

/** Every group and class of a division, unless it has a code of its own. */
function withClasses(
	numbers: ReadonlyMap<string, string>,
	divisions: readonly string[]
): ReadonlyMap<string, string> {
	const all = new Map(numbers);
	for (const division of divisions) {
		const code = numbers.get(division);
		if (code === undefined) continue;
		for (let rest = 0; rest < 100; rest += 1) {
			const digits = `${division}${String(rest).padStart(2, '0')}`;
			if (!all.has(digits)) all.set(digits, code);
			const group = digits.slice(0, 3);
			if (!all.has(group)) all.set(group, code);
			const bare = digits.replace(/^0/, '');
			if (bare.length === 3 && !divisions.includes(bare.slice(0, 2)) && !all.has(bare)) {
				all.set(bare, code);
			}
		}
	}
	return all;
}

interface Activity {
	readonly section: string;
	readonly without: boolean;
	/** Divisions of two digits, classes of four. */
	readonly parts: readonly string[];
}

/** `M 69, 71–75` as section M with its divisions; `C without 13–14`; `I, N 79`. */
function activities(isic: string): Activity[] {
	return [...isic.matchAll(/([A-U])\b([^A-U]*)/g)].map(([, section = '', rest = '']) => ({
		section,
		without: rest.includes('without'),
		parts: [...rest.matchAll(/(\d+)(?:\s*[–-]\s*(\d+))?/g)].flatMap(([, from = '', to]) =>
			to === undefined
				? [from]
				: Array.from({ length: Number(to) - Number(from) + 1 }, (_, step) =>
						String(Number(from) + step).padStart(from.length, '0')
					)
		)
	}));
}
