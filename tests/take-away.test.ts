/** A figure's chart, table, file, sentences and pictures say the same, and in the same words of care. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AskContext } from '#lib/answers/ask.ts';
import { isShown } from '#lib/charts/chart-row.ts';
import { cellText, isRich, type TableCell } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { rowValue } from '#lib/charts/row-value.ts';
import { bibtex, citation } from '#lib/exports/citation.ts';
import { figureCsv } from '#lib/exports/figure-csv.ts';
import { figureSvg } from '#lib/exports/figure-svg.ts';
import { careInk, ink, roleInk } from '#lib/exports/palette.ts';
import type { Taken } from '#lib/exports/taken.ts';
import { charts, qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { formatFigure, type Figure, type Measure } from '#lib/vocabulary/numbers.ts';
import { tooFewToShow } from '#lib/vocabulary/said.ts';
import { readAnswerBook, readCatalogue } from './support/catalogue.ts';
import { drawViews, storySeed, tellAll, type Told } from './support/stories.ts';

let context: AskContext;
let told: Told[];

beforeAll(async () => {
	context = { catalogue: await readCatalogue(), book: await readAnswerBook() };
	told = await tellAll(context, drawViews(context.catalogue, 14), { perView: 3 });
});

/** A number that a figure prints, with all that has to agree with it. */
interface Printed {
	readonly name: string;
	readonly figure: Figure;
	readonly measure: Measure;
	/** What stands on the page, as value and interval. */
	readonly shown: { readonly value: string; readonly interval: string };
	readonly sentence: string;
	/** Heads of the table's lines that it may stand in, in any order. */
	readonly heads: readonly string[];
	/** The table has a line for it: that of a curve holds some of its points. */
	readonly tabled: boolean;
	/** Words of care stand beside it in the chart. */
	readonly flagged: boolean;
	/** It stands in the picture with its interval. */
	readonly pictured: boolean;
}

function printedOf({ plot, measure, table }: FigureModel): Printed[] {
	if (plot.kind === 'curves') {
		return plot.curves.flatMap((curve) => {
			const last = curve.points.findLast(({ figure }) => isShown(figure));
			return curve.points.map((point) => {
				const heads = [curve.name, `${point.at}`];
				return {
					...{ name: heads.join(' '), figure: point.figure, measure, heads },
					...{ shown: rowValue(point.figure, measure), sentence: point.sentence },
					tabled: table.rows.some(({ cells }) => isHeaded(cells, heads)),
					...{ flagged: false, pictured: point === last }
				};
			});
		});
	}
	const lists =
		plot.kind === 'multiples'
			? plot.panels.map(({ title, rows }) => ({ heads: [title], rows, paired: true }))
			: [{ heads: [] as string[], rows: plot.rows, paired: plot.kind === 'paired' }];
	return lists.flatMap(({ heads, rows, paired }) =>
		rows.flatMap((row) => {
			const alone = row.read ?? row.marks[0];
			const parts = paired ? row.marks : alone ? [alone] : [];
			return parts.map(({ figure, measure: own = measure }) => ({
				...{ name: row.name, figure, measure: own, shown: rowValue(figure, own, paired) },
				...{ sentence: row.sentence, heads: [...heads, row.name], tabled: true },
				...{ flagged: !paired, pictured: true }
			}));
		})
	);
}

const taken = (model: FigureModel, shown: string, query = ''): Taken => ({
	...{ model, shown, day: '2025-11-22', licence: 'CC0-1.0', site: context.catalogue.site },
	address: `https://example.org/skills/${query}#${model.id}`
});

/** Figures that are drawn, as they are taken away. */
const drawn = () =>
	told.flatMap(({ name, story, figures }) =>
		figures
			.filter(({ absence }) => !absence)
			.map((model) => ({ name: `${name} ${model.id}`, figure: taken(model, story.shown) }))
	);

/** Whether a line of a table begins with these words, in any order. */
function isHeaded(cells: readonly TableCell[], heads: readonly string[]): boolean {
	const first = cells.slice(0, heads.length).map(cellText);
	return heads.every((head) => first.includes(head));
}

const rawOf = (cell: TableCell | undefined) => (isRich(cell) ? cell.raw : undefined);

/** Lines of the table that hold a figure: its number, unrounded, in one of the cells. */
function linesOf({ table }: FigureModel, { heads, figure, shown }: Printed): number[] {
	return table.rows.flatMap(({ cells }, i) => {
		const isNamed = isHeaded(cells, heads);
		const holds = cells.some(
			(cell) =>
				// Where a curve ends its chart has no value, which the table alone gives.
				(rawOf(cell) === figure.value || (figure.value === null && !isShown(figure))) &&
				(figure.value === null || !isShown(figure) || cellText(cell) === valueText(shown, cell))
		);
		return isNamed && holds ? [i] : [];
	});
}

/** A range of ranks stands for its middle; every other value stands as it is. */
const valueText = ({ value }: Printed['shown'], cell: TableCell): string =>
	/^\d+–\d+$/.test(value) ? cellText(cell) : value;

const textOf = (cells: readonly TableCell[]) => cells.map(cellText).join(' | ');

/** Notes, head and lines of a CSV file. */
function readCsv(text: string) {
	const all = text.trimEnd().split('\r\n');
	const lines = all.filter((line) => !line.startsWith('# ')).map(fieldsOf);
	return { notes: all.filter((line) => line.startsWith('# ')), head: lines[0] ?? [], lines };
}

function fieldsOf(line: string): string[] {
	const fields = line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? [];
	return fields.map((field) => field.replace(/^"|"$/g, '').replaceAll('""', '"'));
}

/** What an SVG file says, without its markup. */
function svgText(svg: string): string {
	return svg
		.replace(/<\/text>/g, ' ')
		.replace(/<[^>]*>/g, '')
		.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => {
			return { lt: '<', gt: '>', quot: '"', amp: '&' }[name] ?? '';
		})
		.replace(/\s+/g, ' ');
}

describe(`every figure, under the default View and 14 random ones (seed ${storySeed})`, () => {
	test('prints numbers of every kind of plot and of every grade that there is', () => {
		const all = drawn().flatMap(({ figure }) => printedOf(figure.model));
		expect(all.length).toBeGreaterThan(2000);
		const grades = new Set(all.map(({ figure }) => figure.quality));
		for (const grade of ['ok', 'low-n', 'imprecise', 'unreliable'] as const)
			expect(grades).toContain(grade);
	});

	test('has lines in its table for some points of every curve', () => {
		const curves = drawn().filter(({ figure }) => figure.model.plot.kind === 'curves');
		expect(curves.length).toBeGreaterThan(0);
		for (const { name, figure } of curves) {
			const { plot } = figure.model;
			const points = printedOf(figure.model).filter(({ tabled }) => tabled);
			for (const curve of plot.kind === 'curves' ? plot.curves : []) {
				if (curve.points.some((point) => isShown(point.figure)))
					expect(
						points.filter(({ heads }) => heads[0] === curve.name).length,
						name
					).toBeGreaterThan(0);
			}
		}
	});

	test('says in its table what its chart says, with the same grade', () => {
		for (const { name, figure } of drawn()) {
			for (const one of printedOf(figure.model).filter(({ tabled }) => tabled)) {
				const message = `${name}: ${one.name} ${one.shown.value}`;
				const lines = linesOf(figure.model, one).map((i) => figure.model.table.rows[i]);
				expect(lines.length, message).toBeGreaterThan(0);
				expect(
					lines.map((line) => line?.quality),
					message
				).toContain(one.figure.quality);
				if (!isShown(one.figure) || one.shown.interval === '') continue;
				const same = lines.filter((line) => line?.quality === one.figure.quality);
				const texts = same.map((line) => textOf(line?.cells ?? []));
				const { interval, care } = { ...one.shown, care: qualityWords[one.figure.quality] };
				expect(
					texts.some((text) => text.includes(interval) && text.includes(care)),
					`${message} ${interval} ${care} in ${texts.join(' // ')}`
				).toBe(true);
			}
		}
	});

	test('gives the same numbers and grades in its CSV file, once they are rounded', () => {
		for (const { name, figure } of drawn()) {
			const { head, lines } = readCsv(figureCsv(figure));
			const at = (id: string) => head.indexOf(id);
			expect(at('quality'), name).toBe(head.length - 1);
			for (const one of printedOf(figure.model).filter(({ tabled }) => tabled)) {
				const message = `${name}: ${one.name} ${one.shown.value}`;
				const fields = linesOf(figure.model, one).map((i) => lines[i + 1] ?? []);
				const same = fields.filter((line) => line.at(-1) === one.figure.quality);
				expect(same.length, message).toBeGreaterThan(0);
				if (!isShown(one.figure)) continue;
				expect(
					same.some((line) => line.some((text) => text === String(one.figure.value))),
					message
				).toBe(true);
				if (one.shown.interval === '' || one.figure.low === null || one.measure === 'rank')
					continue;
				const again = same.map((line) => {
					const ends = { low: Number(line[at('low')]), high: Number(line[at('high')]) };
					return formatFigure({ ...one.figure, ...ends }, one.measure);
				});
				expect(again, message).toContainEqual(formatFigure(one.figure, one.measure));
			}
		}
	});

	test('is heard with the same numbers and words of care', () => {
		for (const { name, figure } of drawn()) {
			for (const { figure: one, measure, shown, sentence } of printedOf(figure.model)) {
				const message = `${name}: ${sentence}`;
				if (one.quality === 'unreliable') {
					expect(sentence, message).toContain(qualityWords.unreliable);
				} else if (isShown(one) && measure !== 'rank') {
					expect(sentence, message).toContain(shown.value);
					const ends = one.low === null ? [] : shown.interval.split(/–| to /);
					for (const end of ends) expect(sentence, message).toContain(end);
					expect(sentence, message).toContain(qualityWords[one.quality]);
				}
			}
		}
	});

	test('stands in its picture with the same numbers, names and words of care', () => {
		for (const { name, figure } of drawn()) {
			const said = svgText(figureSvg(figure));
			for (const one of printedOf(figure.model).filter(({ pictured }) => pictured)) {
				const message = `${name}: ${one.name}`;
				const { quality } = one.figure;
				if (quality === 'unreliable' && one.flagged) {
					expect(said, message).toContain(tooFewToShow(one.figure));
				} else if (quality === 'suppressed' && one.flagged) {
					expect(said, message).toContain(charts.withheld().slice(0, -1));
				} else {
					const { value, interval } = one.shown;
					expect(said, message).toContain(`${value} ${interval}`.trim());
				}
				if (one.flagged && isShown(one.figure))
					expect(said, message).toContain(qualityWords[quality]);
			}
		}
	});

	test('leaves with its finding, whom it shows, the notice, the edition and its address', () => {
		const { notice, edition } = context.catalogue.site;
		for (const { name, story, figures } of told) {
			for (const model of figures) {
				const figure = taken(model, story.shown, '?sex=F&age=15-24,25-34');
				const finding = model.absence?.title ?? model.finding;
				const files = {
					csv: readCsv(figureCsv(figure)).notes.join('\n'),
					svg: svgText(figureSvg(figure)),
					citation: citation(figure)
				};
				for (const [form, text] of Object.entries(files)) {
					for (const part of [notice, edition, story.shown.trim(), figure.address ?? ''])
						expect(text, `${name} ${form}`).toContain(part);
					expect(text, `${name} ${form}`).toContain(finding.replace(/\.$/, ''));
				}
				expect(bibtex(figure), name).toMatch(/^@misc\{[\w-]+,\n( {2}\w+ = \{.*\},\n)+\}$/);
			}
		}
	});
});

describe('a picture', () => {
	test('has the colours of the light theme', () => {
		const css = readFileSync('src/routes/tokens.css', 'utf8');
		const tokens = Object.fromEntries(
			[...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value])
		);
		const used = { ...ink, ...roleInk, ...careInk };
		for (const [name, colour] of Object.entries(used)) expect(colour, name).toBe(tokens[name]);
	});

	test('holds no style, script or address to fetch, and keeps every mark inside', () => {
		for (const { name, figure } of drawn().slice(0, 60)) {
			const svg = figureSvg(figure);
			expect(svg, name).not.toMatch(/<(style|script|image|foreignObject)|\b(href|class|on\w+)=/);
			expect(svg, name).not.toMatch(/NaN|undefined|Infinity/);
		}
	});
});
