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
	if (!follows(profile, traits, [])) return undefined;
	const { who, kept } = fewest(profile, traits, Object.entries(askable));
	const sizes = who.map(([, column]) => sizeOf(column));
	const whoOf = whoIn(Object.fromEntries(who), profile.length, sizes);
	if (who.length === 0 || whoOf.size > mostWho) return undefined;
	const traitsOfRows = kept.map((trait) => Array.from(profile, (number) => trait[number] ?? ''));
	const lowest: number[] = [];
	const texts = numberKinds(traitsOfRows, profile.length, Infinity)?.numbers ?? profile;
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
	profile: Uint32Array,
	traits: readonly (readonly string[])[],
	askable: readonly (readonly [string, ArrayLike<number>])[]
) {
	let kept = traits;
	let who = askable;
	for (const trait of traits.toReversed()) {
		const fewer = kept.filter((one) => one !== trait);
		if (follows(profile, fewer, who)) kept = fewer;
	}
	for (const column of askable.toReversed()) {
		const fewer = who.filter((one) => one !== column);
		if (follows(profile, kept, fewer)) who = fewer;
	}
	return { kept, who };
}

function follows(
	profile: Uint32Array,
	traits: readonly (readonly string[])[],
	who: readonly (readonly [string, ArrayLike<number>])[]
): boolean {
	const texts = Array.from(traits[0] ?? [], (_, number) =>
		traits.map((trait) => trait[number]).join(';')
	);
	const found = new Map<string, number>();
	return profile.every((number, row) => {
		const text = `${who.map(([, column]) => column[row]).join()} ${texts[number]}`;
		const known = found.get(text) ?? number;
		found.set(text, known);
		return known === number;
	});
}

function sizeOf(column: ArrayLike<number>): number {
	let most = 0;
	for (let row = 0; row < column.length; row++) most = Math.max(most, column[row] ?? 0);
	return most + 1;
}
