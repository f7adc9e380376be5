import { beforeAll, describe, expect, test } from 'vitest';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { Teller } from '../story/story.ts';
import { pageFilters } from '../story/view-options.ts';
import { sectorsFilters, tellSectors } from './story.ts';

let teller: Teller;

beforeAll(async () => {
	teller = new Teller({ catalogue: await readCatalogue(), book: await readAnswerBook() });
});

const told = (query: string) => {
	const { options } = pageFilters(teller.catalogue, sectorsFilters);
	return tellSectors(parseView(query, options).view, teller);
};

const figureOf = ({ figures }: Awaited<ReturnType<typeof told>>, id: string) => {
	const found = figures.find((figure) => figure.id === id);
	if (found?.plot.kind !== 'capsule' && found?.plot.kind !== 'paired') throw new Error(id);
	return { ...found, rows: found.plot.rows };
};

const codes = () => (teller.catalogue.codeLists.sector ?? []).map(({ code }) => code);

describe('the page of all sectors', () => {
	test('sets all sectors together first, while none is chosen', async () => {
		const position = figureOf(await told(''), 'position');
		expect(position.rows.map(({ id }) => id)).toEqual(['all', ...codesIn(position.rows)]);
		expect(position.rows.length).toBe(codes().length + 1);
	});

	test('calls no part of the sectors all or every one of them', async () => {
		for (const chosen of [codes().slice(0, 1), codes().slice(0, 3)]) {
			const position = figureOf(await told(`?sector=${chosen.join()}`), 'position');
			expect(codesIn(position.rows).toSorted()).toEqual(chosen.toSorted());
			expect(position.rows.map(({ id }) => id)).not.toContain('all');
			expect(position.table.rows.length).toBe(2 * chosen.length);
			expect(position.what).not.toMatch(/every sector(?! shown)/);
			if (chosen.length === 1) expect(position.what).not.toContain('sector by sector');
		}
	});

	test('says of one chosen sector how far it is below, not that others are too few', async () => {
		for (const code of codes()) {
			const story = await told(`?sector=${code}`);
			const findings = story.figures.map(({ finding }) => finding);
			expect([story.title, ...findings].join('\n')).not.toContain('Only ');
			expect(findings[0]).toMatch(/: below the required level in .+% \(.+\) of ratings$/);
			expect(findings).not.toContain(story.title);
		}
	});

	test('a comparison that can’t be made is not called open', async () => {
		const findings: (string | undefined)[] = [];
		for (const code of codes()) {
			const { figures } = await told(`?sector=${code}&sex=F&residence=rural`);
			const position = figures.find(({ id }) => id === 'position');
			const few = position?.table.rows.some(({ quality }) => quality === 'unreliable');
			if (few) findings.push(position?.finding);
		}
		expect(findings.length).toBeGreaterThan(0);
		for (const finding of findings) expect(finding).toMatch(/^Too few answers to compare/);
		const alone = (await told('?occupation=2')).figures.find(({ id }) => id === 'position');
		expect(alone?.finding).toMatch(/ alone are shown$/);
	});
});

function codesIn(rows: readonly { readonly id: string }[]): string[] {
	return rows.map(({ id }) => id).filter((id) => id !== 'all');
}
