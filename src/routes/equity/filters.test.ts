import { describe, expect, test } from 'vitest';
import { rowsOf } from '#tests/support/stories.ts';
import { context, viewOf, told, figureOf, figureUnder } from '#tests/support/equity.ts';
import { Teller } from '../story/story.ts';
import { tellEquity } from './story.ts';

describe('a filter that a survey does not have', () => {
	const audit = ['workers-crossed', 'workers-decomposed'];

	test('leaves the skills audit out and says so, and the tracer study in', async () => {
		const story = await told('?field=04');
		for (const id of audit) {
			expect(figureOf(story, id).absence?.title).toBe('Not available by field of study');
		}
		const gaps = figureOf(story, 'gaps');
		expect(gaps.absence).toBeUndefined();
		expect(gaps.what).toContain('not available by field of study');
		expect(rowsOf(gaps).map(({ row }) => row.id)).not.toContain('incidence');
		expect(gaps.source).not.toContain('Skills audit');
	});

	test('that only the records have is offered to DuckDB', async () => {
		const story = await told('?isced_level=6');
		for (const id of audit) expect(figureOf(story, id).absence?.engineHelps, id).toBe(true);
	});

	test('the wave is that of the tracer study: the audit stays at its own, and names it', async () => {
		const [one, other] = [await told(''), await told('?wave=2021')];
		for (const id of audit) {
			const [a, b] = [figureOf(one, id), figureOf(other, id)];
			expect(b.table).toEqual(a.table);
			expect(b.source).toContain('Skills audit, wave 2024.');
		}
		expect(figureOf(other, 'gaps').source).toMatch(
			/tracer study, wave 2021\. Skills audit, wave 2024\./
		);
		expect(other.shown).toContain('in the 2021 graduate tracer study');
	});
});

test('the students are a complete count: no interval on a mark, and that is said once', async () => {
	const figure = await figureUnder('', 'students');
	for (const { row } of rowsOf(figure)) {
		for (const { figure: one } of row.marks) {
			expect([one.low, one.high, one.reason]).toEqual([null, null, undefined]);
		}
	}
	expect(figure.what.match(/complete count/g)).toHaveLength(1);
});

test('figures of the built page that a View leaves as they are need no table', async () => {
	const { figures } = await told('');
	for (const [query, again] of [
		['?wave=2021', false],
		['?periurban=urban', false],
		['?field=04', true],
		['?isced_level=6', true]
	] as const) {
		const teller = new Teller(context);
		const story = await tellEquity(viewOf(query), teller, figures);
		const sources = teller.asked.map(({ question }) => question.source);
		expect(sources.includes('enrolment'), query).toBe(again);
		expect(figureOf(story, 'students'), query).toEqual(await figureUnder(query, 'students'));
	}
});
