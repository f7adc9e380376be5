import { limits } from '#lib/ingest/reading/limits.ts';
import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { cellsOf, type Dialect } from './cells.ts';
import { marksOf } from './record.ts';
import { scanText, type Place } from './scan.ts';

export interface WholeText {
	/** Rows of the file, blank ones and comments too. */
	readonly rows: number;
	/** The last of them. */
	readonly tail: readonly GridRow[];
	/** Rows that begin with # and are not as wide as the table, and those that are. */
	readonly marked: { readonly narrow: number; readonly wide: number };
}

interface Walk {
	readonly file: string;
	readonly dialect: Dialect & { readonly comment: string };
	/** Fields that most rows have. */
	readonly width: number;
}

interface Kept {
	readonly row: number;
	readonly from: number;
	readonly to: number;
	readonly isComment: boolean;
	readonly isUnreadable: boolean;
}

const hash = 35;

/** Walks over the whole text once: how many rows it has, and what stands in the last of them. */
export async function walkText(text: Blob, { file, dialect, width }: Walk): Promise<WholeText> {
	const last: Kept[] = [];
	const marked = { narrow: 0, wide: 0 };
	let rows = 0;
	const onRow = ({ record, row, start, base, bytes }: Place) => {
		rows = row;
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
	const tail = await Promise.all(
		last
			.sort((a, b) => a.row - b.row)
			.map(async ({ row, from, to, isComment, isUnreadable }) => ({
				row,
				cells: isComment ? [] : cellsOf(await text.slice(from, to).text(), dialect, isUnreadable)
			}))
	);
	return { rows, tail, marked };
}
