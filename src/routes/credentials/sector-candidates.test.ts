import { beforeAll, describe, expect, test } from 'vitest';
import { ask, type AskContext } from '#lib/answers/ask.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { limits } from '#lib/decisions/need.ts';
import { parseView, type View } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { figureAt, Teller } from '../story/story.ts';
import { credentialsPageFilters } from './choices.ts';
import { sectorCandidates, type SectorCandidates } from './sector-candidates.ts';

const queries = [
	'',
	'?sex=F',
	'?residence=rural',
	'?sex=M&age=15-24',
	'?occupation=3',
	'?sex=F&age=55%2B'
];

interface Told {
	readonly name: string;
	readonly view: View;
	readonly found: SectorCandidates;
}

let context: AskContext;
const told: Told[] = [];

beforeAll(async () => {
	const catalogue = await readCatalogue();
	context = { catalogue, book: await readAnswerBook() };
	const { options } = credentialsPageFilters(catalogue);
	for (const query of queries) {
		const { view, ignored } = parseView(query, options);
		expect(ignored).toEqual([]);
		for (const { code } of catalogue.codeLists.sector ?? []) {
			const found = await sectorCandidates(code, view, new Teller(context));
			told.push({ name: `${code} ${query}`, view, found });
		}
	}
});

const candidates = () =>
	told.flatMap(({ name, found }) =>
		found.eligible.map((one) => ({ name: `${name} ${one.skill.id}`, one, found }))
	);

describe('the skills put forward in every sector, for several Views', () => {
	test('there are some, also under filters', () => {
		expect(candidates().length).toBeGreaterThan(50);
		expect(
			told.filter(({ name, found }) => name.includes('?') && found.eligible.length > 0).length
		).toBeGreaterThan(3);
	});

	test('come in order of people short', () => {
		for (const { name, found } of told) {
			const people = found.eligible.map(({ people: counted }) => counted.value ?? -1);
			expect(people, name).toEqual(people.toSorted((a, b) => b - a));
		}
	});

	test('rest on no unreliable estimate', async () => {
		for (const { name, view, found } of told) {
			const where = { ...view.filters, sector: [found.sector] };
			const asked = { source: 'audit', by: ['skill'], where };
			const shortfall = await ask({ ...asked, indicator: 'shortfall' }, context);
			for (const { skill, people } of found.eligible) {
				expect(isSayable(people), name).toBe(true);
				const gap = figureAt(shortfall, skill.id);
				expect(isSayable(gap), name).toBe(true);
				expect(gap.low, name).toBeGreaterThan(0);
			}
		}
	});

	test('have a range of ranks that holds their place in the order', () => {
		for (const { name, found } of told) {
			found.eligible.forEach(({ ranks }, i) => {
				expect(ranks?.best, name).toBeLessThanOrEqual(i + 1);
				expect(ranks?.worst, name).toBeGreaterThanOrEqual(i + 1);
				expect(ranks?.best, name).toBeGreaterThanOrEqual(1);
				expect(ranks?.worst, name).toBeLessThanOrEqual(found.eligible.length);
			});
		}
	});

	test('lead upwards, within the scale, for hours that follow from the levels', () => {
		for (const { name, one } of candidates()) {
			const { from, to, short, hours, credits } = one.step;
			expect(from, name).toBeLessThan(to);
			expect(from, name).toBeGreaterThanOrEqual(1);
			expect(to, name).toBeLessThanOrEqual(5);
			expect(hours, name).toBe((to - from) * one.skill.hoursPerLevel);
			expect(credits, name).toBe(hours / 10);
			expect(short, name).toBeLessThanOrEqual(limits.levels);
			expect(hours, name).toBeLessThanOrEqual(limits.hours);
		}
	});

	test('are never also among those not put forward', () => {
		for (const { name, found } of told) {
			const ids = [...found.eligible, ...found.others].map(({ skill }) => skill.id);
			expect(new Set(ids).size, name).toBe(ids.length);
			expect(
				found.others.some(({ eligibility }) => eligibility === 'eligible'),
				name
			).toBe(false);
			expect(
				found.others.some(({ ranks }) => ranks !== undefined),
				name
			).toBe(false);
		}
	});

	test('the first place is shared by the first and by all that may be first', () => {
		for (const { name, found } of told) {
			expect(found.top[0], name).toBe(found.eligible[0]?.skill.id);
			for (const { skill, ranks } of found.eligible) {
				if (ranks?.best === 1) expect(found.top, name).toContain(skill.id);
			}
		}
	});

	test('the people short add up by level to the people short', async () => {
		const { found, view } = told[0] ?? {};
		if (!found || !view) throw new Error('Nothing told');
		const by = ['skill', 'required_level', 'attained_level'];
		const where = { ...view.filters, sector: [found.sector] };
		const levels = await ask({ source: 'audit', indicator: 'people-short', by, where }, context);
		for (const { skill, people } of found.eligible) {
			const sum = levels.estimates
				.filter(({ key }) => key[0] === skill.id)
				.reduce((all, { value }) => all + (value ?? 0), 0);
			expect(sum, skill.id).toBeCloseTo(people.value ?? -1, 6);
		}
	});
});
