import { isSayable } from '#lib/answers/standing.ts';
import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { estimateTable } from '../../story/estimate-table.ts';
import { roleOfSex } from '../../story/labels.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../../story/story.ts';
import { careKey, isSaid, ordered, sayable, type Graduates } from '../graduates-subject.ts';

/** A row, under the heading of its part. */
interface Entry {
	readonly panel: string;
	readonly id: string;
	readonly name: string;
	readonly role: Role;
	readonly estimate: Estimate;
}

/** Median pay by gender and by field. Two medians are never called apart: their gap has no error here. */
export async function payFigure(graduates: Graduates): Promise<FigureModel> {
	const { teller } = graduates;
	const all = await graduates.ask('pay');
	const bySex = await graduates.ask('pay', ['sex']);
	const byField = await graduates.ask('pay', ['field']);
	const entries = entriesOf(graduates, { all, bySex, byField });
	const absence = absenceOf([all, bySex, byField]);
	return {
		id: 'pay',
		finding: finding(graduates, figureAt(all)),
		what: what(graduates, bySex),
		keyItems: careKey('comparison'),
		source: graduates.source,
		measure: 'money',
		scale: scaleOver(
			entries.map(({ estimate }) => estimate),
			'money'
		),
		plot: {
			kind: 'capsule',
			rows: withheldLast(entries.map(payRow)),
			label: words.payLabel,
			...{ readHead: words.payRead, tight: true }
		},
		table: estimateTable(
			entries.map(({ panel, id, name, estimate }) => ({
				...{ id: `${panel} ${id}`, labels: [name, panel] },
				...{ estimate, measure: 'money' as const }
			})),
			{
				caption: words.payCaption(graduates.wave),
				heads: [
					{ id: 'group', label: words.group },
					{ id: 'split', label: words.split }
				],
				value: words.pay
			}
		),
		computed: teller.computed([byField, bySex, all]),
		...(absence ? { absence } : {})
	};
}

function entriesOf(
	graduates: Graduates,
	{
		all,
		bySex,
		byField
	}: { readonly all: Answer; readonly bySex: Answer; readonly byField: Answer }
): Entry[] {
	const entry = (panel: string, dimension: string, role: Role) => (estimate: Estimate) => {
		const id = estimate.key.join();
		return {
			panel,
			id,
			name: graduates.label(dimension, id),
			role: roleOfSex[id] ?? role,
			estimate
		};
	};
	return [
		{
			...{ panel: words.payGroups, id: 'all', name: words.all },
			...{ role: 'comparison', estimate: figureAt(all) }
		},
		...bySex.estimates.map(entry(words.payGroups, 'sex', 'comparison')),
		...ordered(byField).map(entry(words.payFields, 'field', 'attained'))
	];
}

function payRow(
	{ panel, id, name, role, estimate }: Entry,
	i: number,
	all: readonly Entry[]
): ChartRow {
	return {
		...{ id: `${panel} ${id}`, name, n: estimate.n },
		heading: all[i - 1]?.panel === panel ? undefined : panel,
		marks: [{ role, figure: drawn(estimate) }],
		sentence: describe(name, [{ figure: estimate, measure: 'money' }], shared.people)
	};
}

function amount({ teller }: Graduates, estimate: Estimate): string {
	return words.payAmount(teller.catalogue.site.currency.sign, formatSaid(estimate, 'money'));
}

function finding(graduates: Graduates, all: Estimate): string {
	if (isSaid(all)) return words.payTitle(amount(graduates, all), graduates.people);
	return isSayable(all) ? words.payOpen : words.payFew;
}

function what(graduates: Graduates, bySex: Answer): string {
	const { name, sign } = graduates.teller.catalogue.site.currency;
	const medians = sayable(bySex).map(({ code, estimate }) =>
		words.payOf(graduates.group('sex', code), amount(graduates, estimate))
	);
	const said = words.payWhat(definitionOf('pay'), name, sign);
	return medians.length > 1 ? `${said} ${words.payMedians(capitalised(joinWords(medians)))}` : said;
}
