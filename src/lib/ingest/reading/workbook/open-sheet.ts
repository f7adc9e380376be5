import { readXlsx, type Sheet } from 'hucre/xlsx';
import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { GridRow } from '#lib/ingest/reading/layout/grid.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { cellText } from './cell-text.ts';

/** A sheet before it is read. */
export interface SheetName {
	readonly name: string;
	readonly isHidden: boolean;
}

/** The sheets of a workbook in their order. @throws ProblemError when it is damaged */
export async function listSheets(bytes: Uint8Array, file: string): Promise<SheetName[]> {
	const names: SheetName[] = [];
	await guarded(file, () =>
		readXlsx(bytes, {
			sheets: ({ name, hidden, veryHidden }) => {
				names.push({ name, isHidden: hidden === true || veryHidden === true });
				return false;
			}
		})
	);
	return names;
}

interface KeptSheet {
	readonly sheet: string;
	readonly rows: readonly GridRow[];
}

const kept = new WeakMap<Blob, KeptSheet>();

/** Keeps the sheet that was chosen as long as the workbook is held, so that it need not be unpacked once more to be read. */
export function keepSheet(workbook: Blob, sheet: string, rows: readonly GridRow[]): void {
	kept.set(workbook, { sheet, rows });
}

export function keptSheet(workbook: Blob, sheet: string): readonly GridRow[] | undefined {
	const found = kept.get(workbook);
	return found?.sheet === sheet ? found.rows : undefined;
}

/**
 * The rows of a sheet as text, from row 1 on. Formulas give the value that Excel saw last. A cell that is merged
 * over several rows stands in each of them; over several columns, in the first.
 * @throws ProblemError when the workbook is damaged or has no such sheet
 */
export async function openSheet(
	bytes: Uint8Array,
	{ file, sheet }: { readonly file: string; readonly sheet: string }
): Promise<GridRow[]> {
	const workbook = await guarded(file, () =>
		readXlsx(bytes, { sheets: [sheet], readStyles: true })
	);
	const found = workbook.sheets.find(({ name }) => name === sheet);
	if (!found) throw unreadable(file, words.noSheet(sheet));
	const rows = found.rows.map((row, r) =>
		row.map((value, c) => cellText(value, found.cells?.get(`${r},${c}`)))
	);
	fillDown(rows, found.merges ?? []);
	return rows.map((cells, index) => ({ row: index + 1, cells: withoutEnd(cells) }));
}

function fillDown(rows: string[][], merges: NonNullable<Sheet['merges']>): void {
	for (const { startRow, endRow, startCol } of merges) {
		const text = rows[startRow]?.[startCol] ?? '';
		if (text === '') continue;
		for (let r = startRow + 1; r <= endRow && r < rows.length; r++) {
			const row = rows[r];
			if (row?.[startCol] === '') row[startCol] = text;
		}
	}
}

function withoutEnd(cells: readonly string[]): readonly string[] {
	return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

/** What the library throws, in a sentence. */
async function guarded<T>(file: string, work: () => Promise<T>): Promise<T> {
	try {
		return await work();
	} catch (error) {
		throw unreadable(file, words.badWorkbook, error);
	}
}
