import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { levelScale } from '#lib/charts/scale.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Standing } from '#lib/answers/standing.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { describe, formatFigure, type Measure } from '#lib/vocabulary/numbers.ts';
import { careCells, careColumns, row } from '../../story/estimate-table.ts';
import { skillInSentence } from '../../story/labels.ts';
import { absenceOf, definitionOf, drawn, figureAt } from '../../story/story.ts';
import type { Subject } from './subject.ts';

/** The answers that the gap by skill is told with. */
export interface SkillAnswers {
	readonly required: Answer;
	readonly attained: Answer;
	readonly gap: Answer;
	readonly shortfall: Answer;
	readonly incidence: Answer;
	readonly standing: Standing;
	/** Skills by size of gap, those too few to rank at the end. */
	readonly order: readonly string[];
}

export async function askBySkill(subject: Subject): Promise<SkillAnswers> {
	const required = await subject.ask('required', 'skill');
	const attained = await subject.ask('attained', 'skill');
	const gap = await subject.ask('gap', 'skill');
	const shortfall = await subject.ask('shortfall', 'skill');
	const incidence = await subject.ask('incidence', 'skill');
	const standing = await subject.teller.standing(subject.question('gap', ['skill']));
	const order = gap.estimates
		.toSorted((a, b) => sortValue(b) - sortValue(a))
		.map(({ key }) => key.join());
	return { required, attained, gap, shortfall, incidence, standing, order };
}

function sortValue({ value, quality }: Answer['estimates'][number]): number {
	return value === null || quality === 'unreliable' ? -Infinity : value;
}

/** Required against attained, a row a skill. */
export function skillFigure(subject: Subject, answers: SkillAnswers): FigureModel {
	const { catalogue } = subject.teller;
	const asked = [answers.required, answers.attained, answers.gap, answers.shortfall];
	const absence = absenceOf(asked);
	return {
		id: 'by-skill',
		finding: finding(subject, answers.standing),
		what: words.skillWhat(definitionOf('gap')),
		keyItems: [
			{ text: words.keyAttained, form: 'capsule', role: 'attained' },
			{ text: words.keyRequired, form: 'capsule', role: 'required' },
			{ text: words.keyGap, form: 'gap' },
			{ text: shared.keyInterval },
			{ text: shared.keyHollow, form: 'hollow', role: 'attained' }
		],
		source: subject.source,
		measure: 'levels',
		scale: levelScale(levelWords(catalogue.codeLists.proficiency_level ?? [])),
		plot: {
			kind: 'dumbbell',
			rows: withheldLast(answers.order.map((skill) => skillRow(subject, answers, skill))),
			label: words.skillLabel,
			readHead: words.skillRead
		},
		table: skillTable(subject, answers),
		computed: subject.teller.computed([...asked, answers.incidence]),
		...(absence ? { absence } : {})
	};
}

/** Only the ends of the scale are named; the words between would crowd a phone. */
function levelWords(levels: readonly { label: string }[]): string[] {
	return levels.map(({ label }, i) => (i === 0 || i === levels.length - 1 ? label : ''));
}

function finding({ teller }: Subject, { top, ranked }: Standing): string {
	if (ranked < 2) return words.skillFew;
	const skills = top.map((key) => skillInSentence(teller.catalogue, key.join()));
	if (skills.length === 1) return words.skillTop(skills.join());
	return skills.length <= 4
		? words.skillTopSeveral(words.counts[skills.length] ?? '')
		: words.skillOpen;
}

function skillRow(subject: Subject, answers: SkillAnswers, skill: string): ChartRow {
	const required = figureAt(answers.required, skill);
	const attained = figureAt(answers.attained, skill);
	const gap = figureAt(answers.gap, skill);
	const name = labelOf(subject.teller.catalogue, 'skill', skill);
	return {
		id: skill,
		name,
		n: gap.n,
		marks: [
			{ role: 'required', figure: drawn(required) },
			{ role: 'attained', figure: drawn(attained) }
		],
		read: { figure: drawn(gap), measure: 'levels' },
		sentence: describe(
			name,
			[
				{ label: words.required.toLowerCase(), figure: required, measure: 'level', brief: true },
				{ label: words.attained.toLowerCase(), figure: attained, measure: 'level', brief: true },
				{ label: words.gap.toLowerCase(), figure: gap, measure: 'levels' }
			],
			shared.workers
		)
	};
}

function skillTable(subject: Subject, answers: SkillAnswers): FigureModel['table'] {
	const number = true;
	return {
		caption: words.skillCaption(subject.name, subject.wave),
		columns: [
			{ id: 'skill', label: shared.skill },
			{ id: 'required', label: words.required, number },
			{ id: 'attained', label: words.attained, number },
			{ id: 'shortfall', label: words.shortfall, number },
			{ id: 'below', label: words.below, number },
			{ id: 'gap', label: words.gap, number },
			...careColumns.map((column) =>
				column.id === 'interval_95' ? { ...column, label: words.gapInterval } : column
			)
		],
		rows: answers.order.map((skill) => {
			const gap = figureAt(answers.gap, skill);
			const cell = (answer: Answer, measure: Measure) =>
				withInterval(figureAt(answer, skill), measure);
			const printed = formatFigure(gap, 'levels');
			return row(
				skill,
				[
					labelOf(subject.teller.catalogue, 'skill', skill),
					cell(answers.required, 'level'),
					cell(answers.attained, 'level'),
					cell(answers.shortfall, 'levels'),
					cell(answers.incidence, 'share'),
					{ text: printed.value, raw: gap.value, strong: true },
					...careCells(gap, printed.interval)
				],
				gap
			);
		})
	};
}

/** "4.2 (4.0–4.4)"; the units stand in the heads. */
function withInterval(estimate: Estimate, measure: Measure) {
	const { value, interval } = formatFigure(estimate, measure);
	return { text: interval === '' ? value : `${value} (${interval})`, raw: estimate.value };
}
