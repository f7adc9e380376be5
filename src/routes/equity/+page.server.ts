import { existsSync } from 'node:fs';
import { emptyView } from '#lib/vocabulary/view.ts';
import type { PageServerLoad } from './$types';
import { engineBytes, readAnswerBook, readCatalogue } from '../generated.server.ts';
import { Teller } from '../story/story.ts';
import { equityPageFilters } from './filters.ts';
import { readContext } from './published.server.ts';
import { tellEquity } from './story.ts';

/** Rendered by `npm run notebooks`, where R is. */
const notebook = '/notebooks/gap-definitions.html';

export const load: PageServerLoad = async () => {
	const catalogue = await readCatalogue();
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	return {
		story: await tellEquity(emptyView, teller),
		filters: equityPageFilters(catalogue),
		published: await readContext(catalogue),
		notebook: existsSync(`static${notebook}`) ? notebook : null,
		limits: catalogue.site.limits.equity ?? [],
		engineBytes: await engineBytes()
	};
};
