import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { FileReading } from './file-reading.ts';
import type { EndPart, Part } from './part.ts';
import type { GivenFile, RawColumn, RawTable, ReadOptions } from './raw-table.ts';
import { Staging } from './staging.ts';
import { unreadable } from './unreadable.ts';

export interface ReadFileOptions extends ReadOptions {
	/** What takes the file apart; this thread where absent. */
	readonly files?: FileReading;
	/** The database compresses its tables. */
	readonly isCompressed?: boolean;
}

/**
 * Puts a file into the warehouse as text. Until the whole file has been read, and where it cannot be, the tables of
 * the warehouse stay as they were. Nothing else may be asked of the warehouse meanwhile.
 * @throws ProblemError with one sentence; the signal's reason when aborted
 */
export async function readFile(
	warehouse: Warehouse,
	file: GivenFile,
	options: ReadFileOptions = {}
): Promise<RawTable> {
	const { signal, reader, limit, isCompressed } = options;
	const files = options.files ?? (await import('./read-here.ts')).readHere;
	const parts = files.parts(file, { signal, reader, limit });
	const staging = new Staging(warehouse, options.table ?? 'raw', { signal, isCompressed });
	try {
		return await load(staging, parts, { file, options });
	} catch (error) {
		const clean = staging.discard();
		// Whoever stops does not wait; what is asked of the warehouse next does.
		if (!signal?.aborted) await clean;
		throw error;
	} finally {
		await parts.return(undefined);
	}
}

interface Loading {
	readonly file: GivenFile;
	readonly options: ReadOptions;
}

async function load(
	staging: Staging,
	parts: AsyncGenerator<Part>,
	{ file, options: { signal, onProgress } }: Loading
): Promise<RawTable> {
	const bytes = file.blob.size;
	let columns: readonly RawColumn[] = [];
	let end: EndPart | undefined;
	const ahead = new OneAhead(parts);
	for (let part = await ahead.next(); part; part = await ahead.next()) {
		signal?.throwIfAborted();
		if (part.kind === 'columns') {
			columns = part.columns;
			await staging.create(columns.length);
		} else if (part.kind === 'piece') {
			await staging.insert(part, () => ahead.begin());
			onProgress?.({ bytes: Math.round(part.share * bytes), ofBytes: bytes, rows: part.rows });
		} else end = part;
	}
	if (!end) throw unreadable(file.name, words.changed);
	const { rows, rejected, rejectedRows, short, above, below, sha256 } = end;
	const kept = await dropEmpty(staging, end.columns ?? columns);
	const found = await staging.count();
	// DuckDB and the walk over the file's bytes know nothing of each other: they must have met the same rows.
	if (found !== rows) throw unreadable(file.name, words.notEqual(found, rows));
	await staging.finish();
	onProgress?.({ bytes, ofBytes: bytes, rows });
	const dropped = columns.length - kept.length;
	const notes = dropped > 0 ? [...end.notes, words.notes.dropped(dropped)] : end.notes;
	const { table } = staging;
	return {
		...{ table, columns: kept, rows, rejected, rejectedRows, notes, above, below, sha256 },
		...(short ? { short } : {})
	};
}

/** Parts, the next of which can be begun while one is worked on. */
class OneAhead {
	readonly #parts: AsyncGenerator<Part>;
	#next: Promise<IteratorResult<Part>> | undefined;

	constructor(parts: AsyncGenerator<Part>) {
		this.#parts = parts;
	}

	begin(): void {
		this.#next = this.#parts.next();
		// It is awaited below; until then its failure is nobody's.
		this.#next.catch(() => undefined);
	}

	async next(): Promise<Part | undefined> {
		const { done, value } = await (this.#next ?? this.#parts.next());
		this.#next = undefined;
		return done ? undefined : value;
	}
}

/** Spreadsheets leave columns at the right that have neither a name nor a value. */
async function dropEmpty(
	staging: Staging,
	columns: readonly RawColumn[]
): Promise<readonly RawColumn[]> {
	let width = columns.length;
	while (width > 1 && columns[width - 1]?.heading === '') {
		const id = `c${width - 1}`;
		if ((await staging.count(id)) > 0) break;
		await staging.drop(id);
		width--;
	}
	return columns.slice(0, width);
}
