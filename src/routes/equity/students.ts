import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { shareScale } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { equity as words } from '#lib/vocabulary/messages/equity.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe, type Figure } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import { estimateTable, type EstimateLine } from '../story/estimate-table.ts';
import { absenceOf, definitionOf, drawn, figureAt, isAsked } from '../story/story.ts';
import type { Equity } from './equity.ts';

const counted = [
	{ id: 'women-among-enrolled', role: 'women' },
	{ id: 'rural-among-enrolled', role: 'rural' }
] as const;

interface Shares {
	readonly id: (typeof counted)[number]['id'];
	readonly role: (typeof counted)[number]['role'];
	readonly all: Answer;
	readonly byField: Answer;
}

/** Women and rural homes among students, by field: a complete count of the latest year. */
export async function studentsFigure(equity: Equity): Promise<FigureModel> {
	const { teller } = equity;
	const shares: Shares[] = [];
	for (const { id, role } of counted) {
		const all = await teller.ask(equity.students(id));
		const byField = await teller.ask(equity.students(id, { by: ['field'] }));
		shares.push({ id, role, all, byField });
	}
	const fields = fieldsOf(shares);
	const answers = shares.flatMap(({ all, byField }) => [all, byField]);
	const absence = absenceOf(answers);
	return {
		id: 'students',
		finding: finding(equity, shares),
		what: [...counted.map(({ id }) => definitionOf(id)), words.studentsWhat].join(' '),
		keyItems: shares.map(({ id, role }) => ({ text: words.students[id], form: 'mark', role })),
		source: equity.studentsSource,
		measure: 'share',
		scale: shareScale,
		plot: {
			kind: 'paired',
			rows: [undefined, ...fields].map((field) => row(equity, shares, field)),
			label: words.studentsLabel
		},
		table: estimateTable(
			[undefined, ...fields].flatMap((field) => lines(equity, shares, field)),
			{
				caption: words.studentsCaption(equity.year),
				heads: [
					{ id: 'field', label: words.field },
					{ id: 'group', label: shared.group }
				],
				value: words.share
			}
		),
		computed: teller.computed(answers),
		...(absence ? { absence } : {})
	};
}

/** By the share of women, the least first; those with too few students at the end. */
function fieldsOf([women]: readonly Shares[]): string[] {
	const order = (one: Estimate): number => (isSayable(one) ? (one.value ?? 2) : 2);
	return (women?.byField.estimates ?? [])
		.filter(isAsked)
		.toSorted((a, b) => order(a) - order(b))
		.map(({ key }) => key.join());
}

/** Everybody was counted, so the order of fields is what it is. */
function finding({ teller, view }: Equity, [women]: readonly Shares[]): string {
	const all = women ? figureAt(women.all) : undefined;
	if (!women || !all || !isSayable(all)) return words.studentsFew;
	const share = formatSaid(bare(all), 'share');
	const sayable = women.byField.estimates.filter(isSayable);
	const least = sayable.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0];
	if (!least || sayable.length < 2) return words.studentsOne(share);
	const field = inSentence(labelOf(teller.catalogue, 'field', least.key.join()));
	const { field: fields, isced_level: levels } = view.filters;
	return words.studentsLeast(share, {
		field,
		least: formatSaid(bare(least), 'share'),
		some: (fields ?? levels) !== undefined
	});
}

/** A complete count: that it has no interval is said once, above. */
function bare({ value, low, high, quality, n }: Estimate): Figure {
	return { value, low, high, quality, n };
}

function estimateAt({ all, byField }: Shares, field: string | undefined): Estimate {
	return field === undefined ? figureAt(all) : figureAt(byField, field);
}

function row(equity: Equity, shares: readonly Shares[], field: string | undefined): ChartRow {
	const name = nameOf(equity, field);
	const figures = shares.map((one) => ({ ...one, figure: shown(estimateAt(one, field)) }));
	return {
		...{ id: field ?? 'all', name },
		n: figures[0]?.figure.n,
		marks: figures.map(({ role, figure }) => ({ role, figure })),
		sentence: describe(
			name,
			figures.map(({ id, figure }) => ({ label: words.students[id], figure, measure: 'share' }))
		)
	};
}

function shown(estimate: Estimate): Figure {
	return estimate.value === null ? drawn(estimate) : bare(estimate);
}

function lines(
	equity: Equity,
	shares: readonly Shares[],
	field: string | undefined
): EstimateLine[] {
	return shares.map((one) => ({
		id: `${field ?? 'all'} ${one.id}`,
		labels: [nameOf(equity, field), words.students[one.id]],
		estimate: estimateAt(one, field),
		measure: 'share'
	}));
}

function nameOf({ teller }: Equity, field: string | undefined): string {
	return field === undefined ? words.allFields : labelOf(teller.catalogue, 'field', field);
}
