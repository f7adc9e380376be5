import type { ColumnProfile } from './types.ts';

export interface DateDamage {
	readonly value: string;
	/** What it may have been, the likelier first: `2-5`, `5-2`. */
	readonly options: readonly string[];
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Ranges such as `2-5` that a spreadsheet took for dates: `02-May`, `5-Feb`, `44958`. Only beside ranges that are whole. */
export function findDateDamage(profile: ColumnProfile): DateDamage[] {
	if (profile.distinct > 60) return [];
	const ranges = profile.top.filter(
		({ value }) =>
			/^\s*[<>≤≥]?\s*\d+\s*(?:(?:-|–|—|to)\s*\d+|\+|or more|and (?:over|above))/i.test(value) &&
			!isDate(value)
	);
	if (ranges.length === 0) return [];
	return profile.top.flatMap(({ value }) => {
		const parts = partsOf(value);
		if (!parts) return [];
		const [low = 0, high = 0] = [...parts].sort((one, other) => one - other);
		return [{ value, options: [`${low}-${high}`] }];
	});
}

/** The two numbers of a damaged range: day and month, or month and the last digits of the year. */
function partsOf(value: string): [number, number] | undefined {
	const dayMonth = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?$/.exec(value);
	if (dayMonth) return pair(Number(dayMonth[1]), monthNumber(dayMonth[2]));
	const monthYear = /^([A-Za-z]{3,9})[- ](\d{2})$/.exec(value);
	if (monthYear) return pair(monthNumber(monthYear[1]), Number(monthYear[2]));
	const date = isDate(value) ? /^(\d{4})-(\d{2})-(\d{2})/.exec(value) : null;
	if (date) return pair(Number(date[2]), Number(date[3]));
	if (!/^[34]\d{4}(?:\.0+)?$/.test(value)) return undefined;
	const day = new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000);
	return pair(day.getUTCDate(), day.getUTCMonth() + 1);
}

function isDate(value: string): boolean {
	return /^\d{4}-\d{2}-\d{2}(?:[T ]00:00(?::00(?:\.0+)?)?)?$/.test(value);
}

function monthNumber(name = ''): number {
	return months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function pair(one: number, other: number): [number, number] | undefined {
	return one > 0 && other > 0 ? [one, other] : undefined;
}
