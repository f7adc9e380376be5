/** The briefs of every candidate of every sector, as the pages draft them. */
import { readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { isRich, type TableCell } from '#lib/charts/chart-table.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import { achievementOf } from '#lib/decisions/achievement.ts';
import { briefItems, type Brief } from '#lib/decisions/brief-record.ts';
import { isReady } from '#lib/decisions/brief-finding.ts';
import { validateBrief } from '#lib/decisions/brief-rules.ts';
import { upgradeBrief } from '#lib/decisions/brief-upgrade.ts';
import { findCandidates, type Candidate } from '#lib/decisions/candidates.ts';
import type { ExportPlace } from '#lib/decisions/credential-terms.ts';
import type { Where } from '#lib/decisions/asker.ts';
import type { Evidence } from '#lib/decisions/evidence.ts';
import { learningModelOf } from '#lib/decisions/learning-model.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { parseView } from '#lib/vocabulary/view.ts';
import { briefFor, briefUnder } from '../src/routes/credentials/[id]/brief-for.ts';
import { readPublishedFigures } from '../src/routes/data/data-files.server.ts';
import { coverageOf } from '../src/routes/credentials/[id]/brief-survey.ts';
import { credentialsPageFilters } from '../src/routes/credentials/choices.ts';
import { tellCredentials, type CredentialsStory } from '../src/routes/credentials/story.ts';
import { inOrder, type Placed } from '../src/routes/credentials/sector-order.ts';
import { Teller } from '../src/routes/story/story.ts';
import { readAnswerBook, readCatalogue, readGenerated } from './support/catalogue.ts';

interface Told {
	readonly name: string;
	readonly candidate: Candidate;
	readonly brief: Brief;
	readonly evidence: Evidence;
}

const wheres = [{}, { sex: ['F'] }, { residence: ['rural'] }, { sex: ['M'], age: ['15-24'] }];

/** Items that only the provider can fill. */
const providers = ['capacity-missing'];

let teller: Teller;
const told: Told[] = [];

beforeAll(async () => {
	const catalogue = await readCatalogue();
	const planning = await readGenerated<Planning>('planning.json');
	const published = await readPublishedFigures();
	teller = new Teller({ catalogue, book: await readAnswerBook() });
	for (const { code } of catalogue.codeLists.sector ?? []) {
		const found = await findCandidates(code, teller, planning);
		if ('code' in found) throw new Error(`${code}: ${found.code}`);
		for (const candidate of found.candidates) {
			for (const where of wheres) {
				const order = await orderFor(found.candidates, where);
				const made = await briefFor(candidate, {
					...{ asker: teller, where, order, planning, published }
				});
				told.push({ name: `${candidate.id} ${JSON.stringify(where)}`, candidate, ...made });
			}
		}
	}
});

const orders = new Map<string, Promise<Placed[]>>();

function orderFor(candidates: readonly Candidate[], where: Where): Promise<Placed[]> {
	const key = `${candidates[0]?.sector} ${JSON.stringify(where)}`;
	const known = orders.get(key) ?? inOrder(candidates, { asker: teller, where });
	orders.set(key, known);
	return known;
}

/** Every text of a record, with the path to it. */
function textsOf(value: unknown, path = ''): { path: string; text: string }[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}.${key}`));
}

/** Range of ranks and share of draws among the first three, by candidate, as the table of a page has them. */
function ranksIn({ figure: { table } }: CredentialsStory): Map<string, unknown[]> {
	const at = ['rank_low', 'rank_high', 'top_3'].map((id) =>
		table.columns.findIndex((column) => column.id === id)
	);
	const bare = (cell: TableCell | undefined) => (isRich(cell) ? cell.raw : cell);
	return new Map(table.rows.map(({ id, cells }) => [id, at.map((i) => bare(cells[i]))]));
}

const fit = () => told.filter(({ evidence }) => evidence.unfit === undefined);

test('every sector has candidates, and most have a brief under a filter too', () => {
	const { codeLists } = teller.catalogue;
	const sectors = new Set(told.map(({ candidate }) => candidate.sector));
	expect([...sectors]).toEqual((codeLists.sector ?? []).map(({ code }) => code));
	expect(fit().length).toBeGreaterThan(told.length / 2);
});

describe('a brief on evidence that may be shown', () => {
	test('has every mandatory item, but for those that only the provider can fill', () => {
		for (const { name, brief } of fit()) {
			const findings = validateBrief(brief);
			expect(isReady(findings), `${name} ${JSON.stringify(findings)}`).toBe(true);
			const missing = findings.filter(({ severity }) => severity === 'warning');
			expect(
				missing.map(({ rule }) => rule),
				name
			).toEqual(providers);
			expect(Object.keys(brief).slice(3, -1), name).toEqual([...briefItems]);
		}
	});

	test('compares only where the interval leaves out zero, and says so where it does not', () => {
		let [comparisons, open] = [0, 0];
		for (const { name, brief } of fit()) {
			for (const figure of brief.evidence.figures) {
				const { claim, low, high, label, question } = figure;
				if (!parseQuestion(question).difference) {
					expect(claim, name).toBe('level');
					continue;
				}
				const clear = low !== null && high !== null && low * high > 0;
				expect(claim, name).toBe(clear ? 'comparison' : 'level');
				expect(/told apart/.test(label), name).toBe(!clear);
				if (clear) comparisons++;
				else open++;
			}
		}
		expect(comparisons).toBeGreaterThan(0);
		expect(open).toBeGreaterThan(0);
	});

	test('has no comparative in its text: the figures compare, with their intervals', () => {
		const comparative =
			/\b(more|fewer|less|higher|lower|larger|smaller|better|worse|above|below)\b[^.]*\bthan\b|\b(most|highest|lowest|largest|mainly|first of all)\b/i;
		for (const { name, brief } of told) {
			const evidence = { ...brief.evidence, figures: [] };
			for (const { path, text } of textsOf({ ...brief, evidence })) {
				const found = comparative.test(text);
				// Risks quote what was published; a rule of the draft counts places.
				const allowed = /^\.(risks|review)\b/.test(path);
				expect(found && !allowed, `${name} ${path}: ${text}`).toBe(false);
			}
		}
	});

	test('prints each figure with n, source, year, question and a link', () => {
		for (const { name, brief } of fit()) {
			for (const { n, source, year, synthetic, question, link } of brief.evidence.figures) {
				expect(n, name).toBeGreaterThan(0);
				expect(
					[source, year].every((text) => text !== ''),
					name
				).toBe(true);
				expect(synthetic, name).toBe(true);
				expect(parseQuestion(question).source, name).toBe('audit');
				expect(link, name).toMatch(/^\/(credentials|sectors)\//);
			}
			expect(brief.evidence.notice, name).toMatch(/synthetic/);
		}
	});

	test('holds the figures that its questions answer again', async () => {
		for (const { name, brief } of fit().filter((_, i) => i % 7 === 0)) {
			for (const figure of brief.evidence.figures) {
				const { estimates } = await teller.ask(parseQuestion(figure.question));
				const same = estimates.some(
					({ value, n }) =>
						n === figure.n &&
						Math.abs((value ?? NaN) - (figure.value ?? 0)) < 1e-6 * (1 + Math.abs(value ?? 0))
				);
				expect(same, `${name} ${figure.label}`).toBe(true);
			}
		}
	});

	test('holds the ranks that the page of its link gives', async () => {
		const { options } = credentialsPageFilters(teller.catalogue);
		const planning = await readGenerated<Planning>('planning.json');
		const pages = new Map<string, Map<string, unknown[]>>();
		const ranked = fit().filter(({ brief }) => brief.evidence.ranks.length > 0);
		expect(ranked.length).toBeGreaterThan(fit().length * 0.9);
		for (const { name, brief } of ranked) {
			const [own] = brief.evidence.ranks;
			if (!own) continue;
			const query = own.link.replace(/^\/credentials\//, '');
			const { view, ignored } = parseView(query, options);
			expect(ignored, name).toEqual([]);
			const told = pages.get(query) ?? ranksIn(await tellCredentials(view, teller, planning));
			pages.set(query, told);
			expect(told.get(brief.id), name).toEqual([own.low, own.high, own.inTop]);
			expect(own.of, name).toBe(told.size);
			expect([own.source, own.year, own.method], name).not.toContain('');
			expect([own.n > 0, own.synthetic], name).toEqual([true, true]);
		}
		expect(pages.size).toBeGreaterThan(20);
	});

	test('names every existing course in its skills, and levels as proposals', () => {
		for (const { name, candidate, brief } of fit()) {
			for (const { title } of candidate.overlaps) {
				expect(brief.stacking.overlap, name).toContain(title);
			}
			expect(brief.stacking.qualification, name).toMatch(/Could count towards .* A proposal/);
			expect(brief.level.status, name).toBe('proposed');
			expect(JSON.stringify(brief), name).not.toMatch(/\baccredited\b(?! programme)/);
		}
	});

	test('names the district groups where people are short, with a figure each where there are several', () => {
		let several = 0;
		for (const { name, brief } of fit()) {
			const { figures, places, coverage } = brief.evidence;
			const inPlaces = figures.filter(({ question }) =>
				parseQuestion(question).by.includes('district_group')
			);
			const named = places.length > 0 || coverage.includes('Too few answers to show');
			expect(named, name).toBe(true);
			for (const { label, low } of inPlaces) {
				expect(
					places.some((place) => label.includes(place)),
					`${name} ${label}`
				).toBe(true);
				expect(low, name).toBeGreaterThan(0);
			}
			if (inPlaces.length > 0) several++;
		}
		expect(several).toBeGreaterThan(0);
	});

	test('checks power, and connection where something is online, against what is published', () => {
		const ways = new Set<string>();
		for (const { name, brief } of fit()) {
			const { mode, power, data } = brief.mode;
			ways.add(mode);
			expect(power, name).toMatch(/grid electricity: [\d.]+% rural, [\d.]+% urban \(/);
			expect(/accessed the internet.*: \d+%/.test(data), name).toBe(mode !== 'on-site');
		}
		expect([...ways].sort()).toEqual(['hybrid', 'on-site']);
	});

	test('costs a place what its assumptions add up to', () => {
		for (const { name, brief } of fit()) {
			expect(brief.cost.perLearner, name).toBeGreaterThan(0);
			expect(brief.cost.basis, name).toMatch(/An assumption/);
		}
	});

	test('opens again as it was saved', () => {
		for (const { name, brief } of fit()) {
			const opened = upgradeBrief(JSON.parse(JSON.stringify(brief)), brief.edition);
			expect(opened, name).toEqual({ brief, changes: [] });
		}
	});
});

test('the brief for everybody, put under a View, is the one drafted under it', async () => {
	const where = { residence: ['rural'] };
	const ruralOnes = told.filter(({ name }) => name.endsWith(JSON.stringify(where)));
	for (const { name, candidate, brief } of ruralOnes.filter((_, i) => i % 5 === 0)) {
		const [id] = name.split(' ');
		const whole = told.find((one) => one.name === `${id} {}`);
		if (!whole) throw new Error(name);
		const base = { brief: whole.brief, coverage: coverageOf(teller.catalogue, {}) };
		const order = (await orders.get(`${candidate.sector} ${JSON.stringify(where)}`)) ?? [];
		const put = await briefUnder(base, candidate, { asker: teller, where, order });
		expect(put.brief, name).toEqual(brief);
	}
});

describe('a brief on evidence that may not be shown', () => {
	test('is refused', () => {
		const unfit = told.filter(({ evidence }) => evidence.unfit === 'unreliable');
		expect(unfit.length).toBeGreaterThan(0);
		for (const { name, brief } of unfit) {
			const severities = validateBrief(brief).map(({ severity }) => severity);
			expect(severities, name).toContain('refused');
		}
	});
});

describe.each([
	['open-badges-achievement', achievementOf],
	['learning-model', learningModelOf]
] as const)('as %s', (schema, exported) => {
	test('every brief is valid and carries the notice and the proposed level', () => {
		const ajv = new Ajv({ strict: true, strictTuples: false, allErrors: true });
		const text = readFileSync(`tests/schemas/${schema}.json`, 'utf8');
		const validate = ajv.compile(JSON.parse(text) as object);
		for (const { name, brief } of fit()) {
			const place: ExportPlace = {
				address: `https://example.org/credentials/${brief.id}/`,
				...{ framework: 'LQF', country: { code: 'LS', name: 'Lesotho' }, language: 'en' }
			};
			const made = exported(brief, place);
			expect(validate(made), `${name} ${JSON.stringify(validate.errors)}`).toBe(true);
			expect(JSON.stringify(made), name).toContain(brief.evidence.notice);
			expect(JSON.stringify(made), name).toContain(`level ${brief.level.proposed} (proposed)`);
		}
	});
});
