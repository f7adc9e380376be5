import type { Where } from '#lib/decisions/asker.ts';
import { formatView } from '#lib/vocabulary/view.ts';

/** The address, below the base of the site, of the order of a sector's courses under a View. */
export function orderLink(sector: string, where: Where): string {
	return `/credentials/${formatView({ filters: { ...where, sector: [sector] }, choices: {} })}`;
}

/** That of the figures by skill. */
export function skillsLink(sector: string, where: Where): string {
	return `/sectors/${sector}/${formatView({ filters: where, choices: {} })}`;
}
