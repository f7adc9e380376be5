import { limits } from '#lib/ingest/reading/limits.ts';
import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { cellsOf, type Dialect } from './cells.ts';
import { marksOf } from './record.ts';
import { RecordReader } from './record-reader.ts';

/** A row at the top of a text. */
export interface HeadRow extends GridRow {
	/** Fields, blank ones at its end too. */
	readonly fields: number;
	readonly isComment: boolean;
	/** Its quotes are closed, and nothing stands beside them. */
	readonly isClean: boolean;
	readonly isUnreadable: boolean;
	/** Fields in quotes. */
	readonly quoted: number;
}

/** Cells that are looked at; of wide tables fewer rows tell as much. */
const mostCells = 200_000;

/** Bytes from which the layout is guessed, and whether they are all. */
export interface Head {
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly isAll: boolean;
}

/** Of a text with longer rows more is taken. */
const fewLines = 30;

export async function headOf(text: Blob): Promise<Head> {
	const short = new Uint8Array(await text.slice(0, limits.headBytes).arrayBuffer());
	if (short.length === text.size) return { bytes: short, isAll: true };
	const lines = short.reduce((sum, byte) => (byte === 10 || byte === 13 ? sum + 1 : sum), 0);
	if (lines >= fewLines) return { bytes: short, isAll: false };
	const bytes = new Uint8Array(await text.slice(0, 2 * limits.rowBytes).arrayBuffer());
	return { bytes, isAll: bytes.length === text.size };
}

/** The rows at the top of a text, up to `most`; one that the bytes cut is left out. */
export function headRows(
	head: Head,
	dialect: Dialect & { readonly comment: string },
	most: number
): HeadRow[] {
	const reader = new RecordReader(marksOf(dialect));
	const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
	reader.use(head.bytes, head.isAll);
	const rows: HeadRow[] = [];
	let cellsLeft = mostCells;
	const { record } = reader;
	for (
		let from = 0;
		from < head.bytes.length && rows.length < most && cellsLeft > 0;
		from = record.next
	) {
		if (!reader.read(from)) {
			// A quote that is open where the sample ends may be closed beyond it, or never: then two rows must do.
			if (head.isAll || rows.length > 1 || !reader.read(from, true)) break;
		}
		const { isComment, isUnreadable, fields, quoted } = record;
		const text = decoder.decode(head.bytes.subarray(from, record.end));
		const cells = isComment ? [] : cellsOf(text, dialect, isUnreadable);
		cellsLeft -= cells.length;
		const isClean = !record.isLoose && !isUnreadable;
		rows.push({ row: rows.length + 1, cells, fields, isComment, isClean, isUnreadable, quoted });
	}
	return rows;
}
