/** A paragraph, a formula on a line of its own, or a list. */
type Block = string | { readonly formula: string } | { readonly list: readonly string[] };

/** A part of the article; the page adds figures and tables to some by their id. */
export interface Section {
	readonly id: string;
	readonly title: string;
	readonly blocks: readonly Block[];
}
