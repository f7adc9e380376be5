import { describe, expect, test } from 'vitest';
import { ask } from '#lib/answers/ask.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { rowsOf } from '#tests/support/stories.ts';
import {
	context,
	told,
	figureOf,
	figureUnder,
	asked,
	sideOf,
	isInteraction,
	queries,
	type Apart
} from '#tests/support/equity.ts';

describe('who stands last in wage work', () => {
	test('is named alone only where each other group is above it, peri-urban ones too, corrected for their number', async () => {
		const seen = { alone: 0, open: 0 };
		for (const query of queries()) {
			const story = await told(query);
			const found =
				/^Of graduates, (rural|urban|peri-urban) (women|men) are in wage work least/.exec(
					story.title
				);
			if (!found) {
				seen.open++;
				expect(story.title, query).toMatch(/can’t be told|Too few|no group/);
				continue;
			}
			const [, place, people] = found;
			const sex = people === 'women' ? 'F' : 'M';
			const cells = figureOf(story, 'graduates-crossed').computed.questions[0] ?? '';
			const question = parseQuestion(cells);
			const [residence = ''] = question.by;
			const groups = (await ask(question, context)).estimates.filter(isSayable);
			const level = 1 - 0.05 / (groups.length - 1);
			const own = place?.replace('-', '') ?? '';
			const homes = new Set(groups.map(({ key: [home = ''] }) => home));
			const others: Apart[] = [
				...[...homes]
					.filter((home) => home !== own)
					.map((home): Apart => [residence, [own, home], 'sex']),
				['sex', sex === 'F' ? ['F', 'M'] : ['M', 'F'], residence]
			];
			for (const [dimension, minus, by] of others) {
				const difference = { dimension, minus };
				const answer = await ask({ ...question, by: [by], difference, level }, context);
				const apart = answer.estimates.find(({ key }) => [sex, own].includes(key.join()));
				if (apart && isSayable(apart)) expect(sideOf(apart), `${query}: ${story.title}`).toBe(-1);
			}
			seen.alone++;
		}
		expect(seen.alone).toBeGreaterThan(2);
		expect(seen.open).toBeGreaterThan(3);
	});

	test('stands beside the two gaps and the interaction, each said by its interval', async () => {
		let clear = 0;
		for (const query of queries()) {
			const { lead, keyFigures } = await told(query);
			const [residence, sex, beyond] = keyFigures.flatMap((one) =>
				'figure' in one ? [one.figure] : []
			);
			const sentences = [
				[residence, /Rural graduates are in wage work (more|less) often/],
				[sex, /Women are in wage work (more|less) often than men/],
				[beyond, /On top of these two gaps, rural women are in wage work (more|less) often still/]
			] as const;
			for (const [figure, sentence] of sentences) {
				if (!figure) throw new Error(query);
				const side = isShown(figure) ? sideOf(figure as Estimate) : 0;
				const said = sentence.exec(lead)?.[1];
				expect(said, `${query}: ${lead}`).toBe([undefined, 'more', 'less'].at(side));
				if (said !== undefined) clear++;
			}
		}
		expect(clear).toBeGreaterThan(20);
	});
});

describe('gender crossed with residence', () => {
	test.each([
		['graduates-crossed', /behind once more|less far behind/],
		['workers-crossed', /(more|less) often than the two gaps/]
	])('%s speaks of more than the sum only where an interaction leaves out 0', async (id, claim) => {
		const seen = { clear: 0, open: 0 };
		for (const query of queries()) {
			const figure = await figureUnder(query, id);
			if (figure.absence) continue;
			const single = (await asked(figure, isInteraction)).flatMap(({ estimates }) => estimates);
			const comparisons = single.filter(isSayable).length;
			const all = (await asked(figure, isInteraction, comparisons)).flatMap((one) => one.estimates);
			const clear = all.some((one, i) => {
				const first = single[i];
				return first !== undefined && isSayable(first) && sideOf(one) !== 0;
			});
			expect(claim.test(figure.finding), `${query}: ${figure.finding}`).toBe(clear);
			seen[clear ? 'clear' : 'open']++;
		}
		expect(seen.clear + seen.open).toBeGreaterThan(1);
		if (id === 'workers-crossed') expect(seen.clear).toBeGreaterThan(0);
		else expect(seen.open).toBeGreaterThan(5);
	});

	test('has a row for each kind of home, two where peri-urban counts with another', async () => {
		const names = async (query: string) => {
			const figure = await figureUnder(query, 'graduates-crossed');
			return new Set(rowsOf(figure).map(({ row }) => row.name));
		};
		expect([...(await names(''))]).toEqual(['Urban', 'Peri-urban', 'Rural']);
		expect([...(await names('?periurban=urban'))]).toEqual(['Urban', 'Rural']);
		expect([...(await names('?periurban=rural'))]).toEqual(['Urban', 'Rural']);
	});

	test('keeps a cell of too few for the table, and the interaction under every panel', async () => {
		const figure = await figureUnder('', 'workers-crossed');
		const few = rowsOf(figure).flatMap(({ row }) =>
			row.marks.filter((mark) => !isShown(mark.figure))
		);
		expect(few.length).toBeGreaterThan(0);
		const unreliable = figure.table.rows.filter(({ quality }) => quality === 'unreliable');
		expect(unreliable.length).toBeGreaterThanOrEqual(few.length);
		const beyond = figure.table.rows.filter(({ cells }) => /−/.test(cellText(cells[1] ?? '')));
		if (figure.plot.kind !== 'multiples') throw new Error(figure.plot.kind);
		expect(beyond.length).toBe(figure.plot.panels.length);
	});
});

describe('the gaps beside each other', () => {
	test('the title counts what is clear when all differences are looked at together', async () => {
		let counted = 0;
		for (const query of queries()) {
			const figure = await figureUnder(query, 'gaps');
			if (figure.absence || figure.finding.startsWith('Too few')) continue;
			const single = await asked(figure, () => true);
			const sayable = single.filter(({ estimates: [one] }) => one && isSayable(one));
			for (const [people, of] of [
				['Rural people', (dimension: string) => dimension !== 'sex'],
				['[Ww]omen', (dimension: string) => dimension === 'sex']
			] as const) {
				const questions = sayable
					.map(({ question }) => question)
					.filter(
						({ difference }) => difference && 'dimension' in difference && of(difference.dimension)
					);
				const level = 1 - 0.05 / Math.max(1, sayable.length);
				const sides = await Promise.all(
					questions.map(async (question) => {
						const [one] = (await ask({ ...question, level }, context)).estimates;
						return one ? sideOf(one) : 0;
					})
				);
				const clear = sides.filter((side) => side !== 0).length;
				const words = new RegExp(`${people} are ([^;]*?) of \\d`).exec(figure.finding)?.[1] ?? '';
				const said = [...words.matchAll(/(behind|ahead) on (\d+)/g)].map((match) =>
					Number(match[2])
				);
				expect(
					said.reduce((sum, one) => sum + one, 0),
					`${query}: ${figure.finding}`
				).toBe(clear);
				counted += clear;
			}
		}
		expect(counted).toBeGreaterThan(30);
	});

	test('more is behind for one measure and ahead for another', async () => {
		const figure = await figureUnder('', 'gaps');
		const row = (id: string) =>
			rowsOf(figure).find((one) => one.row.id === id)?.row.marks[1]?.figure;
		expect(row('employment')?.high).toBeLessThan(0);
		expect(row('unemployment')?.low).toBeGreaterThan(0);
		const behind = /rural people are behind on ([^;]+);/.exec(figure.what)?.[1];
		expect(behind).toContain('“In work”');
		expect(behind).toContain('“Unemployment (LU1)”');
	});
});
