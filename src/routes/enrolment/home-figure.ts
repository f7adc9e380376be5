import { isSayable } from '#lib/answers/standing.ts';
import type { ChartPanel } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { countTable } from './count-table.ts';
import { sorted, type Enrolment } from './enrolment-subject.ts';

const indicator = 'rural-among-enrolled';

/** Fields or levels with the share from rural homes of each. */
interface Group {
	readonly by: 'field' | 'isced_level';
	readonly label: string;
	readonly answer: Answer;
}

/** The share of students from rural homes by field and by level. */
export async function homeFigure(enrolment: Enrolment): Promise<FigureModel> {
	const overall = await enrolment.ask(indicator);
	const byField = await enrolment.ask(indicator, 'field');
	const groups: readonly Group[] = [
		{ by: 'field', label: words.byField, answer: byField },
		{
			by: 'isced_level',
			label: words.byLevel,
			answer: await enrolment.ask(indicator, 'isced_level')
		}
	];
	const answers = groups.map(({ answer }) => answer);
	const chosen = enrolment.view.filters.residence
		? { title: words.homeChosenTitle, sentence: words.homeChosen, engineHelps: false }
		: undefined;
	const absence = absenceOf([overall, ...answers]) ?? chosen;
	return {
		id: 'home',
		finding: title(enrolment, figureAt(overall), sorted(byField).filter(isSayable)),
		what: words.homeWhat(definitionOf(indicator)),
		keyItems: [{ text: words.homeKey, form: 'mark', role: 'rural' }],
		source: enrolment.source(),
		measure: 'share',
		scale: scaleOver(
			answers.flatMap(({ estimates }) => estimates),
			'share'
		),
		plot: { kind: 'multiples', panels: groups.map((group) => panelOf(enrolment, group)) },
		table: countTable(
			groups.flatMap(({ by, label, answer }) =>
				sorted(answer).map((estimate) => ({
					id: `${by} ${estimate.key.join()}`,
					labels: [label, labelOf(enrolment.teller.catalogue, by, estimate.key.join())],
					values: [{ estimate, measure: 'share' as const }]
				}))
			),
			{
				caption: words.homeCaption(enrolment.when),
				heads: [
					{ id: 'by', label: words.by },
					{ id: 'group', label: words.group }
				],
				values: [{ id: 'value', label: words.rural }]
			}
		),
		computed: enrolment.teller.computed([overall, ...answers]),
		...(absence ? { absence } : {})
	};
}

function panelOf({ teller }: Enrolment, { by, label, answer }: Group): ChartPanel {
	return {
		id: by,
		title: label,
		rows: sorted(answer).map((one) => {
			const name = labelOf(teller.catalogue, by, one.key.join());
			return {
				...{ id: one.key.join(), name },
				marks: [{ role: 'rural', figure: drawn(one) }],
				sentence: describe(name, [{ figure: one, measure: 'share' }], words.students)
			};
		})
	};
}

function title(enrolment: Enrolment, all: Estimate, fields: readonly Estimate[]): string {
	if (!isSayable(all)) return words.noneTitle;
	const share = formatSaid(all, 'share');
	const [highest, lowest] = [fields[0], fields.at(-1)];
	if (!highest || !lowest || highest === lowest) return words.homeTitle(share);
	const said = [lowest, highest].map((one) => formatSaid(one, 'share'));
	const [low = '', high = ''] = said;
	if (low === high) return words.homeTitle(share);
	return words.homeRange(
		share,
		words.shareIn(low, enrolment.named('field', lowest.key.join())),
		words.shareIn(high, enrolment.named('field', highest.key.join()))
	);
}
