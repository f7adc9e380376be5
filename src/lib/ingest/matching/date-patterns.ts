import { quoteText } from '#lib/warehouse/identifier.ts';

/** How a date can be written: a pattern of strptime, and the shape that a cell has to have before it is tried. */
interface DatePattern {
	readonly pattern: string;
	/** A regular expression for the whole cell, in the common ground of RE2 and JavaScript. */
	readonly shape: string;
}

const time = '[T ]\\d{1,2}:\\d{2}(:\\d{2})?';
const slashed = '\\d{1,2}/\\d{1,2}/';
const dashed = '\\d{1,2}-\\d{1,2}-';
const month = '[A-Za-z]{3}';

export const datePatterns: readonly DatePattern[] = [
	{ pattern: '%Y-%m-%d', shape: '\\d{4}-\\d{1,2}-\\d{1,2}' },
	{ pattern: '%Y/%m/%d', shape: '\\d{4}/\\d{1,2}/\\d{1,2}' },
	{ pattern: '%d/%m/%Y', shape: `${slashed}\\d{4}` },
	{ pattern: '%m/%d/%Y', shape: `${slashed}\\d{4}` },
	{ pattern: '%d/%m/%y', shape: `${slashed}\\d{2}` },
	{ pattern: '%m/%d/%y', shape: `${slashed}\\d{2}` },
	{ pattern: '%d-%m-%Y', shape: `${dashed}\\d{4}` },
	{ pattern: '%m-%d-%Y', shape: `${dashed}\\d{4}` },
	{ pattern: '%d.%m.%Y', shape: '\\d{1,2}\\.\\d{1,2}\\.\\d{4}' },
	{ pattern: '%d.%m.%y', shape: '\\d{1,2}\\.\\d{1,2}\\.\\d{2}' },
	{ pattern: '%d-%b-%Y', shape: `\\d{1,2}-${month}-\\d{4}` },
	{ pattern: '%d-%b-%y', shape: `\\d{1,2}-${month}-\\d{2}` },
	{ pattern: '%d %b %Y', shape: `\\d{1,2} ${month} \\d{4}` },
	{ pattern: '%d %B %Y', shape: '\\d{1,2} [A-Za-z]{4,9} \\d{4}' },
	{ pattern: '%b %d, %Y', shape: `${month} \\d{1,2}, \\d{4}` },
	{ pattern: '%B %d, %Y', shape: '[A-Za-z]{4,9} \\d{1,2}, \\d{4}' },
	{ pattern: '%b-%y', shape: `${month}-\\d{2}` },
	{ pattern: '%d-%b', shape: `\\d{1,2}-${month}` },
	{ pattern: '%b %Y', shape: `${month} \\d{4}` },
	{ pattern: '%m/%Y', shape: '\\d{1,2}/\\d{4}' },
	{ pattern: '%Y-%m', shape: '\\d{4}-\\d{2}' },
	{ pattern: '%Y%m%d', shape: '(19|20)\\d{6}' },
	{ pattern: '%Y-%m-%d %H:%M:%S', shape: `\\d{4}-\\d{1,2}-\\d{1,2} \\d{1,2}:\\d{2}:\\d{2}` },
	{ pattern: '%Y-%m-%dT%H:%M:%S', shape: `\\d{4}-\\d{1,2}-\\d{1,2}T\\d{1,2}:\\d{2}:\\d{2}` },
	{ pattern: '%d/%m/%Y %H:%M', shape: `${slashed}\\d{4} \\d{1,2}:\\d{2}` },
	{ pattern: '%m/%d/%Y %H:%M', shape: `${slashed}\\d{4} \\d{1,2}:\\d{2}` },
	{ pattern: '%d/%m/%Y %H:%M:%S', shape: `${slashed}\\d{4} \\d{1,2}:\\d{2}:\\d{2}` },
	{ pattern: '%m/%d/%Y %H:%M:%S', shape: `${slashed}\\d{4} \\d{1,2}:\\d{2}:\\d{2}` }
];

/** Anything that could be a date; other cells are not tried. */
const anyDate = `(\\d{1,4}|[A-Za-z]{3,9})[-/. ](\\d{1,2}|[A-Za-z]{3,9})([-/., ]+\\d{2,4})?(${time}.*)?|(19|20)\\d{6}`;

/** SQL that is true where the cell can be read by the pattern: `(value, pattern)`. */
export function fitsPattern(value: string, { pattern, shape }: DatePattern): string {
	// CASE, because both sides of AND are worked out for all rows, and reading a date is dear.
	return `CASE WHEN regexp_full_match(${value}, ${quoteText(shape)}) THEN try_strptime(${value}, ${quoteText(pattern)}) IS NOT NULL END`;
}

/** SQL that is true where a cell may be a date at all. */
export function maybeDate(value: string): string {
	return `length(${value}) BETWEEN 4 AND 40 AND regexp_full_match(${value}, ${quoteText(anyDate)})`;
}
