import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { roleOfSex } from '../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { countTable, type CountLine } from './count-table.ts';
import type { Enrolment } from './enrolment-subject.ts';

/** Entrants, students or graduates: heads by gender, and the share of women. */
interface Stage {
	readonly id: string;
	readonly label: string;
	readonly heads: Answer;
	readonly share: Answer;
}

const sexes = ['F', 'M'] as const;

/** From entry to graduation: heads of women and men at each stage. */
export async function stagesFigure(enrolment: Enrolment): Promise<FigureModel> {
	const stages: Stage[] = [];
	for (const [id, label] of words.stages) {
		const heads = await enrolment.ask(`${id}-count`, 'sex');
		stages.push({ id, label, heads, share: await enrolment.ask(`women-among-${id}`) });
	}
	const absence = absenceOf(stages.map(({ heads }) => heads));
	return {
		id: 'stages',
		finding: title(stages),
		what: words.stagesWhat,
		keyItems: sexes.map((sex) => ({
			text: words.keyStages[sex],
			form: 'mark',
			role: roleOfSex[sex] ?? 'comparison'
		})),
		source: enrolment.source(),
		measure: 'count',
		scale: scaleOver(
			stages.flatMap(({ heads }) => heads.estimates),
			'count'
		),
		plot: { kind: 'paired', rows: stages.map(stageRow), label: words.stagesLabel },
		table: countTable(stages.flatMap(stageLines), {
			caption: words.stagesCaption(enrolment.when),
			heads: [
				{ id: 'stage', label: words.stage },
				{ id: 'gender', label: words.gender }
			],
			values: [{ id: 'value', label: words.count }]
		}),
		computed: enrolment.teller.computed(stages.flatMap(({ heads, share }) => [heads, share])),
		...(absence ? { absence } : {})
	};
}

function stageRow({ id, label, heads }: Stage): ChartRow {
	const marks = sexes.map((sex) => ({
		...{ sex, role: roleOfSex[sex] ?? 'comparison' },
		figure: drawn(figureAt(heads, sex))
	}));
	return {
		...{ id, name: label },
		marks: marks.map(({ role, figure }) => ({ role, figure })),
		sentence: describe(
			label,
			marks.map(({ sex, figure }) => ({ label: words.keyStages[sex], figure, measure: 'count' }))
		)
	};
}

function stageLines({ id, label, heads, share }: Stage): CountLine[] {
	return [
		...sexes.map((sex): CountLine => ({
			id: `${id} ${sex}`,
			labels: [label, words.keyStages[sex]],
			values: [{ estimate: figureAt(heads, sex), measure: 'count' }]
		})),
		{
			id: `${id} share`,
			labels: [label, words.women],
			values: [{ estimate: figureAt(share), measure: 'share' }]
		}
	];
}

function title(stages: readonly Stage[]): string {
	const shares = stages.map(({ share }) => figureAt(share));
	const [entrants = '', students = '', graduates = ''] = shares.map((one) =>
		formatSaid(one, 'share')
	);
	return shares.every(isSayable)
		? words.stagesTitle(entrants, students, graduates)
		: words.noneTitle;
}
