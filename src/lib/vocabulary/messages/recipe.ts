/** Words about a recipe on another file. */
export const recipeWords = {
	whichColumn: (contract: string) =>
		`The column that “${contract}” was read from is not in this file. Which one is it now?`
} as const;
