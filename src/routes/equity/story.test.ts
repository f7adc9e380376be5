import { beforeAll, describe, expect, test } from 'vitest';
import type { AskContext } from '#lib/answers/ask.ts';
import { ask } from '#lib/answers/ask.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { parseQuestion, type Question } from '#lib/vocabulary/question.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { readAnswerBook, readCatalogue } from '#tests/support/catalogue.ts';
import { rowsOf } from '#tests/support/stories.ts';
import { toldOnce } from '#tests/support/told-once.ts';
import { Teller } from '../story/story.ts';
import { equityPageFilters } from './filters.ts';
import { tellEquity, type EquityStory } from './story.ts';

let context: AskContext;

beforeAll(async () => {
	context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
});

const viewOf = (query: string) =>
	parseView(query, equityPageFilters(context.catalogue).options).view;

const told = toldOnce((query: string) => tellEquity(viewOf(query), new Teller(context)));

function figureOf({ figures }: EquityStory, id: string): FigureModel {
	const found = figures.find((figure) => figure.id === id);
	if (!found) throw new Error(id);
	return found;
}

const figureUnder = async (query: string, id: string) => figureOf(await told(query), id);

/** The Questions of a figure, asked anew at the level that several comparisons in one breath need. */
async function asked(
	{ computed }: FigureModel,
	wanted: (question: Question) => boolean,
	comparisons = 1
): Promise<Answer[]> {
	const questions = computed.questions.map((text) => parseQuestion(text)).filter(wanted);
	const level = 1 - 0.05 / Math.max(1, comparisons);
	return Promise.all(questions.map((question) => ask({ ...question, level }, context)));
}

/** 1 above 0, −1 below, 0 where the interval has it in, by numbers alone. */
const sideOf = ({ low, high }: Estimate): number => ((low ?? 0) > 0 ? 1 : (high ?? 0) < 0 ? -1 : 0);

const isInteraction = ({ difference }: Question): boolean => Array.isArray(difference);

/** Fields, levels and waves, alone and together. */
function queries(): string[] {
	const { codeLists } = context.catalogue;
	const fields = (codeLists.field ?? []).map(({ code }) => code);
	const levels = (codeLists.isced_level ?? []).map(({ code }) => code);
	const each = [
		...fields.map((code) => `field=${code}`),
		...levels.map((code) => `isced_level=${code}`),
		...fields.map((code, i) => `field=${code},${fields[(i + 3) % fields.length] ?? ''}`)
	];
	const crossed = fields.flatMap((field) =>
		levels.map((level) => `field=${field}&isced_level=${level}`)
	);
	const all = ['', ...each, ...crossed];
	const beside = ['', '&wave=2021', '&periurban=urban', '&wave=2021&periurban=rural'];
	return all.flatMap((one) => beside.map((more) => `?${one}${more}`));
}

/** A dimension, two of its codes, and what they are compared within. */
type Apart = readonly [dimension: string, minus: readonly [string, string], by: string];

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
