import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';
import type { ColumnsPart, PartOptions, PiecePart } from '#lib/ingest/reading/part.ts';
import { tableParts, type Batch, type TableEnd } from '#lib/ingest/reading/table-parts.ts';
import type { OpenText } from '#lib/ingest/reading/text/text-parts.ts';
import { readPrelude } from '#lib/ingest/reading/text/prelude.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { keptSheet, openSheet } from './open-sheet.ts';

const rowsAtOnce = 5000;

/** Reads a sheet of a workbook as its Reading says. @throws ProblemError */
export async function* workbookParts(
	{ content, file, reading }: OpenText,
	{ signal, limit }: PartOptions
): AsyncGenerator<ColumnsPart | PiecePart, TableEnd> {
	if (reading.sheet === undefined) throw unreadable(file, words.noSheet(''));
	const { sheet } = reading;
	const rows =
		keptSheet(content, sheet) ??
		(await openSheet(new Uint8Array(await content.arrayBuffer()), { file, sheet }));
	const prelude = readPrelude(rows, reading, file);
	const { columns, first, headerFrom } = prelude;
	yield { kind: 'columns', columns };
	const frame = { file, reading, columns, first, headerFrom, limit, signal };
	const end = yield* tableParts(batchesOf(rows), frame);
	return { ...end, notes: [...prelude.notes, ...end.notes] };
}

function* batchesOf(rows: readonly GridRow[]): Generator<Batch> {
	for (let from = 0; from < rows.length; from += rowsAtOnce) {
		const to = from + rowsAtOnce;
		yield { rows: rows.slice(from, to), share: Math.min(1, to / rows.length) };
	}
}
