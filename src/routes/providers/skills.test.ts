import { beforeAll, describe, expect, test } from 'vitest';
import type { AskContext } from '#lib/answers/ask.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue, readGenerated } from '#tests/support/catalogue.ts';
import { Teller } from '../story/story.ts';
import { providersPageFilters } from './filters.ts';
import { makeOffer } from './make-offer.ts';
import type { Offer } from './offer.ts';
import { tellProviders } from './story.ts';

let context: AskContext;
let offer: Offer;

beforeAll(async () => {
	context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
	offer = await makeOffer(new Teller(context), await readGenerated<Planning>('planning.json'));
});

const filters = () => providersPageFilters(context.catalogue, offer);
const told = (query: string) =>
	tellProviders(parseView(query, filters().options).view, new Teller(context), { offer });

describe('the skills that a provider teaches', () => {
	test('can be chosen by name, every skill of a course on offer', () => {
		const field = filters().fields.find(({ id }) => id === 'skill');
		const [none, ...skills] = field?.options ?? [];
		expect(none?.value).toBe('');
		const labels = skills.map(({ label }) => label);
		expect(labels).toEqual(labels.toSorted());
		const offered = new Set(
			Object.values(offer.sectors)
				.flat()
				.flatMap((one) => one.skills.map(({ id }) => id))
		);
		expect(new Set(skills.map(({ value }) => value))).toEqual(offered);
	});

	test('alone are shown, and courses only of which all skills are among them', async () => {
		const sector = context.catalogue.site.targetSectors[0]?.code ?? '';
		const [course, other] = offer.sectors[sector] ?? [];
		const chosen = (course?.skills ?? []).map(({ id }) => id);
		const story = await told(`?sector=${sector}&skill=${chosen.join()}`);
		const [need] = story.needs;
		const shown = need?.table.rows.map(({ id }) => id) ?? [];
		expect(shown.length).toBeGreaterThan(0);
		expect(shown.filter((id) => !chosen.includes(id))).toEqual([]);
		const ids = story.compare.courses.map(({ id }) => id);
		expect(ids).toContain(course?.id);
		expect(ids).not.toContain(other?.id);
		expect(story.shown).toContain(`${chosen.length} chosen skill`);
	});

	test('that no chosen sector is short of say so, and what to loosen', async () => {
		const [first, second] = context.catalogue.site.targetSectors.map(({ code }) => code);
		const inFirst = new Set(
			(offer.sectors[first ?? ''] ?? []).flatMap((one) => one.skills.map(({ id }) => id))
		);
		const elsewhere = (offer.sectors[second ?? ''] ?? [])
			.flatMap((one) => one.skills.map(({ id }) => id))
			.find((id) => !inFirst.has(id));
		const story = await told(`?sector=${first}&skill=${elsewhere}`);
		expect(story.needs).toEqual([]);
		expect(story.loosen.join()).toMatch(/Add skills that you could teach: that alone lets in \d+/);
	});
});
