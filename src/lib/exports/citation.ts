import { formatDate } from '#lib/vocabulary/dates.ts';
import { takeAway as words } from '#lib/vocabulary/messages/take-away.ts';
import type { Taken } from './taken.ts';
import { titleOf } from './taken.ts';

/**
 * The citation of a figure: finding, whom it is about, site with edition and date, survey with the notice of
 * synthetic data, address with the filters, day of reading. Files of this device have none.
 */
export function citation(taken: Taken): string {
	const { model, shown, site, address, day } = taken;
	return [
		words.quoted(titleOf(model)),
		shown,
		words.siteOf(site.country),
		words.edition(site.edition, formatDate(site.editionDate)),
		model.source,
		address === undefined ? '' : words.read(address, formatDate(day))
	]
		.filter((part) => part !== '')
		.join(' ');
}

/** The same as an entry of BibTeX. */
export function bibtex({ model, shown, site, address = '', day }: Taken): string {
	const fields = {
		title: `{${texText(titleOf(model))}}`,
		author: `{${texText(words.siteName(site.country))}}`,
		year: site.editionDate.slice(0, 4),
		version: site.edition,
		url: address,
		urldate: day,
		note: texText([shown, model.source].filter((part) => part !== '').join(' '))
	};
	const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}},`);
	return [`@misc{${keyOf(address, site.edition)},`, ...lines, '}'].join('\n');
}

/** Path, filters and figure, as in `skills-gap-sectors-MIN-sex-F-by-skill-2024-1`. */
function keyOf(address: string, edition: string): string {
	const { pathname, search, hash } = new URL(address, 'http://localhost');
	const words = `skills-gap${pathname}${search}${hash}-${edition}`;
	return words.replace(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '');
}

const texSigns: Readonly<Record<string, string>> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'−': '-',
	'–': '--'
};

/** Text with the signs that TeX reads as commands written out. */
function texText(text: string): string {
	return text.replace(/[\\~^−–]|[&%$#_{}]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}
