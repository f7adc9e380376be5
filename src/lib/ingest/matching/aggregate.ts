import type { Named } from './candidates.ts';
import { cellKey, isBareNumber } from './cell-words.ts';
import { isPeriod } from './periods.ts';
import type { Tools } from './tools.ts';
import type { ColumnProfile } from './types.ts';

/**
 * How sure it is, 0 to 1, that rows are groups of people with a figure each, not people or workplaces.
 * @param about titles of the table, "Unemployment rate by sex"; and how many columns only people told one by one have
 */
export function aggregateShare(
	columns: readonly Named[],
	{ titles, persons }: { titles: readonly string[]; persons: number },
	tools: Tools
): number {
	const score =
		seriesScore(columns, tools) +
		figureScore(columns, tools) +
		precisionScore(columns, tools) +
		shapeScore(columns, tools) +
		Math.min(1, titlesSaying(titles, tools)) * 1.2 -
		Math.min(3, persons) * 1.5 -
		Math.min(2, columns.filter((column) => isPerson(column, tools.rows)).length) * 2.5;
	return 1 / (1 + Math.exp(-(score - 3.2) * 1.6));
}

/** Years side by side, and headings that statistical offices give their series. */
function seriesScore(columns: readonly Named[], tools: Tools): number {
	const listed = phrases(tools.contracts.words.kinds.series, tools);
	const standard = columns.filter((column) => isCalled(listed, column)).length;
	const across = columns.filter(({ profile }) => {
		return isPeriod(profile.column.heading.split(' / ').at(-1) ?? '');
	}).length;
	return (
		Math.min(4, standard) * 1.1 + (across >= 3 ? 3.5 : 0) + (isTimeSeries(columns, tools) ? 4 : 0)
	);
}

/** A column in which each period stands once, and nothing but figures beside it. */
function isTimeSeries(columns: readonly Named[], { rows }: Tools): boolean {
	const periods = columns.filter(({ profile: { top, filled, distinct } }) => {
		const fitting = top.filter(({ value }) => isPeriod(value) || isMonthEnd(value));
		return distinct === filled && filled === rows && fitting.length > 0.7 * top.length;
	});
	const figures = columns.filter(({ profile }) => isNumeric(profile) && profile.distinct > 3);
	const idle = columns.filter(({ profile }) => profile.distinct <= 1);
	const all = periods.length + figures.length + idle.length >= columns.length;
	return periods.length > 0 && figures.length > 0 && rows >= 8 && all;
}

/** A day that stands for its month. */
function isMonthEnd(text: string): boolean {
	return /^(?:19|20)\d{2}-\d{2}-(?:01|28|29|30|31)$/.test(text);
}

/** Columns of figures by their headings, and cells that mean all groups together. */
function figureScore(columns: readonly Named[], tools: Tools): number {
	const { estimates, statistics, totals } = tools.contracts.words.kinds;
	const exact = phrases(estimates, tools);
	const within = statistics.map((phrase) => tools.namer.phrase(phrase));
	const figures = columns.filter(
		(column) =>
			isNumeric(column.profile) &&
			(isCalled(exact, column) ||
				within.some((phrase) => phrase.every((word) => column.naming.all.includes(word))))
	);
	const total = new Set(totals.map(cellKey));
	const totalled = columns.filter(
		({ profile }) =>
			total.has(cellKey(profile.column.heading)) ||
			(profile.distinct > 1 &&
				profile.distinct < 200 &&
				profile.top.some(({ value }) => isTotal(value, total)))
	);
	const most = figures.length >= 2 && figures.length >= columns.length / 3;
	return Math.min(2, figures.length) * 1.2 + (most ? 1 : 0) + Math.min(2, totalled.length) * 1.5;
}

/** A margin of error beside a figure: only estimates have one. */
function precisionScore(columns: readonly Named[], tools: Tools): number {
	const listed = tools.contracts.words.kinds.precision.map((phrase) => tools.namer.phrase(phrase));
	const margins = columns.filter(
		({ profile, naming }) =>
			isNumeric(profile) &&
			naming.readings.some(({ words }) =>
				listed.some((phrase) => phrase.length > 0 && phrase.every((word) => words.includes(word)))
			)
	);
	return margins.length >= 2 ? 3 : margins.length;
}

function isTotal(value: string, totals: ReadonlySet<string>): boolean {
	if (isBareNumber(value)) return false;
	const key = cellKey(value);
	return totals.has(key) || /^(?:grand |sub ?)?total\b/.test(key);
}

/** One column that names the row and figures beside it, or all groups crossed. */
function shapeScore(columns: readonly Named[], tools: Tools): number {
	const { rows } = tools;
	const filled = columns.filter(({ profile }) => profile.filled > 0);
	const texts = filled.filter(({ profile }) => !isNumeric(profile));
	const named =
		texts.length === 1 && texts.every(({ profile }) => profile.distinct === profile.filled);
	const table = named && filled.length >= 3 && rows <= 1000;
	const places = table && texts.some((column) => namesPlaces(column, tools)) ? 1.5 : 0;
	const groups = columns.filter(({ profile }) => isGrouping(profile, rows));
	const cross = crossed(groups, rows) ? crossing(groups, rows) : 0;
	const small = table && (rows <= 12 || areShares(filled)) ? 1 : 0;
	return (table ? 2.5 : 0) + places + small + cross + (cross > 0 && eachOnce(groups, rows) ? 2 : 0);
}

/** Nearly all combinations have a row. */
function crossing(groups: readonly Named[], rows: number): number {
	const cells = groups.reduce((product, { profile }) => product * profile.distinct, 1);
	return groups.length > 2 && rows >= 0.85 * cells ? 3.5 : 1.5;
}

/** Nearly all numbers are parts of 1 or 100, most of them broken. */
function areShares(columns: readonly Named[]): boolean {
	const numbers = columns.filter(({ profile }) => isNumeric(profile));
	const within = numbers.filter(
		({ profile: { min, max } }) => (min ?? -1) >= 0 && (max ?? 101) <= 100
	);
	const broken = within.filter(({ profile }) => profile.wholeNumbers < 0.7 * profile.numbers);
	return within.length === numbers.length && broken.length >= numbers.length / 2;
}

/** The rows are called after districts, countries and the like. */
function namesPlaces({ naming }: Named, tools: Tools): boolean {
	const { places } = tools.contracts.words.kinds;
	return naming.readings.some(({ words }) => words.some((word) => places.includes(word)));
}

/** Each combination of the groups has one row: persons never fall so evenly. */
function eachOnce(groups: readonly Named[], rows: number): boolean {
	const cells = groups.reduce((product, { profile }) => product * profile.distinct, 1);
	return (
		cells === rows &&
		groups.every(({ profile: { top, distinct } }) =>
			top.every(({ count }) => count === rows / distinct)
		)
	);
}

function titlesSaying(titles: readonly string[], tools: Tools): number {
	const { statistics } = tools.contracts.words.kinds;
	return titles.filter((title) => {
		const words = tools.namer.meaning(title);
		return (
			/\bby\s+\p{L}+/iu.test(title) ||
			statistics.some((phrase) => tools.namer.phrase(phrase).every((word) => words.includes(word)))
		);
	}).length;
}

/** Numbers of rows one by one: a unique code of a person or a workplace. */
function isPerson({ profile, naming }: Named, rows: number): boolean {
	const unique = profile.filled === rows && profile.distinct === rows && rows > 5;
	const decimals = profile.numbers > profile.wholeNumbers;
	const id =
		/^(?:id|uuid|respondent|person|worker|student|number|key|serial|case|establishment|record)$/;
	return unique && !decimals && naming.all.some((word) => id.test(word));
}

/** Whether rows are about as many as the groups of all text columns crossed. */
function crossed(groups: readonly Named[], rows: number): boolean {
	if (groups.length < 2 || groups.length > 6) return false;
	const cells = groups.reduce((product, { profile }) => product * profile.distinct, 1);
	return rows <= cells && rows >= 0.3 * cells;
}

function isGrouping(profile: ColumnProfile, rows: number): boolean {
	const [first] = profile.top;
	const year = /^(?:19|20)\d{2}$/.test(first?.value ?? '');
	const words = year || (profile.numbers === 0 && !isNumeric(profile));
	return profile.distinct > 1 && profile.distinct <= 60 && profile.filled === rows && words;
}

/** Numbers, per cents too. */
function isNumeric({ filled, numbers, top }: ColumnProfile): boolean {
	const shares = top.filter(({ value }) => /^[<>~]?[\d.,\s]+%$/.test(value));
	return filled > 0 && (numbers > 0.6 * filled || shares.length > 0.6 * top.length);
}

function phrases(list: readonly string[], tools: Tools): ReadonlySet<string> {
	return new Set(list.map((phrase) => tools.namer.phrase(phrase).join(' ')));
}

function isCalled(set: ReadonlySet<string>, { naming }: Named): boolean {
	return naming.readings.some(({ words }) => set.has(words.join(' ')));
}
