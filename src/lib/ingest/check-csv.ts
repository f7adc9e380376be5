import Papa from 'papaparse';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';

/** Bytes that are looked at; the rest of a file is DuckDB's to read. */
const sampleBytes = 64 * 1024;
const sampleRows = 200;

/** How files begin that are often taken for CSV: zip and xlsx, PDF, gzip, old Excel, PNG, JPEG. */
const magicNumbers: readonly (readonly number[])[] = [
	[0x50, 0x4b, 0x03, 0x04],
	[0x25, 0x50, 0x44, 0x46],
	[0x1f, 0x8b],
	[0xd0, 0xcf, 0x11, 0xe0],
	[0x89, 0x50, 0x4e, 0x47],
	[0xff, 0xd8, 0xff]
];

/**
 * What speaks against opening a file as CSV with a header row, seen from its first 64 KB; undefined when
 * nothing does. The bytes are not changed.
 * @param file its name, for the sentence
 */
export function checkCsv(file: string, bytes: Uint8Array): Problem | undefined {
	const start = bytes.subarray(0, sampleBytes);
	if (bytes.length === 0) return problem('empty-file', { file });
	if (isUtf16(start)) return problem('unreadable', { file, why: utf16 });
	if (isBinary(start)) return problem('not-text', { file });
	const text = decode(start);
	if (text === undefined) return problem('unreadable', { file, why: otherEncoding });
	if (text.trim() === '' && bytes.length <= sampleBytes) return problem('empty-file', { file });
	if (/^\s*#(\s|$)/.test(text)) return problem('no-header', { file, first: 'notes' });
	return checkHeader(file, firstRows(text, bytes.length > sampleBytes));
}

/** A row that does not have as many fields as the header. */
export interface RaggedRow {
	/** Fields of the header. */
	readonly header: number;
	/** In words, for the person. */
	readonly why: string;
}

/** The first row of the sample that does not have as many fields as the header, if there is one. */
export function findRaggedRow(bytes: Uint8Array): RaggedRow | undefined {
	const text = decode(bytes.subarray(0, sampleBytes)) ?? '';
	const [header = [], ...rows] = firstRows(text, bytes.length > sampleBytes);
	const at = rows.findIndex(({ length }) => length !== header.length);
	const row = rows[at];
	if (!row) return undefined;
	const why = `row ${at + 1} after the header has ${row.length} fields, the header ${header.length}.`;
	return { header: header.length, why };
}

/** The character between the fields, as the first rows have it. */
export function guessDelimiter(bytes: Uint8Array): string {
	const text = decode(bytes.subarray(0, sampleBytes)) ?? '';
	return Papa.parse(text, { skipEmptyLines: 'greedy', preview: sampleRows }).meta.delimiter;
}

/** The names in the header row as the file has them, spaces around them left out. */
export function readHeader(bytes: Uint8Array, delimiter: string): string[] {
	const text = decode(bytes.subarray(0, sampleBytes)) ?? '';
	const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: 'greedy', preview: 1 });
	return (data[0] ?? []).map((name) => name.trim());
}

const utf16 = 'it is in UTF-16. Save it as UTF-8.';
const otherEncoding = 'its letters are not in UTF-8. Save it as UTF-8.';

function isUtf16([first, second]: Uint8Array): boolean {
	return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function isBinary(start: Uint8Array): boolean {
	if (start.includes(0)) return true;
	return magicNumbers.some((magic) => magic.every((byte, i) => start[i] === byte));
}

/** The text without its byte order mark; undefined when it is not UTF-8. */
function decode(start: Uint8Array): string | undefined {
	try {
		// A stream may end within a letter, as a sample does.
		return new TextDecoder('utf-8', { fatal: true }).decode(start, { stream: true });
	} catch {
		return undefined;
	}
}

function firstRows(text: string, isCut: boolean): string[][] {
	const options = { skipEmptyLines: 'greedy', preview: sampleRows } as const;
	const { data } = Papa.parse<string[]>(text, options);
	const rows = isCut && data.length < sampleRows ? data.slice(0, -1) : data;
	return rows.map((row) => row.map((cell) => cell.trim()));
}

function checkHeader(
	file: string,
	[header = [], ...rows]: readonly string[][]
): Problem | undefined {
	if (!looksLikeHeader(header, rows)) return problem('no-header', { file });
	return rows.length === 0 ? problem('no-rows', { file }) : undefined;
}

/**
 * Names are text and none is blank, save the first, which R leaves so over its row names. A first row with
 * numbers in it is a header where names stand over numbers, or where the numbers are years. One that holds
 * only text is none where most of its cells come again as values below themselves.
 */
function looksLikeHeader(header: readonly string[], rows: readonly string[][]): boolean {
	const names = header.filter((cell) => cell !== '');
	if (names.every(isNumber) || header.slice(1).includes('')) return false;
	if (header[0] === '' && header.length < 2) return false;
	const below = rows.filter((row) => !isRepeated(header, row));
	const columns = header.map((name, i) => ({ name, values: valuesBelow(below, i) }));
	const differs = ({ name, values }: Column): boolean =>
		values.length > 0 && !isMissing(name) && values.every(isNumber) !== isNumber(name);
	if (columns.some((column) => differs(column) && !isNumber(column.name))) return true;
	const numbers = names.filter(isNumber);
	if (numbers.length > 0) return numbers.every(isYear) || columns.some(differs);
	const again = columns.filter(({ name, values }) => values.includes(name));
	return again.length * 2 < header.length;
}

interface Column {
	readonly name: string;
	/** Without those that are missing. */
	readonly values: readonly string[];
}

function valuesBelow(rows: readonly string[][], column: number): string[] {
	return rows.map((row) => row[column] ?? '').filter((value) => !isMissing(value));
}

/** Files that were put together from several hold their header again. */
function isRepeated(header: readonly string[], row: readonly string[]): boolean {
	return row.every((cell, i) => cell === header[i]);
}

function isNumber(cell: string): boolean {
	return cell !== '' && Number.isFinite(Number(cell.replace(',', '.')));
}

function isYear(cell: string): boolean {
	return /^(1[89]|20)\d\d$/.test(cell);
}

function isMissing(cell: string): boolean {
	return /^(|\.|-|na|n\/a|nan|null|none)$/i.test(cell);
}
