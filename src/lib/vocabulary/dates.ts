const dayMonthYear = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A date of ISO 8601 in print: `12 May 2025`. @throws RangeError when the text is not a date */
export function formatDate(iso: string): string {
	return dayMonthYear.format(new Date(iso));
}
