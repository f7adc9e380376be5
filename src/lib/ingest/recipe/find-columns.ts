/** The columns of a recipe in another file. */
export interface FoundColumns {
	/** Name in the recipe to name in the file. */
	readonly names: ReadonlyMap<string, string>;
	/** Of these, the ones that are written in another way. */
	readonly renamed: readonly { readonly recipe: string; readonly file: string }[];
	readonly missing: readonly string[];
	/** Columns of the file that the recipe does not know. */
	readonly added: readonly string[];
}

/**
 * Finds columns by name; one that is not there as written is looked for without regard to case, spaces and
 * marks, and is taken where a single column is left that it can be.
 */
export function findColumns(recipe: readonly string[], file: readonly string[]): FoundColumns {
	const names = new Map(file.filter((name) => recipe.includes(name)).map((name) => [name, name]));
	const free = file.filter((name) => !names.has(name));
	const renamed: { recipe: string; file: string }[] = [];
	for (const name of recipe) {
		if (names.has(name)) continue;
		const alike = free.filter((other) => fold(other) === fold(name));
		const rivals = recipe.filter((other) => !names.has(other) && fold(other) === fold(name));
		const [only] = alike;
		if (only === undefined || alike.length > 1 || rivals.length > 1) continue;
		renamed.push({ recipe: name, file: only });
	}
	for (const pair of renamed) names.set(pair.recipe, pair.file);
	const used = new Set(names.values());
	return {
		...{ names, renamed },
		missing: recipe.filter((name) => !names.has(name)),
		added: file.filter((name) => !used.has(name))
	};
}

function fold(name: string): string {
	return name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{Letter}\p{Number}]+/gu, '');
}
