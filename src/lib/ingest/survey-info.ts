import { importWords as words } from '#lib/vocabulary/messages/import.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { ColumnProfile, Matching } from './matching/types.ts';
import type { RawTable } from './reading/raw-table.ts';
import type { SurveyInfo } from './recipe/recipe.ts';

export interface SurveyClues {
	readonly raw: RawTable;
	readonly profiles: readonly ColumnProfile[];
	readonly matching: Matching;
	readonly fileName: string;
}

/**
 * What the file itself tells about its survey: a title, the wave, the days of the interviews. The person can
 * change all of it.
 */
export async function guessSurvey(warehouse: Warehouse, clues: SurveyClues): Promise<SurveyInfo> {
	const { raw, matching, fileName } = clues;
	const stem = fileName.replace(/^.*[/\\]/, '').replace(/(\.[a-z]{2,5}){1,2}$/i, '');
	const title = raw.above.find((line) => line.trim() !== '') ?? stem;
	const days = await interviewDays(warehouse, clues);
	const wave = yearIn(stem) ?? raw.above.map(yearIn).find((year) => year !== undefined);
	return {
		title: title.slice(0, 200),
		wave: onlyWave(clues) ?? wave ?? days?.to.slice(0, 4) ?? '',
		synthetic: isMadeUp(clues),
		universe: words.universe[matching.kind.unit],
		...days
	};
}

/** The wave that every row names. */
function onlyWave({ profiles, matching, raw }: SurveyClues): string | undefined {
	const match = matching.matches.find(({ contract }) => contract === 'wave');
	const profile = profiles.find(({ column }) => column.name === match?.columns[0]);
	const [only] = profile?.top ?? [];
	if (!only || profile?.distinct !== 1 || profile.filled < raw.rows) return undefined;
	return match?.as === 'date' ? undefined : only.value.slice(0, 40);
}

/** Every row says so. */
function isMadeUp({ profiles, matching }: SurveyClues): boolean {
	const match = matching.matches.find(({ contract }) => contract === 'synthetic');
	const profile = profiles.find(({ column }) => column.name === match?.columns[0]);
	if (!profile || profile.filled === 0) return false;
	const isTrue = ({ value }: { readonly value: string }): boolean =>
		(match?.values[value] ?? value).toLowerCase() === 'true';
	return profile.distinct === profile.top.length && profile.top.every(isTrue);
}

function yearIn(text: string): string | undefined {
	return /(?<!\d)(19|20)\d\d(?!\d)/.exec(text)?.[0];
}

/** Of a day of an interview or of sending a form in, not of a birth or a graduation. */
const interviewName =
	/interview|submi|survey|visit|today|timestamp|completed|date ?stamp|^(start|end)( date)?$|^date$/i;
const otherName = /birth|dob|graduat|employ|hired|enrol|admission|study|first job|updated/i;

/** First and last day of a column that holds the days of interviews, when nearly all of its cells are days. */
async function interviewDays(
	warehouse: Warehouse,
	{ profiles, raw }: SurveyClues
): Promise<{ readonly from: string; readonly to: string } | undefined> {
	for (const { column, dates, filled } of profiles) {
		const name = column.heading.replace(/[_./-]+/g, ' ').trim();
		if (!interviewName.test(name) || otherName.test(name) || filled === 0) continue;
		const fitting = Object.entries(dates).filter(([, cells]) => cells >= 0.95 * filled);
		const [only] = fitting;
		// Day and month that could be swapped tell no day.
		if (!only || fitting.length > 1) continue;
		const day = 'CAST(try_strptime(cell, ?) AS DATE)';
		// A day is read once, however many rows have it.
		const found = await warehouse.query(
			`SELECT CAST(min(${day}) AS VARCHAR) AS first, CAST(max(${day}) AS VARCHAR) AS last
FROM (SELECT DISTINCT ${column.id} AS cell FROM ${quoteIdentifier(raw.table)})`,
			[only[0], only[0]]
		);
		const [from, to] = [found.column('first')[0], found.column('last')[0]];
		if (typeof from === 'string' && typeof to === 'string') return { from, to };
	}
	return undefined;
}
