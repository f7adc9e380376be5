import { limits } from '#lib/ingest/reading/limits.ts';
import { commonWidth, type GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { cellsOf, type Dialect } from './cells.ts';
import { headRows } from './head.ts';
import { marksOf } from './record.ts';
import { scanText, type Place } from './scan.ts';

/** Rows at the end of a text, and whether a part of it begins with # where no data do. */
export interface Tail {
	/** They count from row 1 of the file where `isNumbered`. */
	readonly rows: readonly GridRow[];
	readonly isNumbered: boolean;
	readonly hasMarks: boolean;
}

interface Walk {
	readonly file: string;
	readonly dialect: Dialect & { readonly comment: string };
	/** Fields that most rows have. */
	readonly width: number;
}

const endBytes = 64_000;
/** Up to this size all of a text is walked over at once; beyond it, only where its end asks for it. */
const walkedBytes = 4_000_000;
/** A row below all that may be. */
const beyond = 2 * limits.rows;

/**
 * The last rows of a text. Those of a long one are taken from its end alone, if that can be told without its
 * beginning; their numbers then only say that they stand one below the other.
 */
export async function tailOf(text: Blob, walk: Walk): Promise<Tail> {
	const rows = text.size > walkedBytes ? await endOf(text, walk) : undefined;
	return rows ? { rows, isNumbered: false, hasMarks: false } : await walkText(text, walk);
}

async function endOf(text: Blob, { dialect, width }: Walk): Promise<GridRow[] | undefined> {
	const bytes = new Uint8Array(await text.slice(-endBytes).arrayBuffer());
	const from = bytes.indexOf(10) + 1;
	const rows = headRows({ bytes: bytes.slice(from), isAll: true }, dialect, Infinity);
	// Were the cut within quotes, inside and outside would be exchanged, and rows of all widths come out.
	const isWhole = from > 0 && rows.length > 4 && commonWidth(rows) === width;
	const fitting = rows.filter(({ fields, isUnreadable }) => fields === width && !isUnreadable);
	if (!isWhole || fitting.length * 10 < rows.length * 8) return undefined;
	return rows.map(({ cells }, i) => ({ row: beyond + i, cells })).slice(-limits.tailRows);
}

interface Kept {
	readonly row: number;
	readonly from: number;
	readonly to: number;
	readonly isComment: boolean;
	readonly isUnreadable: boolean;
}

const hash = 35;

/** Walks over the whole of a text, for rows with their numbers. */
export async function walkText(text: Blob, { file, dialect, width }: Walk): Promise<Tail> {
	const last: Kept[] = [];
	const marked = { narrow: 0, wide: 0 };
	const onRow = ({ record, row, start, base, bytes }: Place) => {
		if (bytes[start] === hash) marked[record.fields === width ? 'wide' : 'narrow']++;
		const { isComment, isUnreadable } = record;
		last[(row - 1) % limits.tailRows] = {
			...{ row, isComment, isUnreadable },
			...{ from: base + start, to: base + record.end }
		};
		return true;
	};
	const marks = marksOf(dialect);
	for await (const place of scanText(text, { file, marks, fields: width, onRow })) void place;
	const rows = last
		.sort((a, b) => a.row - b.row)
		.map(async ({ row, from, to, isComment, isUnreadable }) => ({
			row,
			cells: isComment ? [] : cellsOf(await text.slice(from, to).text(), dialect, isUnreadable)
		}));
	const hasMarks = marked.narrow > 0 && marked.wide === 0;
	return { rows: await Promise.all(rows), isNumbered: true, hasMarks };
}
