import type { Named } from './candidates.ts';
import { cellKey } from './cell-words.ts';
import type { Tools } from './tools.ts';

/** How sure it is, 0 to 1, that rows are groups of people with numbers, not people or workplaces. */
export function aggregateShare(columns: readonly Named[], tools: Tools): number {
	const { estimates, series, totals } = tools.contracts.words.kinds;
	const phrases = (list: readonly string[]) =>
		new Set(list.map((phrase) => tools.namer.phrase(phrase).join(' ')));
	const [estimated, listed] = [phrases(estimates), phrases(series)];
	const total = new Set(totals.map(cellKey));
	const called = (set: ReadonlySet<string>, { naming }: Named) =>
		naming.readings.some((words) => set.has(words.join(' ')));
	const numeric = ({ profile }: Named) =>
		profile.filled > 0 && profile.numbers > 0.6 * profile.filled;
	const estimates_ = columns.filter(
		(column) => numeric(column) && called(estimated, column)
	).length;
	const standard = columns.filter((column) => called(listed, column)).length;
	const years = columns.filter(
		(column) =>
			/^(?:X|Y|YR)?(?:19|20)\d{2}(?:\s*\[.*\])?$/i.test(column.profile.column.heading.trim()) &&
			(numeric(column) || column.profile.filled === 0)
	).length;
	const totalled = columns.filter(
		({ profile }) =>
			profile.distinct > 1 &&
			profile.distinct < 200 &&
			profile.top.some(({ value }) => total.has(cellKey(value)))
	).length;
	const persons = columns.filter((column) => isPerson(column, tools.rows)).length;
	const score =
		Math.min(2, estimates_) * 1.2 +
		Math.min(4, standard) * 1.1 +
		(years >= 3 ? 3 : 0) +
		Math.min(2, totalled) * 1.5 +
		(crossed(columns, tools.rows) ? 1.5 : 0) -
		Math.min(2, persons) * 2.5;
	return 1 / (1 + Math.exp(-(score - 3.2) * 1.6));
}

/** Numbers of rows one by one: a unique code of a person or a workplace. */
function isPerson({ profile, naming }: Named, rows: number): boolean {
	const unique = profile.filled === rows && profile.distinct === rows && rows > 5;
	const number = profile.numbers > profile.wholeNumbers;
	return (
		unique &&
		!number &&
		naming.all.some((word) =>
			/^(?:id|uuid|respondent|person|worker|student|number|key|serial|case|establishment)$/.test(
				word
			)
		)
	);
}

/** Whether rows are about as many as the groups of all text columns crossed. */
function crossed(columns: readonly Named[], rows: number): boolean {
	const groups = columns.filter(
		({ profile }) =>
			profile.distinct > 1 &&
			profile.distinct <= 60 &&
			profile.filled === rows &&
			(profile.numbers === 0 || /^(?:19|20)\d{2}$/.test(profile.top[0]?.value ?? ''))
	);
	if (groups.length < 2 || groups.length > 6) return false;
	const cells = groups.reduce((product, { profile }) => product * profile.distinct, 1);
	return rows <= cells && rows >= 0.3 * cells;
}
