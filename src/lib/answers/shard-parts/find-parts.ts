import { entropy, numberKinds } from './kinds.ts';
import { whoIn, type ProfileParts, type RowColumns } from './profile-parts.ts';

/** Most combinations of those who answer. */
const mostWho = 64;
/** Bytes that an entry of the table takes compressed, about: most of them are 0. */
const bytesAnEntry = 0.15;

/**
 * Finds who it is that profiles follow from, and leaves out of the answer what follows from them.
 * @param traits by profile: what it holds of each indicator and level, as text
 * @param askable columns of respondents that may say who answered
 * @returns undefined where profiles take less room as they are
 */
export function findParts(
	profile: Uint32Array,
	traits: readonly (readonly string[])[],
	askable: RowColumns
): ProfileParts | undefined {
	const columns = Object.entries(askable);
	const kinds = numberKinds([profile, ...Object.values(askable)], profile.length, Infinity);
	const people = { profile, rows: kinds?.first ?? [] };
	if (!follows(people, traits, [])) return undefined;
	const { who, kept } = fewest(people, traits, columns);
	const sizes = who.map(([, column]) => sizeOf(column));
	const whoOf = whoIn(Object.fromEntries(who), profile.length, sizes);
	if (who.length === 0 || whoOf.size > mostWho) return undefined;
	const textOf = numberTexts(kept);
	const lowest: number[] = [];
	const texts = profile.map((number) => textOf[number] ?? 0);
	texts.forEach((text, row) => {
		lowest[text] = Math.min(lowest[text] ?? Infinity, profile[row] ?? 0);
	});
	// Answers in the order of their profiles: the table is then as even as theirs.
	const order = [...lowest.keys()].sort((a, b) => (lowest[a] ?? 0) - (lowest[b] ?? 0));
	const place = new Map(order.map((text, number) => [text, number]));
	const answer = texts.map((text) => place.get(text) ?? 0);
	const above = new Uint32Array(order.length * whoOf.size);
	answer.forEach((number, row) => {
		const at = number * whoOf.size + (whoOf.numbers[row] ?? 0);
		above[at] = 1 + (profile[row] ?? 0) - (lowest[texts[row] ?? 0] ?? 0);
	});
	if (entropy(answer) + bytesAnEntry * above.length >= entropy(profile)) return undefined;
	return {
		who: who.map(([name], i) => ({ name, size: sizes[i] ?? 1 })),
		...{ answer, above, lowest: order.map((text) => lowest[text] ?? 0) }
	};
}

/** The fewest traits and columns that the profile still follows from. */
function fewest(
	people: Parameters<typeof follows>[0],
	traits: readonly (readonly string[])[],
	askable: readonly (readonly [string, ArrayLike<number>])[]
) {
	let kept = traits;
	let who = askable;
	for (const trait of traits.toReversed()) {
		const fewer = kept.filter((one) => one !== trait);
		if (follows(people, fewer, who)) kept = fewer;
	}
	for (const column of askable.toReversed()) {
		const fewer = who.filter((one) => one !== column);
		if (follows(people, kept, fewer)) who = fewer;
	}
	return { kept, who };
}

/** @param rows one row of each kind that the profile or somebody who was asked makes */
function follows(
	{ profile, rows }: { readonly profile: Uint32Array; readonly rows: readonly number[] },
	traits: readonly (readonly string[])[],
	who: readonly (readonly [string, ArrayLike<number>])[]
): boolean {
	const texts = numberTexts(traits);
	const found = new Map<string, number>();
	return rows.every((row) => {
		const number = profile[row] ?? 0;
		const text = `${who.map(([, column]) => column[row]).join()} ${texts[number]}`;
		const known = found.get(text) ?? number;
		found.set(text, known);
		return known === number;
	});
}

/** Profile → number of what it holds of these traits. */
function numberTexts(traits: readonly (readonly string[])[]): number[] {
	const seen = new Map<string, number>();
	return Array.from(traits[0] ?? [], (_, number) => {
		const text = traits.map((trait) => trait[number]).join(';');
		const known = seen.get(text) ?? seen.size;
		seen.set(text, known);
		return known;
	});
}

function sizeOf(column: ArrayLike<number>): number {
	let most = 0;
	for (let row = 0; row < column.length; row++) most = Math.max(most, column[row] ?? 0);
	return most + 1;
}
