import type { OwnKind } from '#lib/contracts/own-survey.ts';

/** What keeping reads of a recipe; its steps are for those who replay it. */
export interface KeptRecipe {
	readonly format: string;
	readonly file: {
		readonly name: string;
		readonly sha256: string;
		readonly rows: number;
		readonly columns: readonly string[];
	};
	readonly survey: {
		readonly title: string;
		readonly wave: string;
		readonly synthetic: boolean;
		readonly universe: string;
		readonly from?: string;
		readonly to?: string;
	};
	readonly steps: readonly { readonly do: string; readonly kind?: OwnKind }[];
}

/** The kind that a recipe reads its file as: the last step that says so. */
export function kindOf({ steps }: KeptRecipe): OwnKind {
	return steps.findLast((step) => step.do === 'kind')?.kind ?? 'other';
}
