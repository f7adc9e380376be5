import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { charts } from '#lib/vocabulary/messages/charts.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { countTable } from './count-table.ts';
import { sorted, type Enrolment } from './enrolment-subject.ts';

/** Up to how many points a share may move in every field for the title to say just that. */
const fewPoints = 2;

/** The share of women among the graduates of a field beside that among its entrants. */
export async function throughFigure(enrolment: Enrolment): Promise<FigureModel> {
	const graduates = await enrolment.ask('women-among-graduates', 'field');
	const entrants = await enrolment.ask('women-among-entrants', 'field');
	const students = await enrolment.ask('women-among-enrolled', 'field');
	const order = sorted(graduates);
	const absence = absenceOf([graduates, entrants]);
	return {
		id: 'through',
		finding: title(enrolment, order, entrants),
		what: words.throughWhat,
		keyItems: [
			{ text: words.keyGraduates, form: 'mark', role: 'women' },
			{ text: words.keyEntrants, form: 'mark', role: 'comparison' }
		],
		source: enrolment.source(),
		measure: 'share',
		scale: scaleOver([...order, ...entrants.estimates], 'share'),
		plot: {
			kind: 'capsule',
			rows: order.map((one) => fieldRow(enrolment, one, figureAt(entrants, ...one.key))),
			label: words.throughLabel,
			readHead: words.throughRead,
			tight: true
		},
		table: throughTable(enrolment, order, [entrants, students]),
		computed: enrolment.teller.computed([graduates, entrants, students]),
		...(absence ? { absence } : {})
	};
}

function throughTable(
	{ teller, when }: Enrolment,
	order: readonly Estimate[],
	others: readonly Answer[]
) {
	return countTable(
		order.map((one) => ({
			id: one.key.join(),
			labels: [labelOf(teller.catalogue, 'field', one.key.join())],
			values: [one, ...others.map((answer) => figureAt(answer, ...one.key))].map((estimate) => ({
				estimate,
				measure: 'share' as const
			}))
		})),
		{
			caption: words.throughCaption(when),
			heads: [{ id: 'field', label: words.field }],
			values: [
				{ id: 'value', label: words.ofGraduates },
				{ id: 'entrants', label: words.ofEntrants },
				{ id: 'students', label: words.ofStudents }
			]
		}
	);
}

/** Entrants stand beside graduates where both can be shown. */
function fieldRow({ teller }: Enrolment, one: Estimate, entrants: Estimate): ChartRow {
	const name = labelOf(teller.catalogue, 'field', one.key.join());
	const beside = isSayable(one) && isSayable(entrants);
	return {
		id: one.key.join(),
		name,
		n: one.n,
		// Graduates lie over entrants.
		marks: [
			...(beside ? [{ role: 'comparison', figure: drawn(entrants) } as const] : []),
			{ role: 'women', figure: drawn(one) }
		],
		read: { figure: drawn(one), measure: 'share' },
		sentence: describe(name, [
			...(beside
				? [{ label: words.keyEntrants, figure: entrants, measure: 'share' as const, brief: true }]
				: []),
			{ label: words.keyGraduates, figure: one, measure: 'share' }
		])
	};
}

/** How far graduates and entrants are apart at most, and in which field when that is more than little. */
function title(enrolment: Enrolment, order: readonly Estimate[], entrants: Answer): string {
	const both = order
		.map((one) => ({ one, before: figureAt(entrants, ...one.key) }))
		.filter(({ one, before }) => isSayable(one) && isSayable(before))
		.map((pair) => ({ ...pair, apart: Math.abs((pair.one.value ?? 0) - (pair.before.value ?? 0)) }))
		.toSorted((a, b) => b.apart - a.apart);
	const [most, ...others] = both;
	if (!most) return words.noneTitle;
	const ends = [
		enrolment.named('field', most.one.key.join()),
		formatSaid(most.before, 'share'),
		formatSaid(most.one, 'share')
	] as const;
	if (others.length === 0) return words.throughOne(...ends);
	const points = Math.ceil(most.apart * 100 - 1e-9);
	return points <= fewPoints
		? words.throughTitle(charts.points(`${points}`, points === 1))
		: words.throughMost(...ends);
}
