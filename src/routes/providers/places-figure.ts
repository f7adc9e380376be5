import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Provider } from '#lib/contracts/planning.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersBeside as beside } from '#lib/vocabulary/messages/providers-beside.ts';
import { describe, formatCount, formatInText } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { careColumns, figureCells, row } from '../story/estimate-table.ts';
import { roleOfSector } from '../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { othersServing, placesOf } from './others.ts';
import type { ProviderSubject } from './provider-subject.ts';
import type { SectorNeed } from './sector-need.ts';

/** People short within reach of a provider, beside the places that others have for them. */
export interface PeopleAndPlaces {
	readonly sector: string;
	readonly others: readonly Provider[];
	readonly places: number;
	/** People short of any skill that fits, in the district groups that all of them reach. */
	readonly people: Estimate;
	/** People for each place; absent without places. */
	readonly ratio?: Estimate;
}

export function peopleAndPlaces(need: SectorNeed, subject: ProviderSubject): PeopleAndPlaces {
	const groups = need.all.question.where.district_group ?? [];
	const others = othersServing(need.sector, groups, subject);
	const places = placesOf(others);
	const people = figureAt(need.all);
	return {
		...{ sector: need.sector, others, places, people },
		...(places > 0 ? { ratio: over(people, places) } : {})
	};
}

/** A count over a number that is known: value, error and interval shrink alike. */
function over(count: Estimate, number: number): Estimate {
	const part = (value: number | null) => (value === null ? null : value / number);
	const { value, se, low, high } = count;
	return { ...count, value: part(value), se: part(se), low: part(low), high: part(high) };
}

/** Sectors by people short for each place a year of others. */
export function placesFigure(
	all: readonly PeopleAndPlaces[],
	needs: readonly SectorNeed[],
	subject: ProviderSubject
): FigureModel {
	const answers = needs.map((need) => need.all);
	const known = all.flatMap((one) => (one.ratio ? [{ ...one, ratio: one.ratio }] : []));
	const shown = known
		.filter(({ ratio }) => isSayable(ratio))
		.toSorted((a, b) => (b.ratio.value ?? 0) - (a.ratio.value ?? 0));
	const none =
		known.length === 0
			? { title: beside.placesNone, sentence: beside.servedNone, engineHelps: false }
			: shown.length === 0
				? { title: beside.placesFew, sentence: beside.placesFew, engineHelps: false }
				: undefined;
	const absence = absenceOf(answers) ?? none;
	const [first, ...others] = shown.map(
		({ sector, ratio }) => [formatInText(ratio, 'level'), subject.sector(sector)] as const
	);
	const more = others.map((one) => beside.placesMore(...one));
	return {
		id: 'places',
		finding: first ? joinWords([beside.placesTitle(...first), ...more]) : beside.placesFew,
		what: beside.placesWhat,
		keyItems: [{ text: beside.placesKey }],
		source: beside.placesSource(subject.source),
		measure: 'level',
		scale: scaleOver(
			shown.map(({ ratio }) => ratio),
			'level'
		),
		plot: {
			kind: 'capsule',
			rows: shown.map((one) => placesRow(one, subject)),
			label: beside.placesLabel,
			...{ readHead: beside.placesRead, tight: true }
		},
		table: placesTable(known, subject),
		computed: subject.computed(answers),
		...(absence ? { absence } : {})
	};
}

type Known = PeopleAndPlaces & { readonly ratio: Estimate };

function placesRow(one: Known, { catalogue }: ProviderSubject): ChartRow {
	const { sector, ratio, people, places, others } = one;
	const name = labelOf(catalogue, 'sector', sector);
	const under = beside.placesUnder(
		formatInText(people, 'count'),
		formatCount(places),
		others.length
	);
	return {
		...{ id: sector, name, n: ratio.n, under: [under] },
		marks: [{ role: roleOfSector(catalogue, sector), figure: drawn(ratio) }],
		sentence: describe(
			name,
			[{ label: beside.ratioSaid, figure: ratio, measure: 'level' }],
			words.people
		)
	};
}

function placesTable(
	known: readonly Known[],
	{ catalogue }: ProviderSubject
): FigureModel['table'] {
	const number = true;
	return {
		caption: beside.placesCaption,
		columns: [
			{ id: 'sector', label: words.columns.sector },
			{ id: 'people', label: words.columns.people, number },
			{ id: 'providers', label: beside.providersColumn, number },
			{ id: 'places', label: beside.placesColumn, number },
			{ id: 'value', label: beside.ratio, number },
			...careColumns
		],
		rows: known.map(({ sector, people, others, places, ratio }) => {
			const cells = [
				labelOf(catalogue, 'sector', sector),
				{ text: formatInText(people, 'count'), raw: people.value },
				{ text: formatCount(others.length), raw: others.length },
				{ text: formatCount(places), raw: places },
				...figureCells(ratio, 'level')
			];
			return row(sector, cells, ratio);
		})
	};
}
