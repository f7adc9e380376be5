import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolmentSectors as words } from '#lib/vocabulary/messages/enrolment-sectors.ts';
import { enrolment as shared } from '#lib/vocabulary/messages/enrolment.ts';
import { story as storyWords } from '#lib/vocabulary/messages/story.ts';
import { describe, formatCount } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { roleOfSector, sectorInSentence } from '../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { countTable, type CountLine } from './count-table.ts';
import { sorted, type Enrolment } from './enrolment-subject.ts';
import type { Feeder } from './feeders.ts';

/** A field that can feed a sector, with the graduates that it has. */
interface Supply {
	readonly feeder: Feeder;
	readonly field: string;
	readonly graduates: Estimate;
	readonly women: Estimate;
	/** Labels of the occupation groups that the field leads to. */
	readonly through: readonly string[];
}

/** For each target sector the fields that lead to its occupations, with an upper bound of graduates a year. */
export async function supplyFigure(
	enrolment: Enrolment,
	feeders: readonly Feeder[]
): Promise<FigureModel> {
	const { teller, when } = enrolment;
	const graduates = await enrolment.ask('graduates-count', 'field');
	const women = await enrolment.ask('women-among-graduates', 'field');
	const supplies = feeders.flatMap((feeder) => suppliesOf(feeder, graduates, women));
	const none =
		supplies.length === 0
			? { title: words.supplyNoneTitle, sentence: words.supplyNone, engineHelps: false }
			: undefined;
	const absence = absenceOf([graduates, women]) ?? none;
	return {
		id: 'supply',
		finding: title(enrolment, supplies),
		what: words.supplyWhat(when),
		keyItems: feeders.map(({ sector }) => ({
			text: sectorInSentence(teller.catalogue, sector),
			form: 'mark',
			role: roleOfSector(teller.catalogue, sector)
		})),
		source: words.supplySource(enrolment.source()),
		measure: 'count',
		scale: scaleOver(
			supplies.map((one) => one.graduates),
			'count'
		),
		plot: {
			kind: 'capsule',
			rows: supplies.map((one, i) => supplyRow(enrolment, one, supplies[i - 1])),
			label: words.supplyLabel,
			readHead: words.supplyKey,
			tight: true
		},
		table: supplyTable(enrolment, supplies),
		computed: teller.computed([graduates, women]),
		...(absence ? { absence } : {})
	};
}

function supplyTable(enrolment: Enrolment, supplies: readonly Supply[]): ChartTable {
	return countTable(
		supplies.map((one) => lineOf(enrolment, one)),
		{
			caption: words.supplyCaption(enrolment.when),
			heads: [
				{ id: 'field', label: shared.field },
				{ id: 'sector', label: words.sector }
			],
			values: [
				{ id: 'value', label: words.graduates },
				{ id: 'women', label: words.women }
			],
			texts: [{ id: 'occupations', label: words.occupations }]
		}
	);
}

/** The fields of a sector, those that lead to the most of its occupation groups first. */
function suppliesOf(feeder: Feeder, graduates: Answer, women: Answer): Supply[] {
	const supplies = sorted(graduates).flatMap((one) => {
		const field = one.key.join();
		const through = feeder.fields[field];
		if (!through) return [];
		return [{ feeder, field, graduates: one, women: figureAt(women, field), through }];
	});
	return supplies.toSorted((a, b) => b.through.length - a.through.length);
}

/** A field under the name of its sector, which stands over the first of them. */
function supplyRow({ teller }: Enrolment, supply: Supply, before: Supply | undefined): ChartRow {
	const { catalogue } = teller;
	const { feeder, field, graduates, women, through } = supply;
	const { sector, groups } = feeder;
	const name = labelOf(catalogue, 'field', field);
	const share = isSayable(women) ? [words.womenOf(formatSaid(women, 'share'))] : [];
	const heading = labelOf(catalogue, 'sector', sector);
	const said = { label: words.supplyKey, figure: graduates, measure: 'count' } as const;
	return {
		...{ id: `${sector} ${field}`, name },
		...(before?.feeder === feeder ? {} : { heading }),
		under: [words.groups(through.length, groups), ...share],
		marks: [{ role: roleOfSector(catalogue, sector), figure: drawn(graduates) }],
		sentence: describe(`${heading}, ${name}`, [said])
	};
}

function lineOf({ teller }: Enrolment, supply: Supply): CountLine {
	const { feeder, field, graduates, women, through } = supply;
	return {
		id: `${feeder.sector} ${field}`,
		labels: [
			labelOf(teller.catalogue, 'field', field),
			labelOf(teller.catalogue, 'sector', feeder.sector)
		],
		values: [
			{ estimate: graduates, measure: 'count' },
			{ estimate: women, measure: 'share' }
		],
		texts: [through.join('; ')]
	};
}

/** The field that leads to the most target sectors; of several the one that leads to most occupation groups. */
function title(enrolment: Enrolment, supplies: readonly Supply[]): string {
	const fields = [...new Set(supplies.map(({ field }) => field))].map((field) => {
		const own = supplies.filter((one) => one.field === field);
		const groups = own.reduce((sum, { through }) => sum + through.length, 0);
		return { field, own, groups, heads: own[0]?.graduates.value ?? 0 };
	});
	const [first] = fields.toSorted((a, b) => b.own.length - a.own.length || b.groups - a.groups);
	if (!first) return words.supplyNoneTitle;
	const { catalogue } = enrolment.teller;
	const sectors = first.own.map(({ feeder }) => sectorInSentence(catalogue, feeder.sector));
	const field = enrolment.named('field', first.field);
	const say = sectors.length === 1 ? words.supplyOne : words.supplyTitle;
	return say(field, formatCount(first.heads), joinWords(sectors, storyWords.or));
}
