import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import { auditQuestion } from '#lib/decisions/asker.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersNote as note } from '#lib/vocabulary/messages/providers-note.ts';
import { describe, formatCount } from '#lib/vocabulary/numbers.ts';
import { candidateNames } from '../story/candidate-names.ts';
import { careColumns, figureCells, row } from '../story/estimate-table.ts';
import { roleOfSector } from '../story/labels.ts';
import { absenceOf, drawn, figureAt } from '../story/story.ts';
import { weeksOf, type FitCandidate } from './fit.ts';
import { levelText, type ProviderSubject } from './provider-subject.ts';
import { mostFirst, type SectorNeed } from './sector-need.ts';

/** How many courses the chart shows; its table has all. */
const shownCourses = 10;

/** A proposed course that fits as a whole, with the people short of any of its skills within reach. */
export interface CourseWithin {
	readonly course: FitCandidate;
	readonly name: string;
	readonly people: Estimate;
	readonly answer: Answer;
}

/** What the evidence on a course is restricted to. */
export function whereOf({ sector, skills, groups }: FitCandidate) {
	return { sector: [sector], skill: skills.map(({ skill }) => skill.id), district_group: groups };
}

/** The courses that fit and that somebody within reach was asked about, the largest counts first. */
export async function coursesWithin(
	needs: readonly SectorNeed[],
	{ teller, catalogue }: ProviderSubject
): Promise<CourseWithin[]> {
	const courses = needs.flatMap(({ fit }) => fit.candidates);
	const names = candidateNames(courses, catalogue);
	const found: CourseWithin[] = [];
	for (const course of courses) {
		const answer = await teller.ask(auditQuestion('people-short-any', whereOf(course)));
		const name = names.get(course.id) ?? course.id;
		const people = figureAt(answer);
		if (answer.problem || people.n > 0) found.push({ course, name, people, answer });
	}
	return mostFirst(found);
}

export function coursesFigure(
	courses: readonly CourseWithin[],
	needs: readonly SectorNeed[],
	subject: ProviderSubject
): FigureModel {
	const shown = courses.filter(({ people }) => isSayable(people)).slice(0, shownCourses);
	// Without a course the Questions are those of the skills, which say that there is something to teach.
	const answers =
		courses.length > 0 ? courses.map(({ answer }) => answer) : needs.map(({ all }) => all);
	const none =
		shown.length === 0
			? { title: note.coursesNoneTitle, sentence: note.coursesNone, engineHelps: false }
			: undefined;
	const absence = absenceOf(answers) ?? none;
	const hours = courses.map(({ course }) => course.hours);
	const [least, most] = [Math.min(...hours), Math.max(...hours)];
	const span = hours.length > 0 ? note.hours(formatCount(least), formatCount(most)) : '';
	const definition = subject.definition('people-short-any');
	return {
		id: 'courses',
		finding: note.coursesTitle(courses.length, span),
		what: note.coursesWhat(definition, shown.length, courses.length),
		keyItems: [{ text: note.coursesKey }],
		source: subject.source,
		measure: 'count',
		scale: scaleOver(
			shown.map(({ people }) => people),
			'count'
		),
		plot: {
			kind: 'capsule',
			rows: shown.map((one) => courseRow(one, subject)),
			label: note.coursesLabel,
			readHead: words.read
		},
		table: courseTable(courses, subject),
		computed: subject.computed(answers),
		...(absence ? { absence } : {})
	};
}

function courseRow({ course, name, people }: CourseWithin, subject: ProviderSubject): ChartRow {
	const { sector, level, hours, credits } = course;
	const weeks = weeksOf(hours, subject.choice.weekly);
	const under = [
		subject.sector(sector),
		note.under(formatCount(hours), formatCount(credits), weeks),
		...(level ? [note.lqf(levelText(level))] : [])
	];
	const said = describe(name, [{ figure: people, measure: 'count' }], words.people);
	return {
		...{ id: course.id, name, n: people.n, under },
		marks: [{ role: roleOfSector(subject.catalogue, sector), figure: drawn(people) }],
		sentence: `${said}; ${under.join(', ')}`
	};
}

function courseTable(
	courses: readonly CourseWithin[],
	subject: ProviderSubject
): FigureModel['table'] {
	const number = true;
	return {
		caption: note.coursesCaption,
		columns: [
			{ id: 'course', label: note.course },
			{ id: 'id', label: note.id },
			{ id: 'sector', label: words.columns.sector },
			{ id: 'lqf', label: words.columns.lqf },
			{ id: 'hours', label: words.columns.hours, number },
			{ id: 'credits', label: note.credits, number },
			{ id: 'weeks', label: words.columns.weeks, number },
			{ id: 'value', label: words.columns.people, number },
			...careColumns
		],
		rows: courses.map(({ course, name, people }) => {
			const { id, sector, level, hours, credits } = course;
			const weeks = weeksOf(hours, subject.choice.weekly);
			const cells = [
				...[name, id, subject.sector(sector), levelText(level)],
				...[hours, credits, weeks].map((value) => ({ text: formatCount(value), raw: value })),
				...figureCells(people, 'count')
			];
			return row(id, cells, people);
		})
	};
}
