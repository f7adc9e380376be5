import Papa from 'papaparse';
import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { trimCell, writeRow, type Dialect } from './cells.ts';
import type { Piece } from './piece.ts';

/** How pieces are written here. */
export const plainDialect: Dialect = { delimiter: ',', quote: '"' };

/**
 * Reads a piece by PapaParse and writes it down again with every cell trimmed, in `plainDialect`. Cells with the mark of
 * `spreadsheetCell` come without it: PieceMaker writes their rows anew.
 * @throws ProblemError when PapaParse finds another number of rows
 */
export async function throughPapa(
	piece: Piece,
	{ delimiter, quote }: Dialect,
	{ file, width }: { readonly file: string; readonly width: number }
): Promise<Piece> {
	const { data } = Papa.parse<string[]>(await new Response(piece.content).text(), {
		delimiter,
		newline: '\n',
		// No text that comes here has a byte zero: rows with one are rejected before.
		quoteChar: quote === '' ? '\0' : quote
	});
	if (data.length > 0 && isBlank(data[data.length - 1])) data.pop();
	if (data.length !== piece.rows) throw unreadable(file, words.notEqual(data.length, piece.rows));
	return { ...plainPiece(data, width, trimCell), runs: piece.runs };
}

/** Rows of text as a piece. */
export function plainPiece(
	rows: readonly (readonly string[])[],
	width: number,
	tidy: (cell: string) => string = (cell) => cell
): Omit<Piece, 'runs'> {
	const lines = rows.map((row) => `${writeRow(row.slice(0, width).map(tidy), plainDialect)}\n`);
	return { content: new Blob([lines.join('')]), rows: rows.length, isPadded: false };
}

function isBlank(row: readonly string[] | undefined): boolean {
	return row?.length === 1 && row[0] === '';
}
