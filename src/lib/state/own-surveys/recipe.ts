import type { OwnKind } from '#lib/contracts/own-survey.ts';
import { stripCounts, type Recipe } from '#lib/ingest/recipe/recipe.ts';
import { canonicalJson, sha256 } from './fingerprint.ts';

/** The kind that a recipe reads its file as: the last step that says so. */
export function kindOf({ steps }: Recipe): OwnKind {
	const step = steps.findLast((one) => one.do === 'kind');
	return step?.kind ?? 'other';
}

/**
 * The id of an own survey, made of its file and of every step of its recipe: the same file read in the same way
 * has it on every device, and another file or reading has another.
 */
export async function ownId(recipe: Recipe): Promise<string> {
	// Counts stay out, since a link goes without them.
	const text = canonicalJson(stripCounts(recipe));
	const hash = await sha256(new TextEncoder().encode(text));
	return `${kindOf(recipe)}-${hash.slice(0, 8)}`;
}
