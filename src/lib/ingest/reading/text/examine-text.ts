import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import { filledIn, type GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { findLayout, type Layout } from '#lib/ingest/reading/layout/layout.ts';
import { findNumberMarks } from '#lib/ingest/reading/layout/number-marks.ts';
import type { Examined, Guess } from '#lib/ingest/reading/reading.ts';
import { findEncoding } from '#lib/ingest/reading/source/encoding.ts';
import { toUtf8 } from '#lib/ingest/reading/source/to-utf8.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { findDialect, type FoundDialect } from './dialect.ts';
import { headOf, headRows, type Head, type HeadRow } from './head.ts';
import { middleRows } from './sample.ts';
import { walkText } from './tail.ts';

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
	const text = await toUtf8(content, { encoding, bom: found.bom });
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
	const whole = await walkText(text, {
		file,
		dialect: signs,
		width: commonWidth(rows) ?? width
	});
	const layout = findLayout(grid, whole.tail);
	const lastRow = layout.lastRow?.value ?? Infinity;
	const end = whole.tail.filter(({ row }) => row > grid.length && row <= lastRow);
	const sample = [...layout.data, ...(await middleRows(text, signs)), ...end];
	const numbers = findNumberMarks(columnsOf(sample, width), delimiter.value);
	const isMarked = comment.value === '' && whole.marked.narrow > 0 && whole.marked.wide === 0;
	return examined({
		gzip,
		bom: found.bom,
		encoding: found.encoding,
		...{ delimiter, quote, escape, layout, numbers },
		comment: isMarked ? { value: '#', reason: words.comment.found('#'), confidence: 0.8 } : comment
	});
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
	const isControl = (byte: number) => byte < 9 || (byte > 13 && byte < 27) || byte === 127;
	const odd = start.filter(isControl).length;
	if (odd > Math.max(3, start.length / 100))
		throw unreadable(file, words.binary(start.findIndex(isControl) + 1));
}

function refuseUseless(rows: readonly HeadRow[], head: Head, file: string): void {
	const wide = rows.find(({ fields }) => fields > limits.columns);
	if (wide) {
		throw unreadable(file, words.tooManyColumns(wide.row, wide.fields, limits.columns));
	}
	if (head.isAll && rows.every((row) => filledIn(row) === 0)) {
		throw new ProblemError(problem('empty-file', { file }));
	}
}

/** Rows as they are laid out: comments and the line that names the delimiter are no part of it. */
function asGrid(rows: readonly HeadRow[], { hasSepLine }: FoundDialect): GridRow[] {
	return rows.map(({ row, cells }) => ({ row, cells: hasSepLine && row === 1 ? [] : cells }));
}

function commonWidth(rows: readonly HeadRow[]): number | undefined {
	const counts = new Map<number, number>();
	for (const { fields, isComment } of rows) {
		if (!isComment) counts.set(fields, (counts.get(fields) ?? 0) + 1);
	}
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function columnsOf(rows: readonly GridRow[], width: number): string[][] {
	return Array.from({ length: width }, (_, column) =>
		rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
	);
}
