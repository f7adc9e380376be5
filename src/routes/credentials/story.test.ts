import { beforeAll, describe, expect, test } from 'vitest';
import { isSayable } from '#lib/answers/standing.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { emptyView, parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { Teller } from '../story/story.ts';
import { pageFilters } from '../story/view-options.ts';
import { sectorCandidates } from './sector-candidates.ts';
import { credentialsFilters, tellCredentials, type CredentialsStory } from './story.ts';

let teller: Teller;
let story: CredentialsStory;

beforeAll(async () => {
	const catalogue = await readCatalogue();
	teller = new Teller({ catalogue, book: await readAnswerBook() });
	story = await tellCredentials(emptyView, teller);
});

const told = (query: string) => {
	const { options } = pageFilters(teller.catalogue, credentialsFilters);
	return tellCredentials(parseView(query, options).view, teller);
};

describe('the page of skills that courses are aimed at', () => {
	test('has a part for each target sector, in their order', () => {
		expect(story.sectors.map(({ sector }) => sector)).toEqual(
			teller.catalogue.site.targetSectors.map(({ code }) => code)
		);
	});

	test('draws ten skills at most; its table holds all of them, in the same order', () => {
		for (const { figure } of story.sectors) {
			if (figure.plot.kind !== 'capsule') throw new Error(figure.plot.kind);
			const drawn = figure.plot.rows.map(({ id }) => id);
			const listed = figure.table.rows.map(({ id }) => id);
			expect(drawn.length).toBeGreaterThan(0);
			expect(drawn.length).toBeLessThanOrEqual(10);
			expect(listed.slice(0, drawn.length)).toEqual(drawn);
			expect(listed.length).toBe(new Set(listed).size);
		}
	});

	test('counts in its lead the skills that its tables list', () => {
		const listed = story.sectors.reduce((sum, { figure }) => sum + figure.table.rows.length, 0);
		expect(story.lead.startsWith(`${listed} `)).toBe(true);
		expect(story.shown).toContain(`${listed} `);
	});

	test('says of every skill not put forward why', () => {
		const others = story.sectors.flatMap((part) => part.others);
		expect(others.length).toBeGreaterThan(0);
		expect(others.filter(({ name, reason }) => name === '' || reason === '')).toEqual([]);
	});

	test('prints ranks as the table does, of the number of eligible skills', () => {
		for (const { figure } of story.sectors) {
			const at = figure.table.columns.findIndex(({ id }) => id === 'ranks');
			if (figure.plot.kind !== 'capsule') continue;
			figure.plot.rows.forEach(({ under = [] }, i) => {
				const ranks = cellText(figure.table.rows[i]?.cells[at] ?? '');
				expect(under.at(-1)).toBe(`rank ${ranks} of ${figure.table.rows.length}`);
			});
		}
	});

	test('names a single first skill only where its ranks say so', () => {
		for (const { figure } of story.sectors) {
			const at = figure.table.columns.findIndex(({ id }) => id === 'ranks');
			const ranks = figure.table.rows.map(({ cells }) => cellText(cells[at] ?? ''));
			const first = ranks.filter((range) => range.startsWith('1–') || range === '1');
			if (figure.finding.startsWith('More people are short in ')) expect(ranks[0]).toBe('1');
			else expect(first.length).toBeGreaterThan(1);
		}
	});

	test('says so where filters leave nobody to put a course forward for', async () => {
		const none = await told('?sex=F&age=55%2B&occupation=0');
		for (const { figure } of none.sectors) {
			expect(figure.absence).toBeDefined();
			expect(figure.table.rows).toEqual([]);
		}
		expect(none.lead.startsWith('0 ')).toBe(true);
	});

	test('shows no unreliable share beside a skill or in its table, and others with care', async () => {
		const seen = { few: 0, care: 0 };
		for (const query of ['', '?sex=F&age=15-24', '?occupation=3', '?residence=rural&age=15-24']) {
			const { view } = parseView(query, pageFilters(teller.catalogue, credentialsFilters).options);
			for (const { sector, figure } of (await told(query)).sectors) {
				if (figure.plot.kind !== 'capsule') continue;
				const { eligible } = await sectorCandidates(sector, view, teller);
				eligible.forEach(({ women, rural }, i) => {
					const under = (figure.plot.kind === 'capsule' && figure.plot.rows[i]?.under) || [];
					for (const [id, share] of Object.entries({ women, rural })) {
						const at = figure.table.columns.findIndex((column) => column.id === id);
						const cell = figure.table.rows[i]?.cells[at];
						if (!share) expect(at).toBe(-1);
						else if (!isSayable(share)) {
							expect(cell).toEqual({ text: 'too few', raw: null });
							if (i < 10) expect(under).toContain(`${id}: too few answers`);
							seen.few++;
						} else if (share.quality !== 'ok') {
							const care = new RegExp(`, ${qualityWords[share.quality]}$`);
							expect(cellText(cell ?? '')).toMatch(care);
							if (i < 10) expect(under.filter((fact) => care.test(fact))).not.toEqual([]);
							seen.care++;
						}
					}
				});
			}
		}
		expect(seen.few).toBeGreaterThan(0);
		expect(seen.care).toBeGreaterThan(0);
	});

	test('says of one sector its own heading, not the finding of its figure', async () => {
		for (const { code, label } of teller.catalogue.codeLists.sector ?? []) {
			const { title, shown, sectors } = await told(`?sector=${code}`);
			expect(sectors.map(({ figure }) => figure.finding)).not.toContain(title);
			expect(shown).not.toContain('(');
			expect(shown.toLowerCase()).toContain(label.toLowerCase());
		}
	});

	test('says whom the counts cover beside every figure', () => {
		const coverage = teller.catalogue.surveys.find(({ id }) => id === 'audit')?.coverage ?? '-';
		for (const { figure } of story.sectors) expect(figure.what).toContain(coverage.slice(1));
	});

	test('never makes a majority of the most', async () => {
		for (const { code } of teller.catalogue.codeLists.sector ?? []) {
			const { title, sectors } = await told(`?sector=${code}`);
			const said = [title, ...sectors.map(({ figure }) => figure.finding)];
			expect(said.join('\n')).not.toMatch(/most people/i);
		}
	});
});
