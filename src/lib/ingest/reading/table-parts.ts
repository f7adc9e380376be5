import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { filledIn, type GridRow } from './layout/grid.ts';
import { limits } from './limits.ts';
import type { PiecePart } from './part.ts';
import type { RawColumn, ShortRow } from './raw-table.ts';
import type { Reading } from './reading.ts';
import { plainDialect, plainPiece } from './text/papa-rows.ts';
import type { Run } from './text/piece.ts';
import { RowLedger } from './text/row-ledger.ts';
import { unreadable } from './unreadable.ts';

/** What there is to say of a table once all of it has been read. */
export interface TableEnd {
	readonly rows: number;
	readonly rejected: RowLedger['rejected'];
	readonly rejectedRows: number;
	readonly short?: ShortRow;
	readonly notes: readonly string[];
	readonly above: readonly string[];
	readonly below: readonly string[];
}

export interface TableFrame {
	readonly file: string;
	readonly reading: Reading;
	readonly columns: readonly RawColumn[];
	/** First row of data, and of the header. */
	readonly first: number;
	readonly headerFrom: number;
	readonly limit: number | undefined;
	readonly signal: AbortSignal | undefined;
}

/** Rows that come together, and how much of all rows has come with them, from 0 to 1. */
export interface Batch {
	readonly rows: readonly GridRow[];
	readonly share: number;
}

/**
 * Rows whose cells are known, as of a workbook or an SPSS file, in pieces for the warehouse.
 * @throws ProblemError `no-rows`, or where a cell or the number of rows is more than may be
 */
export async function* tableParts(
	batches: AsyncIterable<Batch> | Iterable<Batch>,
	frame: TableFrame
): AsyncGenerator<PiecePart, TableEnd> {
	const { file, columns, limit = Infinity } = frame;
	const ledger = new RowLedger();
	const [above, below]: [string[], string[]] = [[], []];
	let rows = 0;
	for await (const batch of batches) {
		frame.signal?.throwIfAborted();
		checkCells(batch.rows, file);
		const data: GridRow[] = [];
		for (const row of batch.rows) {
			if (rows + data.length >= limit) break;
			const place = placeOf(row, frame);
			if (place !== 'data') keep(place === 'above' ? above : below, row, place);
			else if (filledIn(row) === 0) ledger.blank();
			else {
				ledger.data();
				data.push(row);
			}
		}
		if (data.length > 0) {
			rows += data.length;
			if (rows > limits.rows) throw unreadable(file, words.tooManyRows(limits.rows));
			const cells = data.map((row) => row.cells);
			const piece = { ...plainPiece(cells, columns.length), runs: runsOf(data) };
			yield { kind: 'piece', piece, dialect: plainDialect, share: batch.share, rows };
		}
		if (rows >= limit) break;
	}
	if (rows === 0) throw new ProblemError(problem('no-rows', { file }));
	const { rejected, rejectedRows } = ledger;
	return { rows, rejected, rejectedRows, notes: ledger.notes(''), above, below };
}

function placeOf({ row }: GridRow, { reading, first, headerFrom }: TableFrame) {
	if (row < headerFrom) return 'above';
	if (row < first) return 'header';
	return row > (reading.lastRow ?? Infinity) ? 'below' : 'data';
}

function keep(texts: string[], row: GridRow, place: string): void {
	if (place === 'header' || filledIn(row) === 0 || texts.length >= limits.tailRows) return;
	texts.push(
		row.cells
			.filter((cell) => cell !== '')
			.join(' ')
			.slice(0, 1000)
	);
}

function checkCells(rows: readonly GridRow[], file: string): void {
	for (const { row, cells } of rows) {
		const long = cells.findIndex(({ length }) => length > limits.cellBytes);
		if (long >= 0) throw unreadable(file, words.longCell(row, long + 1, cells[long]?.length ?? 0));
	}
}

function runsOf(rows: readonly GridRow[]): Run[] {
	const runs: Run[] = [];
	rows.forEach(({ row }, first) => {
		const last = runs.at(-1);
		if (!last || row - first !== last.row - last.first) runs.push({ first, row });
	});
	return runs;
}
