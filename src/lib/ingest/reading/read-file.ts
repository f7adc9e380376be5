import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { createRaw, insertPiece } from './load.ts';
import type { FileReading } from './file-reading.ts';
import type { EndPart, Part } from './part.ts';
import type { GivenFile, RawColumn, RawTable, ReadOptions } from './raw-table.ts';
import { unreadable } from './unreadable.ts';

export interface ReadFileOptions extends ReadOptions {
	/** What takes the file apart; this thread where absent. */
	readonly files?: FileReading;
}

/**
 * Puts a file into the warehouse as text. It is done as one transaction: until the whole file has been read, and
 * where it cannot be, the warehouse stays as it was. Nothing else may be asked of the warehouse meanwhile.
 * @throws ProblemError with one sentence; the signal's reason when aborted
 */
export async function readFile(
	warehouse: Warehouse,
	file: GivenFile,
	options: ReadFileOptions = {}
): Promise<RawTable> {
	const { signal, reader, limit } = options;
	const files = options.files ?? (await import('./read-here.ts')).readHere;
	const parts = files.parts(file, { signal, reader, limit });
	const table = options.table ?? 'raw';
	await warehouse.query('BEGIN TRANSACTION');
	try {
		await warehouse.query(`DROP TABLE IF EXISTS ${quoteIdentifier(table)}`);
		const read = await load(warehouse, parts, { table, file, options });
		await warehouse.query('COMMIT');
		return read;
	} catch (error) {
		// A database that has died has nothing to take back.
		await warehouse.query('ROLLBACK').catch(() => undefined);
		throw error;
	} finally {
		await parts.return(undefined);
	}
}

interface Loading {
	readonly table: string;
	readonly file: GivenFile;
	readonly options: ReadOptions;
}

async function load(
	warehouse: Warehouse,
	parts: AsyncGenerator<Part>,
	{ table, file, options }: Loading
): Promise<RawTable> {
	const { signal, onProgress } = options;
	const { name } = file;
	const bytes = file.blob.size;
	let columns: readonly RawColumn[] = [];
	let end: EndPart | undefined;
	for await (const part of oneAhead(parts)) {
		signal?.throwIfAborted();
		if (part.kind === 'columns') {
			columns = part.columns;
			await createRaw(warehouse, table, columns.length);
		} else if (part.kind === 'piece') {
			const { piece, dialect } = part;
			const loaded = { table, width: columns.length, piece, dialect };
			await insertPiece(warehouse, loaded, signal ? { signal } : {});
			onProgress?.({ bytes: Math.round(part.share * bytes), ofBytes: bytes, rows: part.rows });
		} else end = part;
	}
	if (!end) throw unreadable(name, words.changed);
	const kept = await dropEmpty(warehouse, table, end.columns ?? columns);
	const { rows, rejected, rejectedRows, above, below, sha256 } = end;
	const found = await countRows(warehouse, table);
	// DuckDB and the walk over the file's bytes know nothing of each other: they must have met the same rows.
	if (found !== rows) throw unreadable(name, words.notEqual(found, rows));
	onProgress?.({ bytes, ofBytes: bytes, rows });
	const dropped = columns.length - kept.length;
	const notes = dropped > 0 ? [...end.notes, words.notes.dropped(dropped)] : end.notes;
	return { table, columns: kept, rows, rejected, rejectedRows, notes, above, below, sha256 };
}

/** The parts, the next of which is made while one is worked on. */
async function* oneAhead(parts: AsyncGenerator<Part>): AsyncGenerator<Part> {
	let next = parts.next();
	for (;;) {
		const { done, value } = await next;
		if (done) return;
		next = parts.next();
		// It is awaited above; until then its failure is nobody's.
		next.catch(() => undefined);
		yield value;
	}
}

async function countRows(warehouse: Warehouse, table: string): Promise<number> {
	const counted = await warehouse.query(`SELECT count(*) AS n FROM ${quoteIdentifier(table)}`);
	return Number(counted.column('n')[0]);
}

/** Spreadsheets leave columns at the right that have neither a name nor a value. */
async function dropEmpty(
	warehouse: Warehouse,
	table: string,
	columns: readonly RawColumn[]
): Promise<readonly RawColumn[]> {
	let width = columns.length;
	while (width > 1 && columns[width - 1]?.heading === '') {
		const id = quoteIdentifier(`c${width - 1}`);
		const found = await warehouse.query(`SELECT count(${id}) AS n FROM ${quoteIdentifier(table)}`);
		if (Number(found.column('n')[0]) > 0) break;
		await warehouse.query(`ALTER TABLE ${quoteIdentifier(table)} DROP COLUMN ${id}`);
		width--;
	}
	return columns.slice(0, width);
}
