import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { Role } from '#lib/charts/roles.ts';
import { scaleOver, type ChartScale } from '#lib/charts/scale.ts';
import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import { published as words } from '#lib/vocabulary/messages/published.ts';
import { describe, type Figure } from '#lib/vocabulary/numbers.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { caution, disagreementInWords, type Disagreement } from './disagreements.ts';
import { printedAges, printedValue, type PublishedFigure } from './published-figure.ts';

/** A line of a table of published figures. */
export interface FigureLine {
	readonly id: string;
	readonly what: string;
	/** Of whom, and what to be careful about. */
	readonly remarks: string;
	readonly value: string;
	readonly source: string;
	readonly status: string;
}

/** Figures that contradict each other, as the page shows them. */
export interface SideBySide {
	readonly id: string;
	readonly name: string;
	readonly finding: string;
	readonly caution: string;
	/** Absent where there are fewer than three shares to draw. */
	readonly chart?: { readonly rows: readonly ChartRow[]; readonly scale: ChartScale };
	readonly lines: readonly FigureLine[];
}

const fewest = 3;
const groups: Readonly<Record<string, { heading: string; role: Role }>> = {
	'': { heading: words.groups[''], role: 'comparison' },
	F: { heading: words.groups.F, role: 'women' },
	M: { heading: words.groups.M, role: 'men' }
};

export function sideBySide(
	disagreement: Disagreement,
	catalogue: Catalogue,
	statuses: Readonly<Record<string, string>>
): SideBySide {
	const { measure, place, figures } = disagreement;
	const name = nameOf(disagreement, catalogue);
	const rows = chartRows(figures);
	return {
		id: `${measure} ${place}`
			.trim()
			.toLowerCase()
			.replaceAll(/[^a-z0-9]+/g, '-'),
		name: capitalised(name),
		finding: capitalised(disagreementInWords(disagreement, name)),
		caution: caution(disagreement),
		...(rows.length >= fewest
			? { chart: { rows, scale: scaleOver(rows.flatMap(figuresOf), 'share') } }
			: {}),
		lines: figures.map((figure) => figureLine(figure, catalogue, statuses))
	};
}

export function figureLine(
	figure: PublishedFigure,
	catalogue: Catalogue,
	statuses: Readonly<Record<string, string>>
): FigureLine {
	const { id, sex, residence, place, definition, status, text, value, note } = figure;
	const ages = printedAges(figure);
	const whom = [
		sex && labelOf(catalogue, 'sex', sex),
		residence && labelOf(catalogue, 'residence', residence),
		place && placeInWords(place, catalogue),
		ages && words.aged(ages),
		value && text
	];
	return {
		id,
		what: definition,
		remarks: [capitalised(whom.filter(Boolean).join('; ')), note].filter(Boolean).join('. '),
		value: printedValue(figure),
		source: sourceOf(figure),
		status: statuses[status] ?? status
	};
}

/** The words for each status, as the schema explains them: `sourced: read at its source; report: …` */
export function statusWords(description: string): Record<string, string> {
	const parts = description.replace(/\.$/, '').split('; ');
	return Object.fromEntries(
		parts.map((part) => {
			const [status = '', ...rest] = part.split(': ');
			return [status, rest.join(': ')];
		})
	);
}

/** The measure, with the place that it is about unless it names that already. */
function nameOf({ measure, place }: Disagreement, catalogue: Catalogue): string {
	return words.measure(measure, measure.includes(place) ? '' : placeInWords(place, catalogue));
}

/** A place is a sector's code, `ISCED-F` and a field's code, or a name as it stands. */
function placeInWords(place: string, catalogue: Catalogue): string {
	const field = /^ISCED-F (\d+)$/.exec(place)?.[1];
	if (field !== undefined) return words.field(labelOf(catalogue, 'field', field));
	return labelOf(catalogue, 'sector', place);
}

function chartRows(figures: readonly PublishedFigure[]): ChartRow[] {
	const shares = figures.filter(({ unit, value }) => unit === '%' && value !== '');
	const names = rowNames(shares);
	const split = new Set(shares.map(({ sex }) => sex)).size > 1;
	return shares.map((figure, i) => {
		const { id, sex } = figure;
		const group = groups[sex];
		const opens = split && shares[i - 1]?.sex !== sex;
		const name = names[i] ?? id;
		const drawn = shareOf(figure);
		return {
			id,
			name,
			...(opens && group ? { heading: group.heading } : {}),
			marks: [{ role: group?.role ?? 'comparison', figure: drawn }],
			sentence: describe(split && group ? `${group.heading}, ${name}` : name, [
				{ figure: drawn, measure: 'share' }
			])
		};
	});
}

/** Source, year and ages; also what is counted where that alone tells two rows of a group apart. */
function rowNames(shares: readonly PublishedFigure[]): string[] {
	const nameOne = (figure: PublishedFigure) => words.row(sourceOf(figure), printedAges(figure));
	return shares.map((figure) => {
		const name = nameOne(figure);
		const twin = shares.some(
			(other) => other !== figure && other.sex === figure.sex && nameOne(other) === name
		);
		return twin ? words.rowOf(name, figure.definition) : name;
	});
}

/** The source and its year, which some sources name already. */
function sourceOf({ source, year }: PublishedFigure): string {
	return year === '' || source.includes(year) ? source : `${source}, ${year}`;
}

/** As published: a value alone, which its source does not qualify. */
function shareOf({ value }: PublishedFigure): Figure {
	return { value: Number(value) / 100, low: null, high: null, quality: 'ok' };
}

function figuresOf({ marks }: ChartRow): Figure[] {
	return marks.map(({ figure }) => figure);
}
