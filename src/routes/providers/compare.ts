import { isSayable } from '#lib/answers/standing.ts';
import type { ChartTable, TableCell } from '#lib/charts/chart-table.ts';
import type { Computed } from '#lib/charts/figure-parts.ts';
import { auditQuestion } from '#lib/decisions/asker.ts';
import { providersNote as note } from '#lib/vocabulary/messages/providers-note.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { mostCompared } from './choice.ts';
import { factsOf, factText, type Compared, type Fact } from './compare-facts.ts';
import { whereOf, type CourseWithin } from './courses.ts';
import type { FitCandidate } from './fit.ts';
import type { ProviderSubject } from './provider-subject.ts';
import { teachingQuery } from './teaching-modes.ts';

/** Up to three courses side by side. */
export interface SideBySide {
	/** Every course that fits, to be put in or taken out. */
	readonly courses: readonly { readonly id: string; readonly name: string }[];
	readonly chosen: readonly string[];
	/** Absent where no course fits. */
	readonly table?: ChartTable;
	/** The same with a line a course and every number whole, for a file. */
	readonly file?: ChartTable;
	readonly source: string;
	readonly computed: Computed;
	/** What of the choice was left out. */
	readonly remarks: readonly string[];
	/** Those in the table. */
	readonly compared: readonly {
		readonly id: string;
		readonly name: string;
		/** What takes the way to teach that was chosen to the brief; empty where none was. */
		readonly query: string;
	}[];
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
		...(compared.length > 0 ? tablesOf(compared, subject) : {}),
		source: subject.source,
		remarks: [
			...(gone.length > 0 ? [note.compareGone(joinWords(gone))] : []),
			...(known.length > mostCompared ? [note.comparedMore(mostCompared)] : [])
		],
		compared: compared.map(({ within: { course, name } }) => ({
			...{ id: course.id, name, query: queryFor(course, subject) }
		}))
	};
}

function queryFor({ modes: [mode] }: FitCandidate, { view, choice }: ProviderSubject): string {
	const chosen = view.filters.mode ?? view.choices.weekly;
	return chosen !== undefined && mode ? teachingQuery(mode, choice.weekly) : '';
}

function tablesOf(compared: readonly Compared[], subject: ProviderSubject) {
	const facts = factsOf(subject);
	const table: ChartTable = {
		caption: note.compareCaption,
		columns: [
			{ id: 'about', label: note.rows.about },
			...compared.map(({ within }) => ({ id: within.course.id, label: within.name }))
		],
		rows: facts.map((fact) => ({
			id: fact.id,
			cells: [note.rows[fact.id], ...compared.map((one) => factText(fact, one))]
		}))
	};
	return { table, file: fileOf(compared, facts) };
}

/** A line a course; an estimate takes a column each for value, ends of the interval, n and grade. */
function fileOf(compared: readonly Compared[], facts: readonly Fact[]): ChartTable {
	const own = (id: string): string[] => numbers.map((part) => `${id}_${part}`);
	const ids = facts.flatMap((fact) => ('say' in fact ? [fact.id] : [fact.id, ...own(fact.id)]));
	return {
		caption: note.compareCaption,
		columns: ['id', 'course', ...ids].map((id) => ({ id, label: id })),
		rows: compared.map((one) => {
			const { course, name } = one.within;
			const cells = facts.flatMap((fact): TableCell[] => {
				if ('say' in fact) return [fact.say(one)];
				const estimate = fact.estimate(one);
				return [estimate.value, ...numbers.map((part) => estimate[part])];
			});
			return { id: course.id, cells: [course.id, name, ...cells] };
		})
	};
}

const numbers = ['low', 'high', 'n', 'quality'] as const;
