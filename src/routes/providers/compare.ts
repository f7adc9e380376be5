import { isSayable } from '#lib/answers/standing.ts';
import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import type { Computed } from '#lib/charts/figure-parts.ts';
import { auditQuestion } from '#lib/decisions/asker.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { providersNote as note } from '#lib/vocabulary/messages/providers-note.ts';
import { formatCount, formatInText, type Measure } from '#lib/vocabulary/numbers.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { capitalised, joinWords } from '#lib/vocabulary/words.ts';
import { figureAt } from '../story/story.ts';
import { mostCompared } from './choice.ts';
import { whereOf, type CourseWithin } from './courses.ts';
import { weeksOf, type FitCandidate } from './fit.ts';
import { othersServing, placesOf } from './others.ts';
import { levelText, type ProviderSubject } from './provider-subject.ts';

/** Up to three courses side by side. */
export interface SideBySide {
	/** Every course that fits, to be put in or taken out. */
	readonly courses: readonly { readonly id: string; readonly name: string }[];
	readonly chosen: readonly string[];
	/** Absent where no course fits. */
	readonly table?: ChartTable;
	readonly computed: Computed;
	/** What of the choice was left out. */
	readonly remarks: readonly string[];
	/** Those in the table. */
	readonly compared: readonly { readonly id: string; readonly name: string }[];
}

interface Compared {
	readonly within: CourseWithin;
	readonly women: Answer;
	readonly rural: Answer;
}

export async function sideBySide(
	courses: readonly CourseWithin[],
	subject: ProviderSubject
): Promise<SideBySide> {
	const asked = subject.view.filters.compare ?? [];
	const known = asked.filter((id) => courses.some(({ course }) => course.id === id));
	const gone = asked.filter((id) => !known.includes(id));
	const chosen = known.slice(0, mostCompared);
	const ids = courses.map(({ course, name }) => ({ id: course.id, name }));
	const largest = courses.filter(({ people }) => isSayable(people)).slice(0, mostCompared);
	const picked =
		chosen.length > 0 ? courses.filter(({ course }) => chosen.includes(course.id)) : largest;
	const compared: Compared[] = [];
	for (const within of picked) {
		const where = whereOf(within.course);
		compared.push({
			within,
			women: await subject.teller.ask(auditQuestion('women-among-short-any', where)),
			rural: await subject.teller.ask(auditQuestion('rural-among-short-any', where))
		});
	}
	const answers = compared.flatMap(({ within, women, rural }) => [within.answer, women, rural]);
	return {
		...{ courses: ids, chosen, computed: subject.computed(answers) },
		...(compared.length > 0 ? { table: tableOf(compared, subject) } : {}),
		remarks: [
			...(gone.length > 0 ? [note.compareGone(joinWords(gone))] : []),
			...(known.length > mostCompared ? [note.comparedMore(mostCompared)] : [])
		],
		compared: compared.map(({ within }) => ({ id: within.course.id, name: within.name }))
	};
}

/** A row of facts about each course. */
type Facts = readonly [id: keyof typeof note.rows, of: (one: Compared) => TableCell];

function tableOf(compared: readonly Compared[], subject: ProviderSubject): ChartTable {
	const facts: readonly Facts[] = [...courseFacts(subject), ...peopleFacts, ...placeFacts(subject)];
	return {
		caption: note.compareCaption,
		columns: [
			{ id: 'about', label: note.rows.about },
			...compared.map(({ within }) => ({ id: within.course.id, label: within.name }))
		],
		rows: facts.map(([id, of]) => ({ id, cells: [note.rows[id], ...compared.map(of)] }))
	};
}

function courseFacts(subject: ProviderSubject): Facts[] {
	const { weekly } = subject.choice;
	const fact = (id: Facts[0], of: (course: FitCandidate) => TableCell): Facts => [
		id,
		({ within }) => of(within.course)
	];
	const skillsOf = ({ skills }: FitCandidate) =>
		skills.map(({ skill, from, to }) => note.skill(skill.label, from, to)).join('; ');
	return [
		fact('sector', ({ sector }) => capitalised(subject.sector(sector))),
		fact('skills', skillsOf),
		fact('hours', ({ hours, credits }) => note.volume(formatCount(hours), formatCount(credits))),
		fact('weeks', ({ hours }) => note.weeks(weeksOf(hours, weekly), weekly)),
		fact('lqf', ({ level }) => levelText(level)),
		fact('modes', ({ modes }) =>
			modes.length === 0
				? note.modesNone
				: joinWords(
						modes.map((id) => words.modes[id]),
						story.or
					)
		),
		fact('power', ({ skills }) =>
			skills.some(({ skill }) => skill.needsPower) ? note.power : note.powerNone
		)
	];
}

const peopleFacts: readonly Facts[] = [
	['people', ({ within }) => figureCell(within.people, 'count')],
	['women', ({ women }) => figureCell(figureAt(women), 'share')],
	['rural', ({ rural }) => figureCell(figureAt(rural), 'share')]
];

function placeFacts(subject: ProviderSubject): Facts[] {
	const { offer } = subject;
	return [
		['groups', ({ within }) => within.course.groups.map((code) => subject.group(code)).join(', ')],
		[
			'others',
			({ within: { course } }) => {
				const others = othersServing(course.sector, course.groups, subject);
				return note.others(others.length, formatCount(placesOf(others)));
			}
		],
		[
			'overlap',
			({ within: { course } }) => {
				const ids = course.skills.map(({ skill }) => skill.id);
				const found = offer.courses.filter(({ skills }) => skills.some((id) => ids.includes(id)));
				const said = found.map(({ title, status }) => note.overlap(title, status));
				return said.length > 0 ? said.join('; ') : note.overlapNone;
			}
		],
		[
			'demand',
			({ within: { course } }) => {
				const demand = offer.demand[course.sector];
				return demand ? note.demand(demand.risk, demand.text) : note.demandNone;
			}
		]
	];
}

/** A value with interval, n and its word of care; an unreliable one stands in tables alone, with that word. */
function figureCell(estimate: Estimate, measure: Measure): TableCell {
	if (estimate.value === null) return note.few;
	const text = formatInText(estimate, measure);
	const care = qualityWords[estimate.quality];
	return { text: note.figure(text, formatCount(estimate.n), care), raw: estimate.value };
}
