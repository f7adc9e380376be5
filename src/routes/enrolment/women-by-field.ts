import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { countTable } from './count-table.ts';
import { sorted, type Enrolment } from './enrolment-subject.ts';

/** Further measures of a field, for its line of the table. */
interface FieldMeasures {
	readonly parity: Answer;
	readonly adjusted: Answer;
	readonly representation: Answer;
}

/** Women's share of the students of each field beside that of all fields, highest first. */
export async function womenByField(
	enrolment: Enrolment
): Promise<{ figure: FigureModel; shares: Answer }> {
	const shares = await enrolment.ask('women-among-enrolled', 'field');
	const whole = await enrolment.askWider('women-among-enrolled', 'field');
	const measures = {
		parity: await enrolment.ask('parity', 'field'),
		adjusted: await enrolment.ask('adjusted-parity', 'field'),
		representation: await enrolment.ask('representation', 'field')
	};
	const all = figureAt(whole);
	const order = sorted(shares);
	const several = enrolment.years.length > 1 ? words.severalYears : '';
	const absence = absenceOf([shares]);
	const figure: FigureModel = {
		id: 'women-by-field',
		finding: title(enrolment, order.filter(isSayable), all),
		what: words.fieldWhat(definitionOf('women-among-enrolled')) + several,
		keyItems: [
			{ text: words.keyWomen, form: 'mark', role: 'women' },
			{ text: words.keyAll, form: 'mark', role: 'comparison' }
		],
		source: enrolment.source(),
		measure: 'share',
		scale: scaleOver([...order, all], 'share'),
		plot: {
			kind: 'capsule',
			rows: order.map((one) => fieldRow(enrolment, one, all)),
			label: words.fieldLabel,
			readHead: words.fieldRead,
			tight: true
		},
		table: fieldTable(enrolment, { order, all }, measures),
		computed: enrolment.teller.computed([shares, whole, ...Object.values(measures)]),
		...(absence ? { absence } : {})
	};
	return { figure, shares };
}

function fieldTable(
	{ teller, when }: Enrolment,
	{ order, all }: { order: readonly Estimate[]; all: Estimate },
	{ parity, adjusted, representation }: FieldMeasures
) {
	const of = (answer: Answer, { key }: Estimate) =>
		({ estimate: figureAt(answer, ...key), measure: 'index' }) as const;
	return countTable(
		order.map((one) => ({
			id: one.key.join(),
			labels: [labelOf(teller.catalogue, 'field', one.key.join())],
			values: [
				{ estimate: one, measure: 'share' },
				{ estimate: all, measure: 'share' },
				...[parity, adjusted, representation].map((answer) => of(answer, one))
			]
		})),
		{
			caption: words.fieldCaption(when),
			heads: [{ id: 'field', label: words.field }],
			values: [
				{ id: 'value', label: words.women },
				{ id: 'all_fields', label: words.allFields, only: 'csv' },
				{ id: 'parity', label: words.parity },
				{ id: 'adjusted_parity', label: words.adjusted },
				{ id: 'representation', label: words.representation }
			]
		}
	);
}

/** A row whose share is shown has the share of all fields beside it, where that is shown too. */
function fieldRow({ teller }: Enrolment, one: Estimate, all: Estimate): ChartRow {
	const name = labelOf(teller.catalogue, 'field', one.key.join());
	return {
		id: one.key.join(),
		name,
		n: one.n,
		// The field's own mark lies over that of all fields.
		marks: [
			...(isSayable(all) ? [{ role: 'comparison', figure: drawn(all) } as const] : []),
			{ role: 'women', figure: drawn(one) }
		],
		read: { figure: drawn(one), measure: 'share' },
		sentence: describe(name, [{ figure: one, measure: 'share' }], words.students)
	};
}

function title(enrolment: Enrolment, shown: readonly Estimate[], all: Estimate): string {
	const [one, ...others] = shown;
	if (!one) return words.noneTitle;
	const named = ({ key }: Estimate) => enrolment.named('field', key.join());
	if (others.length === 0) {
		const share = formatSaid(one, 'share');
		return words.oneField(named(one), share, formatSaid(all, 'share'));
	}
	const fewer = shown.filter(({ value }) => (value ?? 1) < 0.5).toReversed();
	if (fewer.length === 0) return words.halfOrMore(shown.length);
	const names = fewer.length > 4 ? '' : joinWords(fewer.map(named));
	return words.fewerThanHalf(fewer.length, shown.length, names);
}
