import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { reachKinds, type ReachKind } from '#lib/contracts/planning.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { careColumns, figureCells, row } from '../story/estimate-table.ts';
import { roleOfSector } from '../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import type { ProviderSubject } from './provider-subject.ts';
import type { SectorNeed } from './sector-need.ts';

interface Entry {
	readonly sector: string;
	readonly group: string;
	readonly kind: ReachKind;
	readonly people: Estimate;
}

/** Where the people short live, sector by sector, and how they are reached. */
export function whereFigure(needs: readonly SectorNeed[], subject: ProviderSubject): FigureModel {
	const { catalogue } = subject;
	const entries = needs.flatMap((need) => entriesOf(need, subject));
	const shown = entries.filter(({ people }) => isSayable(people));
	const answers = needs.flatMap(({ tiers }) => tiers.map(({ people }) => people));
	const absence = absenceOf(answers);
	const definition = subject.definition('people-short-any');
	return {
		id: 'where',
		finding: finding(entries, subject),
		what: words.whereWhat(definition, catalogue.site.districtGroupNote),
		keyItems: [{ text: words.key }],
		source: subject.source,
		measure: 'count',
		scale: scaleOver(
			shown.map(({ people }) => people),
			'count'
		),
		plot: {
			kind: 'capsule',
			rows: shown.map((one) => rowOf(one, subject)),
			label: words.whereLabel,
			readHead: words.read
		},
		table: whereTable(entries, subject),
		computed: subject.computed(answers),
		...(absence ? { absence } : {})
	};
}

function entriesOf({ sector, tiers }: SectorNeed, { offer, choice }: ProviderSubject): Entry[] {
	const found = tiers.flatMap(({ groups, people }) =>
		groups.flatMap((group): Entry[] => {
			const way = offer.reach.find(({ from, to }) => from === choice.at && to === group);
			const estimate = figureAt(people, group);
			return way && estimate.n > 0 ? [{ sector, group, kind: way.kind, people: estimate }] : [];
		})
	);
	return found.toSorted((a, b) => reachKinds.indexOf(a.kind) - reachKinds.indexOf(b.kind));
}

function whereTable(entries: readonly Entry[], subject: ProviderSubject): FigureModel['table'] {
	const { columns: heads } = words;
	return {
		caption: words.whereCaption,
		columns: [
			{ id: 'place', label: heads.place },
			{ id: 'sector', label: heads.sector, only: 'csv' },
			{ id: 'district_group', label: heads.group, only: 'csv' },
			{ id: 'reached', label: heads.kind },
			{ id: 'value', label: heads.people, number: true },
			...careColumns
		],
		rows: entries.map((one) => {
			const { sector, group, kind, people } = one;
			const heads = [nameOf(one, subject), sector, group, words.kinds[kind]];
			return row(`${sector} ${group}`, [...heads, ...figureCells(people, 'count')], people);
		})
	};
}

function nameOf({ sector, group }: Entry, subject: ProviderSubject): string {
	return words.inSector(subject.group(group), subject.sector(sector));
}

function rowOf(entry: Entry, subject: ProviderSubject): ChartRow {
	const { sector, group, kind, people } = entry;
	const name = nameOf(entry, subject);
	const said = describe(name, [{ figure: people, measure: 'count' }], words.people);
	return {
		...{ id: `${sector} ${group}`, name, n: people.n, under: [words.kinds[kind]] },
		marks: [{ role: roleOfSector(subject.catalogue, sector), figure: drawn(people) }],
		sentence: `${said}; ${words.kinds[kind]}`
	};
}

/** Which district groups are reached in which way. */
function finding(entries: readonly Entry[], subject: ProviderSubject): string {
	const kinds = reachKinds.flatMap((kind) => {
		const own = entries.filter((one) => one.kind === kind).map(({ group }) => group);
		const groups = [...new Set(own)].map((group) => subject.group(group));
		return groups.length > 0 ? [words.whereKinds[kind](joinWords(groups))] : [];
	});
	return words.whereTitle(kinds.join('; '));
}
