import { resolve } from '$app/paths';
import { carriedQuery, parametersOf } from './links.ts';

/** What was added to a link, so that it can be told from what the link had of its own. */
const added = new WeakMap<HTMLAnchorElement, string>();

/**
 * Gives a link from one page of figures to another the filters that both know, at the moment when it is
 * touched. A link that has a query keeps it, and a link to the page itself clears it.
 */
export function carryFilters({ target }: Event): void {
	const link = target instanceof Element ? target.closest('a') : null;
	if (!link || link.origin !== location.origin) return;
	if (link.search !== '' && link.search !== added.get(link)) return;
	const here = location.pathname;
	if (link.pathname === here || parametersOf(within(here)).length === 0) return;
	const query = carriedQuery(within(link.pathname), location.search);
	if (query === link.search) return;
	link.search = query;
	added.set(link, link.search);
}

/** The path of a page within the site. */
function within(path: string): string {
	return path.slice(resolve('/').length - 1);
}
