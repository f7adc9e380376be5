import { expect, test } from 'vitest';
import { readAnswerBook, readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { briefPageFilters } from '../brief/filters.ts';
import { credentialsPageFilters } from '../credentials/choices.ts';
import { enrolmentPageFilters } from '../enrolment/filters.ts';
import { equityPageFilters } from '../equity/filters.ts';
import { graduatesPageFilters, wavesPageFilters } from '../graduates/filters.ts';
import { providersPageFilters } from '../providers/filters.ts';
import { makeOffer } from '../providers/make-offer.ts';
import { sectorFilters } from '../sectors/[sector]/story.ts';
import { sectorsFilters } from '../sectors/story.ts';
import { overviewFilters } from '../story.ts';
import { carriedQuery, parametersOf } from './links.ts';
import { Teller } from './story.ts';
import { pageFilters } from './view-options.ts';

test('a page of figures knows what its filters are, another page nothing', async () => {
	const catalogue = await readCatalogue();
	const { sector } = catalogue.site.default;
	const teller = new Teller({ catalogue, book: await readAnswerBook() });
	const offer = await makeOffer(teller, await readGenerated<Planning>('planning.json'));
	const pages = [
		['/', pageFilters(catalogue, overviewFilters)],
		['/sectors/', pageFilters(catalogue, sectorsFilters)],
		[`/sectors/${sector}/`, pageFilters(catalogue, sectorFilters, { sector })],
		['/credentials', credentialsPageFilters(catalogue)],
		['/graduates/', graduatesPageFilters(catalogue)],
		['/graduates/match/', graduatesPageFilters(catalogue)],
		['/graduates/waves/', wavesPageFilters(catalogue)],
		['/brief/', briefPageFilters(catalogue)],
		['/equity/', equityPageFilters(catalogue)],
		['/providers/', providersPageFilters(catalogue, offer)],
		['/enrolment/', enrolmentPageFilters(catalogue)]
	] as const;
	for (const [path, { options }] of pages) {
		const known = Object.keys({ ...options.filters, ...options.choices });
		expect([...parametersOf(path)].sort(), path).toEqual([...known, 'survey'].sort());
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
