import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { filledIn, type GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { findLayout } from '#lib/ingest/reading/layout/layout.ts';
import { findNumberMarks } from '#lib/ingest/reading/layout/number-marks.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import type { Examined, Guess } from '#lib/ingest/reading/reading.ts';
import { keepSheet, listSheets, openSheet } from './open-sheet.ts';

const headRows = 400;
/** Sheets that are looked into; the names of further ones are offered. */
const sheetsOpened = 40;

/**
 * Says how a workbook is to be read: the sheet with most data, and where the table stands in it.
 * @throws ProblemError when it is damaged or holds nothing
 */
export async function examineWorkbook(
	content: Blob,
	file: string,
	gzip: boolean
): Promise<Examined> {
	const bytes = new Uint8Array(await content.arrayBuffer());
	const { sheet, rows } = await chooseSheet(bytes, file);
	keepSheet(content, sheet.value, rows);
	const layout = findLayout(rows.slice(0, headRows), rows.slice(-limits.tailRows));
	const { headerRow, headerRows, firstRow, lastRow } = layout;
	const texts = columnsOf(layout.data);
	// Numbers of a workbook are numbers; only those that somebody typed as text have marks.
	const numbers = findNumberMarks(texts, '');
	return {
		guesses: {
			format: { value: 'xlsx', reason: words.format.xlsx, confidence: 1 },
			...(gzip ? { gzip: { value: true, reason: words.format.gzip, confidence: 1 } } : {}),
			...{ sheet, headerRow, headerRows, ...numbers },
			...(firstRow ? { firstRow } : {}),
			...(lastRow ? { lastRow } : {})
		},
		reading: {
			...{ format: 'xlsx', gzip, encoding: 'utf-8', bom: false },
			...{ delimiter: '', quote: '', comment: '', sheet: sheet.value },
			...{ headerRow: headerRow.value, headerRows: headerRows.value },
			...(firstRow ? { firstRow: firstRow.value } : {}),
			...(lastRow ? { lastRow: lastRow.value } : {}),
			...{ decimal: numbers.decimal.value, thousands: numbers.thousands.value }
		}
	};
}

interface Opened {
	readonly name: string;
	readonly isHidden: boolean;
	readonly cells: number;
}

async function chooseSheet(bytes: Uint8Array, file: string) {
	const sheets = await listSheets(bytes, file);
	const opened: Opened[] = [];
	let best: { readonly rows: readonly GridRow[]; readonly opened: Opened } | undefined;
	for (const { name, isHidden } of sheets.slice(0, sheetsOpened)) {
		const rows = await openSheet(bytes, { file, sheet: name });
		const cells = rows.reduce((sum, row) => sum + filledIn(row), 0);
		opened.push({ name, isHidden, cells });
		const found = { rows, opened: { name, isHidden, cells } };
		if (!best || weight(found.opened) > weight(best.opened)) best = found;
	}
	if (!best || best.opened.cells === 0) throw new ProblemError(problem('empty-file', { file }));
	return { sheet: sheetGuess(best.opened, opened, sheets.length), rows: best.rows };
}

/** A hidden sheet is chosen where nothing else stands. */
function weight({ cells, isHidden }: Opened): number {
	return isHidden ? cells / 1e6 : cells;
}

function sheetGuess(best: Opened, opened: readonly Opened[], sheets: number): Guess<string> {
	const others = opened
		.filter(({ name, cells }) => name !== best.name && cells > 0)
		.sort((a, b) => weight(b) - weight(a));
	const all = others.reduce((sum, other) => sum + weight(other), weight(best));
	return {
		value: best.name,
		reason: sheets === 1 ? words.sheet.only : words.sheet.largest(best.cells),
		confidence: sheets === 1 ? 1 : Math.max(0.5, Math.round((weight(best) / all) * 100) / 100),
		others: others.map((other) => ({
			value: other.name,
			confidence: Math.round((weight(other) / all) * 100) / 100
		}))
	};
}

function columnsOf(rows: readonly GridRow[]): string[][] {
	const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
	return Array.from({ length: width }, (_, column) =>
		rows.map(({ cells }) => cells[column] ?? '').filter((cell) => cell !== '')
	);
}
