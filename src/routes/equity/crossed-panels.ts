import { compare, isSayable } from '#lib/answers/standing.ts';
import type { ChartPanel } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyItem } from '#lib/charts/key-item.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Indicator } from '#lib/indicators/declaration.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { roleOfSex } from '../story/labels.ts';
import { drawn } from '../story/story.ts';
import { sexes, type Equity } from './equity.ts';
import { placeOf } from './place.ts';

/** Gender crossed with residence, for one indicator or one sector. */
export interface Crossed {
	readonly id: string;
	readonly title: string;
	/** The share of a cell. */
	readonly at: (place: string, sex: string) => Estimate;
	/** How far rural women are from the sum of the two gaps: the interaction. */
	readonly beyond: Estimate;
	readonly moreIs: Indicator['moreIs'];
}

/** Women and men within each kind of residence, a panel each. */
export function crossedPanels(equity: Equity, all: readonly Crossed[]): ChartPanel[] {
	return all.map(({ id, title, at }) => ({
		...{ id, title },
		rows: equity.places.map((place) => {
			const name = placeLabel(equity, place);
			return {
				...{ id: place, name },
				marks: sexes.map((sex) => ({
					role: roleOfSex[sex] ?? 'comparison',
					figure: drawn(at(place, sex))
				})),
				sentence: describe(
					name,
					sexes.map((sex) => ({
						label: equity.group(sex),
						figure: at(place, sex),
						measure: 'share'
					}))
				)
			};
		})
	}));
}

/** The cells of the panels, and under them how far rural women are from the sum of the two gaps. */
export function crossedTable(
	equity: Equity,
	all: readonly Crossed[],
	{ caption, head }: { caption: string; head: string }
): FigureModel['table'] {
	const { teller, bySex, byResidence } = equity;
	const lines = all.flatMap(({ title, at, beyond }): EstimateLine[] => [
		...equity.places.flatMap((place) =>
			sexes.map((sex): EstimateLine => ({
				id: `${title} ${place} ${sex}`,
				labels: [title, placeLabel(equity, place), labelOf(teller.catalogue, 'sex', sex)],
				estimate: at(place, sex),
				measure: 'share'
			}))
		),
		{
			id: `${title} beyond`,
			labels: [title, equity.apart(byResidence), equity.apart(bySex)],
			estimate: beyond,
			measure: 'points'
		}
	]);
	return estimateTable(lines, {
		caption,
		heads: [
			{ id: 'panel', label: head },
			{ id: 'residence', label: shared.residence },
			{ id: 'gender', label: shared.gender }
		],
		value: words.value
	});
}

/** The titles of panels whose interaction is clear when all are looked at together, by what it means. */
export function beyondTheSum(all: readonly Crossed[]) {
	const sayable = all.filter(({ beyond }) => isSayable(beyond));
	const named = (place: 'behind' | 'ahead'): string =>
		joinWords(
			sayable
				.filter(({ beyond, moreIs }) => placeOf(compare(beyond, sayable.length), moreIs) === place)
				.map(({ title }) => inSentence(title))
		);
	return { behind: named('behind'), ahead: named('ahead'), compared: sayable.length };
}

/** "in work −5 points (−12 to 3)", of every panel that has enough answers. */
export function beyondValues(all: readonly Crossed[]): string {
	return all
		.filter(({ beyond }) => isSayable(beyond))
		.map(({ title, beyond }) => words.valued(inSentence(title), formatSaid(beyond, 'points')))
		.join('; ');
}

export function crossedKey(equity: Equity): KeyItem[] {
	return [
		...sexes.map((sex): KeyItem => ({
			text: equity.group(sex),
			form: 'mark',
			role: roleOfSex[sex] ?? 'comparison'
		})),
		{ text: shared.keyInterval },
		{ text: shared.keyHollow, form: 'hollow', role: 'women' }
	];
}

function placeLabel({ teller }: Equity, place: string): string {
	return labelOf(teller.catalogue, 'residence', place);
}
