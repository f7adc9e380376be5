import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Manifest } from './answer-book.ts';

/** What the browser fetches before its first own answer: where the tables lie, and the words for their codes. */
export interface Publication {
	readonly manifest: Manifest;
	readonly catalogue: Catalogue;
}

/** The catalogue with the code lists that dimensions use and no others. */
export function slimCatalogue(catalogue: Catalogue): Catalogue {
	const used = new Set(Object.values(dimensions).map(({ codeList }) => codeList));
	const lists = Object.entries(catalogue.codeLists).filter(([id]) => used.has(id));
	return { ...catalogue, codeLists: Object.fromEntries(lists) };
}
