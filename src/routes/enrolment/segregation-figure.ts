import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { Absence, FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe, formatCount } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../story/story.ts';
import { countTable, type CountLine } from './count-table.ts';
import { sorted, type Enrolment } from './enrolment-subject.ts';

interface Institutions {
	readonly all: Estimate;
	/** Institutions of several fields, most segregated first. */
	readonly several: readonly Estimate[];
	readonly single: readonly Estimate[];
	/** How many fields have students, by institution. */
	readonly fields: ReadonlyMap<string, number>;
}

/**
 * Segregation by field in each institution beside all of them.
 * @param shares an Answer by field: where it has one field alone, nothing can be spread
 */
export async function segregationFigure(
	enrolment: Enrolment,
	shares: Answer
): Promise<FigureModel> {
	const overall = await enrolment.ask('segregation');
	const byInstitution = await enrolment.ask('segregation', 'institution');
	const heads = await enrolment.ask('enrolled-count', 'institution', 'field');
	const institutions = institutionsOf(byInstitution, heads, figureAt(overall));
	const { all, several, single } = institutions;
	const absence = absenceOf([overall, byInstitution]) ?? oneField(shares);
	const names = single.map(({ key }) => enrolment.named('institution', key.join()));
	return {
		id: 'segregation',
		finding: title(enrolment, institutions),
		what: words.segregationWhat(definitionOf('segregation'), joinWords(names)),
		keyItems: [],
		source: enrolment.source(),
		measure: 'share',
		scale: scaleOver([all, ...several], 'share'),
		plot: {
			kind: 'capsule',
			rows: [all, ...several]
				.map((one) => institutionRow(enrolment, one))
				.toSorted((a, b) => shownFirst(b) - shownFirst(a)),
			label: words.segregationLabel,
			readHead: words.segregationRead,
			tight: true
		},
		table: countTable(linesOf(enrolment, institutions), {
			caption: words.segregationCaption(enrolment.when),
			heads: [{ id: 'institution', label: words.institution }],
			values: [{ id: 'value', label: words.segregation }],
			texts: [{ id: 'fields', label: words.fieldsTaught }]
		}),
		computed: enrolment.teller.computed([overall, byInstitution, heads]),
		...(absence ? { absence } : {})
	};
}

function institutionsOf(answer: Answer, heads: Answer, all: Estimate): Institutions {
	const fields = new Map<string, number>();
	for (const { key, n } of heads.estimates) {
		const [institution = ''] = key;
		if (n > 0) fields.set(institution, (fields.get(institution) ?? 0) + 1);
	}
	const isSeveral = ({ key }: Estimate): boolean => (fields.get(key.join()) ?? 0) > 1;
	const order = sorted(answer);
	return {
		...{ all, fields },
		several: order.filter(isSeveral),
		single: order.filter((one) => !isSeveral(one))
	};
}

/** Why there is no index: one field has nothing to segregate. */
export function oneField({ estimates }: Answer): Absence | undefined {
	if (estimates.filter(({ n }) => n > 0).length > 1) return undefined;
	return { title: words.oneFieldTitle, sentence: words.oneFieldSentence, engineHelps: false };
}

function nameOf({ teller }: Enrolment, { key }: Estimate): string {
	const [code] = key;
	return code === undefined
		? words.allInstitutions
		: labelOf(teller.catalogue, 'institution', code);
}

function institutionRow(enrolment: Enrolment, one: Estimate): ChartRow {
	const name = nameOf(enrolment, one);
	return {
		id: one.key.join() || 'all',
		name,
		n: one.n,
		strong: one.key.length === 0,
		marks: [{ role: 'comparison', figure: drawn(one) }],
		sentence: describe(name, [{ figure: one, measure: 'share' }], words.students)
	};
}

function shownFirst({ marks: [mark] }: ChartRow): number {
	return mark && mark.figure.value !== null && mark.figure.quality !== 'unreliable' ? 1 : 0;
}

function linesOf(
	enrolment: Enrolment,
	{ all, several, single, fields }: Institutions
): CountLine[] {
	return [all, ...several, ...single].map((one) => ({
		id: one.key.join() || 'all',
		labels: [nameOf(enrolment, one)],
		values: [{ estimate: one, measure: 'share' }],
		texts: [one.key.length === 0 ? '' : formatCount(fields.get(one.key.join()) ?? 0)]
	}));
}

function title(enrolment: Enrolment, { all, several }: Institutions): string {
	if (!isSayable(all)) return words.noneTitle;
	const share = formatSaid(all, 'share');
	const shown = several.filter(isSayable);
	const [most] = shown;
	return most && shown.length > 1
		? words.segregationMost(share, nameOf(enrolment, most), formatSaid(most, 'share'))
		: words.segregationTitle(share);
}
