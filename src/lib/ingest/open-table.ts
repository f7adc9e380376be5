import { openTableWords as words } from '#lib/vocabulary/messages/open-table.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { numberSql, pointSql } from './checking/cell-sql.ts';
import { compressLarge } from './compressed.ts';
import { freeName, rowid, type FileTable } from './file-table.ts';
import { listening } from './listening.ts';
import type { FileReading } from './reading/file-reading.ts';
import type { RawTable, ReadProgress } from './reading/raw-table.ts';
import { readFile } from './reading/read-file.ts';
import type { Examined, Reading } from './reading/reading.ts';
import { unreadable } from './reading/unreadable.ts';

/** The raw table while it is looked at; no table of a file can have this name. */
const rawName = 'raw of the file';

export interface OpenTableOptions {
	/** What takes the file apart; this thread where absent. */
	readonly files?: FileReading;
	/** What `examineTable` found. */
	readonly examined?: Examined;
	/** Aborting rejects with the signal's reason. */
	readonly signal?: AbortSignal;
	readonly onProgress?: (done: ReadProgress) => void;
}

/**
 * Loads a file as it looks, for questions that are put to it at once: nobody has looked at how it was read, so a row
 * that does not fit the header refuses the file. Every value is text and a missing one NULL; nothing else is changed,
 * `07` stays `07`, save that numbers with other marks are written with a point.
 * @throws ProblemError with the one sentence for the person: empty, no header, unreadable; the signal's reason
 */
export async function openTable(
	warehouse: Warehouse,
	{ blob, name, table }: { readonly blob: Blob; readonly name: string; readonly table: string },
	options: OpenTableOptions = {}
): Promise<FileTable> {
	const { signal } = options;
	const files = options.files ?? (await import('./reading/read-here.ts')).readHere;
	const examined = options.examined ?? (await examineTable({ blob, name }, files, signal));
	const { reading } = examined;
	const isCompressed = await compressLarge(warehouse, blob, reading);
	const raw = await readFile(
		warehouse,
		{ blob, name, reading },
		{ ...options, files, isCompressed, table: rawName }
	);
	const heard = listening(warehouse, signal);
	try {
		refuseUneven(raw, name);
		const columns = raw.columns.map((column) => column.name);
		const rowNumber = freeName(rowid, columns);
		await heard.query(await namedSql(heard, raw, { table, reading, rowNumber }));
		return {
			...{ file: name, table, columns, rowNumber, rows: raw.rows, sha256: raw.sha256 },
			headings: raw.columns.map(({ heading }) => heading),
			labels: Object.fromEntries(
				raw.columns.flatMap(({ name: column, valueLabels }) =>
					valueLabels ? [[column, valueLabels]] : []
				)
			),
			notes: notesOf(examined, raw)
		};
	} finally {
		await warehouse.query(`DROP TABLE IF EXISTS ${quoteIdentifier(rawName)}`);
	}
}

/**
 * Looks at a file, before there has to be a warehouse for it.
 * @throws ProblemError with the one sentence for the person
 */
export async function examineTable(
	{ blob, name }: { readonly blob: Blob; readonly name: string },
	files: FileReading,
	signal?: AbortSignal
): Promise<Examined> {
	const examined = await files.examine(blob, name, signal);
	const { format, headerRow } = examined.reading;
	// SPSS keeps names apart from data.
	if (format !== 'sav' && headerRow === 0) {
		throw new ProblemError(problem('no-header', { file: name }));
	}
	return examined;
}

/** The first row that has fewer or more fields than the header, or whose quotes cannot be read. */
function refuseUneven({ rejected: [bad], short, columns }: RawTable, file: string): void {
	if (bad?.reason === 'unreadable') throw unreadable(file, words.badQuote(bad.row));
	const [first] = [bad, short].filter((row) => row !== undefined).sort((a, b) => a.row - b.row);
	if (first) throw unreadable(file, words.uneven(first.row, first.fields, columns.length));
}

interface Naming {
	readonly table: string;
	readonly reading: Reading;
	readonly rowNumber: string;
}

async function namedSql(
	warehouse: Warehouse,
	raw: RawTable,
	{ table, reading, rowNumber }: Naming
): Promise<string> {
	const pointed = await columnsOfNumbers(warehouse, raw, reading);
	const named = raw.columns.map(({ id, name }) => {
		const cell = pointed.has(id) ? pointSql(id, reading) : id;
		return `${cell} AS ${quoteIdentifier(name)}`;
	});
	if (rowNumber !== rowid) {
		named.push(`row_number() OVER (ORDER BY "row") - 1 AS ${quoteIdentifier(rowNumber)}`);
	}
	return `CREATE OR REPLACE TABLE ${quoteIdentifier(table)} AS
SELECT ${named.join(', ')}
FROM ${quoteIdentifier(rawName)}
ORDER BY "row"`;
}

/** Columns all of whose values are numbers by the marks of the file, where those are not a point alone. */
async function columnsOfNumbers(
	warehouse: Warehouse,
	{ columns }: RawTable,
	reading: Reading
): Promise<ReadonlySet<string>> {
	if (reading.decimal === '.' && reading.thousands === '') return new Set();
	const tests = columns.map(
		({ id }) => `count(${id}) > 0 AND count(${numberSql(id, reading)}) = count(${id}) AS ${id}`
	);
	const found = await warehouse.query(
		`SELECT ${tests.join(', ')} FROM ${quoteIdentifier(rawName)}`
	);
	return new Set(columns.map(({ id }) => id).filter((id) => found.column(id)[0] === true));
}

/** What was made of the file beyond reading its rows below its first. */
function notesOf({ reading, guesses }: Examined, raw: RawTable): string[] {
	const isPlain = reading.format !== 'text' || reading.encoding === 'utf-8';
	const told = [
		...(isPlain ? [] : [guesses.encoding]),
		...(raw.above.length > 0 || reading.headerRows > 1 ? [guesses.headerRow] : []),
		...(reading.headerRows > 1 ? [guesses.headerRows] : []),
		...[guesses.firstRow, guesses.lastRow],
		...(reading.decimal === ',' ? [guesses.decimal] : []),
		...(reading.thousands === '' ? [] : [guesses.thousands])
	];
	const reasons = told.flatMap((guess) => guess?.reason ?? []);
	const sheet = reading.sheet === undefined ? [] : [words.ofSheet(reading.sheet)];
	const header = reading.headerRow > 1 ? [words.headerIn(reading.headerRow)] : [];
	return [...sheet, ...header, ...new Set(reasons), ...raw.notes];
}
