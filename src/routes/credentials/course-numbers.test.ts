import { describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { slimCatalogue } from '#lib/answers/publication.ts';
import { courseNumbers as words } from '#lib/vocabulary/messages/course-numbers.ts';
import { formatFigure, formatValue } from '#lib/vocabulary/numbers.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { openCredentials } from '#tests/support/credentials.ts';
import { Teller } from '../story/story.ts';
import { numbersUnder } from './numbers-under.ts';

const { teller, supply, viewOf, orderUnder, story } = await openCredentials();
const under = (query: string) => numbersUnder(viewOf(query), teller, supply);

describe('the numbers of a course', () => {
	test('are there for every course in order, and for no other', async () => {
		for (const query of ['', '?sex=F', '?hours=160&sector=MIN']) {
			const { ranked } = await orderUnder(query);
			expect([...(await under(query)).keys()]).toEqual(ranked.map(({ candidate }) => candidate.id));
		}
	});

	test('are those of the list, with the interval and n of the survey', async () => {
		const numbers = await under('');
		for (const [id, { people, interval, top }] of Object.entries(story.facts)) {
			const [reach, ...others] = numbers.get(id) ?? [];
			expect([reach?.value, reach?.interval], id).toEqual([people, interval]);
			expect(reach?.n, id).toMatch(/^n \d/);
			const first = others.find(({ label }) => label === words.labels.top);
			expect(first?.value, id).toBe(words.draws(top));
		}
	});

	test('of the survey are what their Question answers again, under a filter too', async () => {
		for (const query of ['?sector=MIN', '?sector=MIN&residence=rural']) {
			const all = await under(query);
			let asked = 0;
			for (const [id, numbers] of all) {
				for (const { label, value, question } of numbers) {
					if (question === undefined || value === '' || !/People|Need|Women/.test(label)) continue;
					const parsed = parseQuestion(question);
					const [again] = (await ask(parsed, teller.context)).estimates;
					if (!again || parsed.difference) continue;
					const measure = { 'gap-index': 'index', 'people-short-any': 'count' } as const;
					const kind = measure[parsed.indicator as keyof typeof measure] ?? 'share';
					if (value.startsWith('Too few')) continue;
					expect(formatFigure(again, kind).value, `${id} ${label}`).toBe(value);
					asked++;
				}
			}
			expect(asked).toBeGreaterThan(10);
		}
	});

	test('have a sentence each; those without a Question say what they are reckoned from', async () => {
		for (const numbers of (await under('')).values()) {
			expect(new Set(numbers.map(({ label }) => label)).size).toBe(numbers.length);
			for (const { said, question, interval } of numbers) {
				expect(said).toMatch(/\.$|\)$/);
				if (question === undefined) expect(interval).toBe('');
				else expect(() => parseQuestion(question)).not.toThrow();
			}
		}
	});

	test('give levels whose volume adds up to the hours, ten to a credit', async () => {
		for (const { candidate } of (await orderUnder('')).ranked) {
			const numbers = (await under('')).get(candidate.id) ?? [];
			const volume = numbers.find(({ label }) => label === words.labels.volume);
			const terms = [...(volume?.said ?? '').matchAll(/(\d+) × (\d+)/g)];
			const sum = terms.reduce((all, [, levels, hours]) => all + Number(levels) * Number(hours), 0);
			expect(sum).toBe(candidate.hours);
			expect(terms).toHaveLength(candidate.skills.length);
		}
	});

	test.each([
		['linear', ''],
		['geometric', '?aggregate=geometric&need=80']
	] as const)('give the %s index as the sum of its parts', async (aggregation, query) => {
		for (const { candidate, indices } of (await orderUnder(query)).ranked) {
			const index = (await under(query)).get(candidate.id)?.at(-1);
			expect(index?.label).toContain(aggregation);
			expect(index?.value).toBe(formatValue(indices[aggregation], 'level'));
			const parts = [
				...(index?.said ?? '').matchAll(
					aggregation === 'linear' ? /([\d.]+) × [a-z ]+([\d.]+)/g : /\(\D+([\d.]+)\)\^([\d.]+)/g
				)
			].map(([, a, b]) => [Number(a), Number(b)] as const);
			const again =
				aggregation === 'linear'
					? parts.reduce((sum, [weight, share]) => sum + weight * share, 0)
					: parts.reduce((all, [share, weight]) => all * Math.max(share, 0.01) ** weight, 1);
			expect(Math.abs(100 * again - indices[aggregation])).toBeLessThan(2);
		}
	});

	test('are the same from what browsers fetch of the catalogue', async () => {
		const { catalogue } = teller;
		const slim = new Teller({ ...teller.context, catalogue: slimCatalogue(catalogue) });
		const own = { ...supply, demand: catalogue.site.demandRisk };
		expect(await numbersUnder(viewOf('?age=15-24'), slim, own)).toEqual(await under('?age=15-24'));
	});
});
