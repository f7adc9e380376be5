import { describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import {
	context,
	viewOf,
	told,
	figureOf,
	figureUnder,
	asked,
	sideOf,
	queries
} from '#tests/support/equity.ts';
import { Teller } from '../story/story.ts';
import { tellEquity } from './story.ts';

/** Every gap lacks a category in one of its groups. */
class LackingTeller extends Teller {
	override async ask(question: Question): Promise<Answer> {
		const answer = await super.ask(question);
		const [first] = answer.estimates;
		if (!question.decompose || !first) return answer;
		const numbers = { value: null, se: null, low: null, high: null, deff: null };
		const none = { quality: 'not-applicable', reason: 'zero-denominator' } as const;
		return { ...answer, estimates: [{ ...first, ...numbers, ...none, part: 'difference' }] };
	}
}

describe('a gap taken apart', () => {
	const isTaken = ({ decompose }: Question): boolean => decompose !== undefined;

	test('composition is said to make a part only where its interval leaves out 0', async () => {
		const seen = { part: 0, none: 0 };
		for (const query of queries()) {
			for (const id of ['graduates-decomposed', 'workers-decomposed']) {
				const figure = await figureUnder(query, id);
				if (figure.absence || figure.plot.kind !== 'multiples') continue;
				const panels = figure.plot.panels.map((panel) => panel.id);
				const single = (await asked(figure, isTaken)).filter(({ question: { decompose } }) =>
					panels.includes(`${decompose?.dimension ?? ''}-${decompose?.over ?? ''}`)
				);
				const part = ({ estimates }: Answer, name: string) =>
					estimates.find((one) => one.part === name);
				const sayable = single.filter((answer) => {
					const all = ['difference', 'rate', 'composition'].map((name) => part(answer, name));
					return all.every((one) => one !== undefined && isSayable(one));
				});
				const level = 1 - 0.05 / Math.max(1, sayable.length);
				const strict = await Promise.all(
					sayable.map(({ question }) => ask({ ...question, level }, context))
				);
				const clear = strict.filter((answer) =>
					['difference', 'composition'].every((name) => {
						const one = part(answer, name);
						return one !== undefined && sideOf(one) !== 0;
					})
				);
				const claims = /would go with|: different /.test(figure.finding);
				expect(claims, `${query} ${figure.finding}`).toBe(clear.length > 0);
				const said = figure.what.match(/: composition makes/g)?.length ?? 0;
				expect(said, `${query} ${figure.what}`).toBe(clear.length);
				seen[claims ? 'part' : 'none']++;
			}
		}
		expect(seen.part).toBeGreaterThan(0);
		expect(seen.none).toBeGreaterThan(10);
	});

	test('the two parts add up to the gap, in points and as shares of it', async () => {
		const { table } = await figureUnder('', 'graduates-decomposed');
		const at = table.columns.findIndex(({ id }) => id === 'value');
		const value = (...labels: readonly string[]) => {
			const line = table.rows.find(({ cells }) =>
				labels.every((label, i) => cellText(cells[i] ?? '') === label)
			);
			const cell = line?.cells[at];
			return typeof cell === 'object' ? (cell?.raw ?? NaN) : NaN;
		};
		const title = 'Rural − urban, by field of study';
		const parts = ['Rates', 'Composition'].map((part) => value(title, part, 'All'));
		expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(value(title, 'Gap'), 12);
		const shares = ['Rates', 'Composition'].map((part) =>
			value(title, `${part}, share of the gap`)
		);
		expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
	});

	test('the rates of a category are no more reliable than the category is in either group', async () => {
		const { table } = await figureUnder('', 'graduates-decomposed');
		let thin = 0;
		for (const [dimension, codes] of [
			['residence', ['rural', 'urban']],
			['sex', ['F', 'M']]
		] as const) {
			const where = { wave: ['2024'], [dimension]: codes };
			const by = [dimension, 'field'] as const;
			const question = { source: 'tracer', indicator: 'wage-employment', by, where };
			const { estimates } = await ask(question, context);
			for (const { key, quality } of estimates.filter((one) => one.quality === 'unreliable')) {
				const row = table.rows.find(({ id }) => id === `${dimension}-field ${key[1] ?? ''}`);
				expect(row?.quality, key.join()).toBe(quality);
				thin += 1;
			}
		}
		expect(thin).toBeGreaterThan(0);
	});

	test('by a dimension of which one code is chosen it is not made, and the page says which filter', async () => {
		const story = await told('?isced_level=6');
		const figure = figureOf(story, 'graduates-decomposed');
		if (figure.plot.kind !== 'multiples') throw new Error(figure.plot.kind);
		expect(figure.plot.panels.map(({ id }) => id)).toEqual(['residence-field', 'sex-field']);
		expect(figure.what).toContain('one level of education is chosen');
		expect(figure.finding).not.toContain('levels of education');
	});

	test('with a category that one group lacks it can’t be made, and the filter to loosen is named', async () => {
		const figure = figureOf(
			await tellEquity(viewOf('?field=01,02,03'), new LackingTeller(context)),
			'graduates-decomposed'
		);
		expect(figure.absence?.title).toBe('The gaps can’t be taken apart under these filters');
		expect(figure.absence?.sentence).toContain('has nobody in some field of study');
		expect(figure.absence?.sentence).toContain('Loosen the filter by field of study.');
		expect(figure.table.rows).toEqual([]);
	});
});
