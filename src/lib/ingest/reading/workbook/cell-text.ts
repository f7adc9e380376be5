import type { Cell, CellValue } from 'hucre/xlsx';
import { trimCell } from '#lib/ingest/reading/text/cells.ts';

/** Milliseconds of 1900-01-01: times of day without a day stand before it. */
const firstDay = Date.UTC(1900, 0, 1);
const epoch = Date.UTC(1899, 11, 31);

/**
 * A cell of a workbook as text: numbers in full, dates as `2024-03-31` or `2024-03-31T09:30:00`, times as `09:30:00`,
 * truth values as Excel shows them. Numbers that are shown with leading zeros keep these: they are codes.
 * @param cell what is known of the cell beside its value
 */
export function cellText(value: CellValue, cell?: Cell): string {
	if (value === null) return '';
	if (typeof value === 'string') return trimCell(value);
	if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
	const format = cell?.style?.numFmt ?? '';
	if (typeof value === 'number') return numberText(value, format);
	return /^\[(h+|m+|s+)\]/i.test(format) ? durationText(value) : dateText(value);
}

function numberText(value: number, format: string): string {
	const text = String(value);
	return /^0{2,}$/.test(format) && /^\d+$/.test(text) ? text.padStart(format.length, '0') : text;
}

function dateText(date: Date): string {
	if (Number.isNaN(date.getTime())) return '';
	const [day = '', time = ''] = date
		.toISOString()
		.replace(/(\.000)?Z$/, '')
		.split('T');
	if (date.getTime() < firstDay) return time;
	return time === '00:00:00' ? day : `${day}T${time}`;
}

/** Hours beyond a day, as of `[h]:mm`: Excel counts them from the day before 1900. */
function durationText(date: Date): string {
	const seconds = Math.round((date.getTime() - epoch) / 1000);
	const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
	return `${two(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}
