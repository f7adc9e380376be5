import { beforeAll, describe, expect, test } from 'vitest';
import { ask, type AskContext } from '#lib/answers/ask.ts';
import { isSayable } from '#lib/answers/standing.ts';
import { isShown, rowQuality } from '#lib/charts/chart-row.ts';
import { cellText, isRich, type TableRow } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { nullWords } from '#lib/vocabulary/messages/charts.ts';
import { formatInText, type Figure } from '#lib/vocabulary/numbers.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { parseQuestion, type Question } from '#lib/vocabulary/question.ts';
import { readAnswerBook, readCatalogue } from './catalogue.ts';
import {
	drawViews,
	leaves,
	rowsOf,
	storySeed,
	tellAll,
	type PlacedRow,
	type Told
} from './stories.ts';

/** Parts run side by side; together they tell every page under 500 random Views. */
const viewsOfPart = 125;

/**
 * Generates every sentence of every page under the Views of a part: no number that is none, nothing said of too
 * few, and no comparison of the skills audit or of courses whose interval spans 0, the highest at its corrected
 * level. What `/equity`, `/graduates` and `/graduates/waves` compare is held by their own story.test.ts, over
 * Views of theirs.
 * @param part 0 to 3
 */
export function holdSentences(part: number): void {
	const seed = storySeed + part;
	let context: AskContext;
	let told: Told[];

	beforeAll(async () => {
		context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
		const views = drawViews(context.catalogue, viewsOfPart, seed);
		told = await tellAll(context, views, { perView: 1, seed });
	}, 600_000);

	/** Figures that are drawn, with the name of their page. */
	const drawn = () =>
		told.flatMap(({ name, figures }) =>
			figures
				.filter(({ absence }) => !absence)
				.map((figure) => ({ name: `${name} ${figure.id}`, figure }))
		);

	const figuresOf = ({ row }: PlacedRow): Figure[] => [
		...row.marks.map(({ figure }) => figure),
		...(row.read ? [row.read.figure] : [])
	];

	/** Lines of the table that a row of the chart stands for. */
	function linesOf({ table }: FigureModel, { panel, row }: PlacedRow): TableRow[] {
		const heads = panel === undefined ? [row.name] : [panel, row.name];
		return table.rows.filter(({ cells }) =>
			heads.every((head, i) => cellText(cells[i] ?? '') === head)
		);
	}

	const rawOf = (cell: TableRow['cells'][number]) => (isRich(cell) ? cell.raw : undefined);

	describe(`every page, under the default View and ${viewsOfPart} random ones (seed ${seed})`, () => {
		test('is told, most of it with figures and some of it without', () => {
			expect(told.length).toBeGreaterThan(viewsOfPart * 7);
			expect(drawn().length).toBeGreaterThan(600);
			const sectors = new Set(told.map(({ sector }) => sector));
			expect(sectors.size - 1).toBe(context.catalogue.codeLists.sector?.length);
			expect(told.some(({ figures }) => figures.some(({ absence }) => absence))).toBe(true);
		});

		test('prints no number that is none, no ± and no minus zero', () => {
			const wrong = /NaN|undefined|\bnull\b|Infinity|\[object|±|(?<!\w)[-−]0(\.0+)?(?![\d.])/;
			const found = told.flatMap(({ name, story }) =>
				[...leaves(story)]
					.filter(({ value }) =>
						typeof value === 'string'
							? wrong.test(value)
							: !Number.isFinite(value) || Object.is(value, -0)
					)
					.map(({ path, value }) => `${name} ${path}: ${value}`)
			);
			expect(found).toEqual([]);
		});

		test('puts no word for a missing number into a sentence', () => {
			const words = new RegExp(`\\b(${Object.values(nullWords).join('|')})\\b`);
			for (const { name, story, figures } of told) {
				const { title, lead, shown } = story;
				const findings = figures.map(({ finding, absence }) => absence?.title ?? finding);
				for (const said of [title, lead, shown, ...findings]) {
					expect(said, name).not.toMatch(words);
					expect(said, name).not.toMatch(/ {2}|\( ?\)|^\s|\s$/);
				}
			}
		});

		test('gives every figure a table, a method and the Questions behind it', () => {
			for (const { name, figures } of told) {
				expect(figures.length, name).toBeGreaterThan(0);
				for (const { table, computed, source, what } of figures) {
					const width = table.columns.length;
					expect(
						table.rows.filter(({ cells }) => cells.length !== width),
						name
					).toEqual([]);
					const ids = table.rows.map(({ id }) => id);
					expect(new Set(ids).size, name).toBe(ids.length);
					expect([table.caption, source, what], name).not.toContain('');
					expect(computed.questions.length, name).toBeGreaterThan(0);
					for (const text of computed.questions) expect(() => parseQuestion(text)).not.toThrow();
				}
			}
		});
	});

	describe('what is drawn', () => {
		test('stands in the table, value for value', () => {
			for (const { name, figure } of drawn()) {
				for (const placed of rowsOf(figure)) {
					const lines = linesOf(figure, placed);
					expect(lines.length, `${name} ${placed.row.id}`).toBeGreaterThan(0);
					const several = lines.length > 1;
					const value = figure.table.columns.findIndex(({ id }) => id === 'value');
					const raws = lines.flatMap(({ cells }) =>
						(several ? [cells[value] ?? ''] : cells).map(rawOf)
					);
					const shown = figuresOf(placed).map((one) => one.value);
					const message = `${name} ${placed.row.id}`;
					if (several) expect(raws.slice(0, shown.length), message).toEqual(shown);
					else expect(raws, message).toEqual(expect.arrayContaining(shown));
					if (figure.plot.kind !== 'dumbbell') continue;
					const at = (column: string) => figure.table.columns.findIndex(({ id }) => id === column);
					const columns = [...placed.row.marks.map(({ role }) => role), 'gap'];
					expect(
						columns.map((column) => raws[at(column)]),
						message
					).toEqual(shown);
				}
			}
		});

		test('rests on enough respondents: no mark, key figure or value of an unreliable estimate', () => {
			const { minimumRespondents } = context.catalogue.thresholds;
			let few = 0;
			for (const { name, figure } of drawn()) {
				for (const placed of rowsOf(figure)) {
					for (const one of figuresOf(placed)) {
						// A number of heads that everybody was counted for rests on no base.
						if (figure.measure === 'count' && one.reason === 'complete-count') continue;
						const tooFew = (one.n ?? 0) < minimumRespondents;
						if (tooFew) few++;
						if (tooFew) expect(isShown(one), `${name} ${placed.row.id}`).toBe(false);
					}
					// A row that is not paired draws all of its marks once it is shown.
					if (figure.plot.kind === 'paired' || figure.plot.kind === 'multiples') continue;
					const quality = rowQuality(placed.row);
					const shown = ['ok', 'low-n', 'imprecise'].includes(quality);
					const marks = placed.row.marks.map((mark) => isShown(mark.figure));
					if (shown) expect(marks, `${name} ${placed.row.id}`).not.toContain(false);
				}
			}
			expect(few).toBeGreaterThan(100);
		});

		test('is said in words with as many intervals as there are values to show', () => {
			for (const { name, figure } of drawn()) {
				for (const { row } of rowsOf(figure)) {
					const said = row.read ? [row.read.figure] : row.marks.map((mark) => mark.figure);
					const intervals = row.sentence.match(/95% interval/g)?.length ?? 0;
					const known = said.filter((one) => isShown(one) && one.low !== null);
					expect(intervals, `${name} ${row.sentence}`).toBe(known.length);
					expect(row.under?.join() ?? '', name).not.toMatch(
						/too few answers to show|not asked|nobody/
					);
				}
			}
		});

		test('is in no title, lead or finding when it is unreliable', () => {
			for (const { name, story, figures } of told) {
				const all = figures.flatMap((figure) =>
					rowsOf(figure).flatMap(({ row }) => row.marks.map((mark) => ({ mark, figure })))
				);
				const shown = new Set(
					all.flatMap(({ mark, figure }) =>
						isShown(mark.figure) ? printed([mark.figure], figure) : []
					)
				);
				const hidden = all.flatMap(({ mark, figure }) =>
					isShown(mark.figure) ? [] : printed([mark.figure], figure)
				);
				const said = [story.title, story.lead, ...figures.map(({ finding }) => finding)].join('\n');
				for (const text of hidden) if (!shown.has(text)) expect(said, name).not.toContain(text);
			}
		});

		test('leaves rows without a mark at the end where rows are sorted by value', () => {
			for (const { name, figure } of drawn()) {
				if (figure.plot.kind !== 'capsule' && figure.plot.kind !== 'dumbbell') continue;
				const shown = figure.plot.rows.map((row) => row.marks.some((mark) => isShown(mark.figure)));
				expect(shown, name).toEqual(shown.toSorted((a, b) => Number(b) - Number(a)));
			}
		});
	});

	function printed(figures: readonly Figure[], { measure }: FigureModel): string[] {
		return figures
			.filter(({ value, low }) => value !== null && low !== null)
			.map((figure) => formatInText(figure, measure));
	}

	describe('what a title says', () => {
		/** The difference that a figure rests on, asked once more. */
		async function differenceOf(
			{ computed }: FigureModel,
			by: number
		): Promise<readonly Estimate[]> {
			const found = computed.questions
				.map((text) => parseQuestion(text))
				.find((question) => question.difference && question.by.length === by);
			return found ? (await ask(found, context)).estimates : [];
		}

		const sideOf = (one: Estimate | undefined): number =>
			one && isSayable(one) ? Math.sign((one.low ?? 0) > 0 ? 1 : (one.high ?? 0) < 0 ? -1 : 0) : 0;

		const nouns: Readonly<Record<string, readonly [string, string]>> = {
			'by-gender': ['women', 'men'],
			'by-residence': ['rural workers', 'urban workers']
		};

		test('two groups are told apart if and only if their difference leaves out 0, the right way', async () => {
			const seen = { apart: 0, together: 0 };
			for (const { name, figure } of drawn()) {
				const pair = nouns[figure.id];
				if (!pair) continue;
				const [first, second] = pair;
				const side = sideOf((await differenceOf(figure, 0))[0]);
				const { finding } = figure;
				const says = (a: string, b: string) =>
					finding.includes(`${a} fall short more often than ${b}:`);
				const claim = says(` ${first}`, second) ? 1 : says(` ${second}`, first) ? -1 : 0;
				expect(claim, `${name}: ${finding}`).toBe(side);
				if (claim === 0) expect(finding, name).not.toContain('more often');
				seen[claim === 0 ? 'together' : 'apart']++;
			}
			expect(seen.apart).toBeGreaterThan(10);
			expect(seen.together).toBeGreaterThan(10);
		});

		test('women and men are told apart among a kind of workers only where their interval leaves out 0', async () => {
			let claims = 0;
			const labels = new Map(
				(context.catalogue.codeLists.residence ?? []).map(({ code, label }) => [
					code,
					label.toLowerCase()
				])
			);
			for (const { name, figure } of drawn()) {
				const found = /^Among (.+) workers, (women|men) fall short/.exec(figure.finding);
				if (figure.id !== 'crossed' || !found) continue;
				const places = (found[1] ?? '').split(/, | and /);
				const apart = await differenceOf(figure, 1);
				for (const place of places) {
					const one = apart.find(({ key }) => labels.get(key[0] ?? '') === place);
					expect(sideOf(one), `${name}: ${figure.finding}`).toBe(found[2] === 'women' ? 1 : -1);
					claims++;
				}
			}
			expect(claims).toBeGreaterThan(3);
		});

		test('professionals fall short more often only where the difference says so', async () => {
			const seen = { clear: 0, unclear: 0 };
			for (const { name, figure } of drawn()) {
				if (figure.id !== 'position') continue;
				const side = sideOf((await differenceOf(figure, 0))[0]);
				const claim = !figure.finding.includes('more often')
					? 0
					: figure.finding.startsWith('Other workers')
						? -1
						: 1;
				expect(claim, `${name}: ${figure.finding}`).toBe(side);
				if (figure.finding.includes('told apart')) {
					const [apart] = await differenceOf(figure, 0);
					expect(apart && isSayable(apart), `${name}: ${figure.finding}`).toBe(true);
				}
				seen[claim === 0 ? 'unclear' : 'clear']++;
				const apart = await differenceOf(figure, 1);
				if (figure.what.includes('every sector')) {
					expect(apart.length, name).toBeGreaterThan(0);
					expect(apart.map(sideOf), name).not.toContain(0);
				}
			}
			expect(seen.clear).toBeGreaterThan(5);
			expect(seen.unclear).toBeGreaterThan(0);
		});

		test('one that stands alone at the top is above each of the others that can be shown', async () => {
			let claims = 0;
			for (const { name, figure } of drawn()) {
				const text = figure.computed.questions.map((one) => parseQuestion(one));
				const asked = text.find(({ indicator, difference, by }) => {
					return (
						indicator === (figure.id === 'by-skill' ? 'gap' : figure.id) &&
						!difference &&
						by.length === 1
					);
				});
				const single = /^(The gap is largest where|Ratings below|Attainment is highest in [^,]+:)/;
				if (!asked || !single.test(figure.finding)) continue;
				const [dimension = ''] = asked.by;
				const ranked = (await ask(asked, context)).estimates
					.filter(isSayable)
					.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
				const [top, ...others] = ranked.map(({ key }) => key.join());
				expect(
					others.length,
					`${name}: ${figure.finding} Of one alone nothing can be said.`
				).toBeGreaterThan(0);
				const named = (code: string) =>
					(context.catalogue.codeLists[dimension] ?? []).find((one) => one.code === code)?.label ??
					code;
				const says = (code: string) =>
					figure.finding.toLowerCase().includes(named(code).toLowerCase());
				expect(says(top ?? ''), `${name}: ${figure.finding}`).toBe(true);
				for (const other of others) {
					if (says(other)) continue;
					const question: Question = {
						...{ ...asked, by: [] },
						difference: { dimension, minus: [top ?? '', other] },
						level: 1 - 0.05 / others.length
					};
					const [apart] = (await ask(question, context)).estimates;
					expect(apart?.low ?? 0, `${name}: ${figure.finding} (${other})`).toBeGreaterThan(0);
				}
				claims++;
			}
			expect(claims).toBeGreaterThan(20);
		});

		test('the title of the sectors says no more than the figure below it', () => {
			const most = 'Workers fall short most often in ';
			const pages = told.filter(
				({ page, story }) => page === 'sectors' && story.title.startsWith(most)
			);
			expect(pages.length).toBeGreaterThan(2);
			for (const { name, story, figures } of pages) {
				expect(figures[0]?.finding, name).toBe(
					story.title.replace(most, 'Ratings below the required level are most frequent in ')
				);
			}
		});

		test('a course is sure of first places only where its range of ranks ends there, of several', () => {
			const seen = { sure: 0, open: 0 };
			for (const { name, story, figures } of told.filter(({ page }) => page === 'credentials')) {
				for (const { finding, table, absence } of figures) {
					if (absence) continue;
					const column = (id: string) => table.columns.findIndex((one) => one.id === id);
					const highs = table.rows.map(({ cells }) => Number(cells[column('rank_high')]));
					const lows = table.rows.map(({ cells }) => Number(cells[column('rank_low')]));
					const first = Math.min(...highs);
					const said = /(?:is|are) sure of the first (\d+) places/.exec(finding);
					const message = `${name} ${finding}`;
					if (said) {
						expect(Number(said[1]), message).toBe(first);
						expect(first, message).toBeLessThanOrEqual(highs.length / 2);
						const sure = table.rows.filter((_, i) => highs[i] === first);
						if (finding.startsWith('Only')) expect(sure.length, message).toBe(1);
						expect(story.title, message).toContain(`in the first ${first} of ${highs.length}`);
						seen.sure++;
					}
					if (finding.includes('holds the first place')) expect(first, message).toBe(1);
					if (finding.startsWith('The order is open')) {
						expect(first, message).toBeGreaterThan(highs.length / 2);
						seen.open++;
					}
					if (story.title.endsWith('could hold several ranks')) {
						const others = lows.filter((_, i) => highs[i] !== first);
						const wide = lows.filter((low, i) => highs[i] !== first && low < (highs[i] ?? 0));
						expect(wide.length, message).toBe(others.length);
					}
				}
			}
			expect(seen.sure).toBeGreaterThan(3);
			expect(seen.open).toBeGreaterThan(3);
		});
	});
}
