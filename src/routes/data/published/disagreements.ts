import { published as words } from '#lib/vocabulary/messages/published.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { printedValue, type PublishedFigure } from './published-figure.ts';

/** Figures of one measure and place that contradict each other, side by side. */
export interface Disagreement {
	readonly measure: string;
	readonly place: string;
	/** Women and men together first, then each; within them the highest first. */
	readonly figures: readonly PublishedFigure[];
	/** The figures that speak of the same people and contradict each other, highest first. */
	readonly opposed: readonly PublishedFigure[];
}

const sexes = ['', 'F', 'M'];
const doubtful = ['conflict', 'weak'];

/** Where sources contradict each other, the widest field of figures first. */
export function findDisagreements(all: readonly PublishedFigure[]): Disagreement[] {
	return [...groupBy(all, ({ measure, place }) => `${measure}|${place}`).values()]
		.map((figures): Disagreement => {
			const [first] = figures;
			const sorted = figures.toSorted(
				(a, b) => sexes.indexOf(a.sex) - sexes.indexOf(b.sex) || Number(b.value) - Number(a.value)
			);
			return {
				measure: first?.measure ?? '',
				place: first?.place ?? '',
				figures: sorted,
				opposed: opposedOf(sorted)
			};
		})
		.filter(({ figures, opposed }) => opposed.length > 0 && figures.length > 1)
		.toSorted((a, b) => b.opposed.length - a.opposed.length);
}

/** The figures outside every disagreement, by measure in the order of the file. */
export function withoutThose(
	all: readonly PublishedFigure[],
	disagreements: readonly Disagreement[]
): { measure: string; figures: PublishedFigure[] }[] {
	const taken = new Set(disagreements.flatMap(({ figures }) => figures));
	const rest = all.filter((figure) => !taken.has(figure));
	return [...groupBy(rest, ({ measure }) => measure)].map(([measure, figures]) => ({
		measure,
		figures
	}));
}

/** `unemployment runs from 16.67% to 32.8% by source` */
export function disagreementInWords({ opposed }: Disagreement, name: string): string {
	const [highest, ...others] = opposed;
	const lowest = others.at(-1);
	if (!highest) return '';
	if (!lowest) return words.one(name, printedValue(highest));
	const inRange = opposed.length > 2 && highest.unit === lowest.unit;
	return inRange
		? words.runs(name, printedValue(lowest), printedValue(highest))
		: words.two(name, printedValue(highest), printedValue(lowest));
}

/** In what the opposed figures are not alike, as a sentence; else the note of the only one. */
export function caution({ opposed }: Disagreement): string {
	if (opposed.length === 1) return opposed[0]?.note ?? '';
	const differ = (of: (figure: PublishedFigure) => string): boolean =>
		new Set(opposed.map(of)).size > 1;
	const what = [
		...(differ(({ ageFrom, ageTo }) => `${ageFrom} ${ageTo}`) ? [words.ages] : []),
		...(differ(({ year }) => year) ? [words.years] : []),
		...(differ(({ definition }) => definition) ? [words.definitions] : [])
	];
	return what.length > 0 ? words.differIn(joinWords(what)) : '';
}

function opposedOf(sorted: readonly PublishedFigure[]): PublishedFigure[] {
	const doubted = sorted.filter(({ status }) => doubtful.includes(status));
	if (!doubted.some(({ status }) => status === 'conflict')) return [];
	const both = doubted.filter(({ sex }) => sex === '');
	return both.length > 0 ? both : doubted;
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
	const groups = new Map<string, Item[]>();
	for (const item of items) {
		const key = keyOf(item);
		const group = groups.get(key);
		if (group) group.push(item);
		else groups.set(key, [item]);
	}
	return groups;
}
