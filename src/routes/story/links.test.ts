import { expect, test } from 'vitest';
import { readCatalogue } from '#tests/support/catalogue.ts';
import { credentialsFilters } from '../credentials/story.ts';
import { enrolmentPageFilters } from '../enrolment/filters.ts';
import { equityPageFilters } from '../equity/filters.ts';
import { sectorFilters } from '../sectors/[sector]/story.ts';
import { sectorsFilters } from '../sectors/story.ts';
import { overviewFilters } from '../story.ts';
import { carriedQuery, parametersOf } from './links.ts';
import { pageFilters } from './view-options.ts';

test('a page of figures knows what its filters are, another page nothing', async () => {
	const catalogue = await readCatalogue();
	const { sector } = catalogue.site.default;
	const pages = [
		['/', pageFilters(catalogue, overviewFilters)],
		['/sectors/', pageFilters(catalogue, sectorsFilters)],
		[`/sectors/${sector}/`, pageFilters(catalogue, sectorFilters, { sector })],
		['/credentials', pageFilters(catalogue, credentialsFilters)],
		['/equity/', equityPageFilters(catalogue)],
		['/enrolment/', enrolmentPageFilters(catalogue)]
	] as const;
	for (const [path, { options }] of pages) {
		const known = Object.keys({ ...options.filters, ...options.choices });
		expect([...parametersOf(path)].sort(), path).toEqual(known.sort());
	}
	for (const path of [
		'/data/',
		'/data/published/',
		'/explore/',
		'/sectors/a/b/',
		'/credentials/a/'
	])
		expect(parametersOf(path), path).toEqual([]);
});

test('a query is carried as far as the other page knows it', () => {
	expect(carriedQuery('/sectors/', '?sex=F&age=15-24,25-34&sector=A')).toBe(
		'?sex=F&age=15-24,25-34&sector=A'
	);
	expect(carriedQuery('/sectors/A/', '?sex=F&sector=A&nonsense=1')).toBe('?sex=F');
	expect(carriedQuery('/', '?age=55%2B')).toBe('?age=55%2B');
	expect(carriedQuery('/data/', '?sex=F')).toBe('');
});
