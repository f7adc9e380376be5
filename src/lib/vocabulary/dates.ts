const dayMonthYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date of ISO 8601 in print: `12 May 2025`. @throws RangeError when the text is not a date */
export function formatDate(iso: string): string {
	return dayMonthYear.format(new Date(iso));
}

/**
 * Whether what was due in a year, or by a month or day of ISO 8601, should have come by now.
 * @param due `2027`, `2027-06` or `2027-06-30`; what it names has to be over
 */
export function isPast(due: string, now: Date = new Date()): boolean {
	return due !== '' && now.toISOString().slice(0, due.length) > due;
}
