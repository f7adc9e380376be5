import type { ChartPanel, ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { Role } from '#lib/charts/roles.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { graduates as shared } from '#lib/vocabulary/messages/graduates.ts';
import { graduatesWork as words } from '#lib/vocabulary/messages/graduates-work.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { estimateTable } from '../story/estimate-table.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { careKey, type Graduates } from './graduates-subject.ts';

/** What a panel each is drawn of. */
const outcomes = ['employment', 'wage-employment', 'unemployment', 'underutilisation'] as const;
type Outcome = (typeof outcomes)[number];

/** Answers by outcome and dimension. */
export type OutcomeAnswers = Readonly<Record<Outcome, Readonly<Record<string, Answer>>>>;

/** One row of every panel. */
export interface OutcomeGroup {
	readonly dimension: string;
	readonly code: string;
	readonly name: string;
	readonly role: Role;
	readonly heading?: string;
}

export async function askOutcomes(
	graduates: Graduates,
	dimensions: readonly string[]
): Promise<OutcomeAnswers> {
	const answers = {} as Record<Outcome, Record<string, Answer>>;
	for (const outcome of outcomes) {
		const own: Record<string, Answer> = (answers[outcome] = {});
		for (const id of dimensions) own[id] = await graduates.ask(outcome, [id]);
	}
	return answers;
}

/** What a figure of outcomes says, and of whom. */
export interface OutcomesTold {
	readonly id: string;
	readonly finding: string;
	readonly what: string;
	readonly caption: string;
	/** Head of the groups in the table. */
	readonly head: string;
	readonly groups: readonly OutcomeGroup[];
}

/** Work in four measures, a panel each, of the same groups in the same order. */
export function outcomesFigure(
	graduates: Graduates,
	answers: OutcomeAnswers,
	told: OutcomesTold
): FigureModel {
	const { id, finding, what, groups } = told;
	const all = outcomes.flatMap((outcome) => Object.values(answers[outcome]));
	const absence = absenceOf(all);
	const estimates = outcomes.flatMap((outcome) => groups.map(estimateIn(answers, outcome)));
	return {
		...{ id, finding, what },
		keyItems: careKey('comparison'),
		source: graduates.source,
		measure: 'share',
		scale: scaleOver(estimates, 'share'),
		plot: {
			kind: 'multiples',
			panels: outcomes.map((outcome): ChartPanel => ({
				id: outcome,
				title: words.panels[outcome],
				rows: groups.map((one) => outcomeRow(one, estimateIn(answers, outcome)(one)))
			}))
		},
		table: outcomesTable(answers, told),
		computed: graduates.teller.computed(all),
		...(absence ? { absence } : {})
	};
}

function estimateIn(answers: OutcomeAnswers, outcome: Outcome) {
	return ({ dimension, code }: OutcomeGroup): Estimate => {
		const answer = answers[outcome][dimension];
		if (!answer) throw new RangeError(`${outcome} was not asked by ${dimension}`);
		return figureAt(answer, code);
	};
}

function outcomesTable(
	answers: OutcomeAnswers,
	{ groups, caption, head }: OutcomesTold
): FigureModel['table'] {
	const lines = outcomes.flatMap((outcome) =>
		groups.map((one) => ({
			id: `${outcome} ${one.dimension} ${one.code}`,
			labels: [words.panels[outcome], one.name],
			...{ estimate: estimateIn(answers, outcome)(one), measure: 'share' as const }
		}))
	);
	return estimateTable(lines, {
		caption,
		heads: [
			{ id: 'measure', label: words.measure },
			{ id: 'group', label: head }
		],
		value: words.share
	});
}

function outcomeRow(
	{ dimension, code, name, role, heading }: OutcomeGroup,
	estimate: Estimate
): ChartRow {
	return {
		...{ id: `${dimension} ${code}`, name, heading },
		marks: [{ role, figure: drawn(estimate) }],
		sentence: describe(name, [{ figure: estimate, measure: 'share' }], shared.people)
	};
}
