import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import { commonWidth, filledIn, type GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { findLayout, type Layout } from '#lib/ingest/reading/layout/layout.ts';
import { findNumberMarks } from '#lib/ingest/reading/layout/number-marks.ts';
import type { Examined, Guess } from '#lib/ingest/reading/reading.ts';
import { findEncoding } from '#lib/ingest/reading/source/encoding.ts';
import { toUtf8 } from '#lib/ingest/reading/source/to-utf8.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { findDialect, type FoundDialect } from './dialect.ts';
import { headOf, headRows, type Head, type HeadRow } from './head.ts';
import { middleRows } from './sample.ts';
import { tailOf, walkText, type Tail } from './tail.ts';

const rowsLookedAt = 400;

/**
 * Says how a text is to be read.
 * @param content unpacked
 * @throws ProblemError when it is no text, is empty, or is larger than may be
 */
export async function examineText(content: Blob, file: string, gzip: boolean): Promise<Examined> {
	const found = await findEncoding(content);
	const encoding = found.encoding.value;
	if (!encoding.startsWith('utf-16')) await refuseBinary(content, file);
	if (encoding === 'windows-1252' || encoding === 'iso-8859-1') await refuseForeign(content, file);
	const isKnown = encoding === 'utf-8' && found.damaged === 0;
	const text = isKnown
		? content.slice(found.bom ? 3 : 0)
		: await toUtf8(content, { encoding, bom: found.bom });
	const head = await headOf(text);
	const dialect = findDialect(head);
	const { delimiter, quote, escape, comment } = dialect;
	const signs = {
		...{ delimiter: delimiter.value, quote: quote.value, comment: comment.value },
		...(escape ? { escape: escape.value } : {})
	};
	const rows = headRows(head, signs, rowsLookedAt);
	refuseUseless(rows, head, file);
	const grid = asGrid(rows, dialect);
	const width = Math.max(1, ...grid.map(({ cells }) => cells.length));
	const walk = { file, dialect: signs, width: commonWidth(rows) ?? width };
	const { layout, tail } = await layOut(text, grid, walk);
	const sample = [
		...layout.data,
		...(await middleRows(text, signs)),
		...dataOf(tail, grid, layout)
	];
	const numbers = findNumberMarks(columnsOf(sample, width), delimiter.value);
	const isMarked = comment.value === '' && tail.hasMarks;
	return examined({
		gzip,
		bom: found.bom,
		encoding: found.encoding,
		...{ delimiter, quote, escape, layout, numbers },
		comment: isMarked ? { value: '#', reason: words.comment.found('#'), confidence: 0.8 } : comment
	});
}

/** The layout by head and tail; where something stands below the data of a long text, all of it is walked for its row. */
async function layOut(text: Blob, grid: readonly GridRow[], walk: Parameters<typeof walkText>[1]) {
	const tail = await tailOf(text, walk);
	const layout = findLayout(grid, tail.rows);
	if (tail.isNumbered || !layout.lastRow) return { tail, layout };
	const walked = await walkText(text, walk);
	return { tail: walked, layout: findLayout(grid, walked.rows) };
}

/** Rows of data at the end that are not at the beginning too. */
function dataOf({ rows, isNumbered }: Tail, grid: readonly GridRow[], { lastRow }: Layout) {
	if (!isNumbered) return rows;
	return rows.filter(({ row }) => row > grid.length && row <= (lastRow?.value ?? Infinity));
}

interface Parts {
	readonly gzip: boolean;
	readonly bom: boolean;
	readonly encoding: Guess<Examined['reading']['encoding']>;
	readonly delimiter: FoundDialect['delimiter'];
	readonly quote: FoundDialect['quote'];
	readonly escape: FoundDialect['escape'];
	readonly comment: FoundDialect['comment'];
	readonly layout: Layout;
	readonly numbers: ReturnType<typeof findNumberMarks>;
}

function examined({ gzip, bom, layout, numbers, ...signs }: Parts): Examined {
	const { encoding, delimiter, quote, escape, comment } = signs;
	const { headerRow, headerRows, firstRow, lastRow } = layout;
	const guesses = {
		format: { value: 'text' as const, reason: words.format.text, confidence: 1 },
		...(gzip ? { gzip: { value: true, reason: words.format.gzip, confidence: 1 } } : {}),
		...{ encoding, delimiter, quote, comment, headerRow, headerRows, ...numbers },
		...(escape ? { escape } : {}),
		...(firstRow ? { firstRow } : {}),
		...(lastRow ? { lastRow } : {})
	};
	return {
		guesses,
		reading: {
			...{ format: 'text', gzip, bom, encoding: encoding.value },
			...{ delimiter: delimiter.value, quote: quote.value, comment: comment.value },
			...(escape ? { escape: escape.value } : {}),
			...{ headerRow: headerRow.value, headerRows: headerRows.value },
			...(firstRow ? { firstRow: firstRow.value } : {}),
			...(lastRow ? { lastRow: lastRow.value } : {}),
			...{ decimal: numbers.decimal.value, thousands: numbers.thousands.value }
		}
	};
}

/** Bytes that stand in no text, above a few, are those of a file of another kind. */
async function refuseBinary(content: Blob, file: string): Promise<void> {
	const start = new Uint8Array(await content.slice(0, 65_536).arrayBuffer());
	const isControl = (byte: number) =>
		byte < 9 || (byte > 13 && byte < 27) || byte === 127 || byte === 255;
	const odd = start.filter(isControl).length;
	if (odd > Math.max(3, start.length / 100))
		throw unreadable(file, words.binary(start.findIndex(isControl) + 1));
}

/** A text of one byte a letter that is in no Latin script, or in the letters of a mainframe, would be read as nonsense. */
async function refuseForeign(content: Blob, file: string): Promise<void> {
	const start = new Uint8Array(await content.slice(0, 65_536).arrayBuffer());
	const count = (test: (byte: number) => boolean) => start.filter(test).length;
	const high = count((byte) => byte >= 0x80);
	if (high * 10 > start.length * 6 && !start.includes(10) && !start.includes(13))
		throw unreadable(file, words.isOther.ebcdic);
	const plain = count((byte) => (byte | 32) >= 97 && (byte | 32) <= 122);
	const foreign = count(isForeignLetter);
	if (foreign >= 20 && foreign > plain) throw unreadable(file, words.isOther.otherScript);
}

/** Letters with accents in Latin-1, and bytes that Windows-1252 has hardly a use for; no quotes, dashes, currencies. */
function isForeignLetter(byte: number): boolean {
	if (byte >= 0xc0) return byte !== 0xd7 && byte !== 0xf7;
	return (byte >= 0x81 && byte <= 0x90 && byte !== 0x85) || (byte >= 0x98 && byte <= 0x9f);
}

function refuseUseless(rows: readonly HeadRow[], head: Head, file: string): void {
	const wide = rows.find(({ fields }) => fields > limits.columns);
	if (wide) {
		throw unreadable(file, words.tooManyColumns(wide.row, wide.fields, limits.columns));
	}
	// Separators alone say nothing, whichever of them are taken for cells.
	const isBlank = (row: HeadRow): boolean =>
		filledIn(row) === 0 || !/[^\s,;|:"']/.test(row.cells.join(''));
	const filled = rows.filter((row) => filledIn(row) > 0);
	const separators = new Set(
		filled.map(({ cells }) => (cells.length > 1 ? 0 : (cells[0]?.match(/[,;\t|]/g) ?? []).length))
	);
	if (filled.length > 3 && separators.size === 1 && !separators.has(0) && !separators.has(1))
		throw unreadable(file, words.isOther.oneCell);
	const isMarked = ({ isComment, cells }: HeadRow) =>
		isComment || cells[0]?.startsWith('#') === true;
	if (head.isAll && filled.length > 1 && filled.every(isMarked))
		throw unreadable(file, words.isOther.commentsOnly);
	if (head.isAll && rows.every(isBlank)) {
		throw new ProblemError(problem('empty-file', { file }));
	}
}

/** Rows as they are laid out: comments and the line that names the delimiter are no part of it. */
function asGrid(rows: readonly HeadRow[], { hasSepLine }: FoundDialect): GridRow[] {
	return rows.map(({ row, cells }) => ({ row, cells: hasSepLine && row === 1 ? [] : cells }));
}

function columnsOf(rows: readonly GridRow[], width: number): string[][] {
	return Array.from({ length: width }, (_, column) =>
		rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
	);
}
