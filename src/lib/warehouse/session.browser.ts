import { AsyncDuckDB, DuckDBDataProtocol, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { createFromCsv, csvBytes } from './csv.ts';
import { blobWorker } from './engine-download.browser.ts';
import type { Engine } from './engine-download.browser.ts';
import { QueryError } from './query-error.ts';
import { Serial } from './serial.ts';
import { cancellable, plain, prepared } from './statements.browser.ts';
import { untilAborted } from './until-aborted.ts';
import type {
	CsvColumn,
	CsvLoaded,
	FileContent,
	QueryOptions,
	SqlValue,
	Table,
	Warehouse
} from './warehouse.ts';

/** One running DuckDB worker. When it dies, every pending and later call fails with `failure`. */
export class Session implements Warehouse {
	readonly #worker: Worker;
	readonly #database: AsyncDuckDB;
	readonly #serial = new Serial();
	/** Rejects when the worker dies: AsyncDuckDB itself leaves its pending requests unanswered. */
	readonly #death: Promise<never>;
	#kill: (reason: unknown) => void = () => undefined;
	#connection: AsyncDuckDBConnection | undefined;
	dead = false;

	constructor(worker: Worker, database: AsyncDuckDB) {
		this.#worker = worker;
		this.#database = database;
		this.#death = new Promise((_, reject) => (this.#kill = reject));
		this.#death.catch(() => (this.dead = true));
		worker.addEventListener('error', (event) => this.stop(new Error(event.message)));
	}

	/** Loads the WebAssembly and opens an empty database in memory. */
	async open(wasm: Blob, memory: string): Promise<void> {
		const url = URL.createObjectURL(wasm);
		try {
			await this.#alive(this.#database.instantiate(url));
		} finally {
			URL.revokeObjectURL(url);
		}
		await this.#alive(
			this.#database.open({ query: { castBigIntToDouble: true, castDecimalToDouble: true } })
		);
		this.#connection = await this.#alive(this.#database.connect());
		await this.query('SET autoload_known_extensions = false');
		await this.query('SET autoinstall_known_extensions = false');
		await this.query(`SET memory_limit = '${memory}'`);
	}

	/** Ends the worker at once; what was waiting fails with the reason. */
	stop(reason: unknown): void {
		this.dead = true;
		this.#kill(reason);
		this.#worker.terminate();
	}

	query(
		sql: string,
		parameters: readonly SqlValue[] = [],
		options: QueryOptions = {}
	): Promise<Table> {
		const work = this.#serial.run(() => this.#run(sql, parameters, options));
		return options.signal ? untilAborted(work, options.signal) : work;
	}

	async #run(
		sql: string,
		parameters: readonly SqlValue[],
		{ signal, timeout }: QueryOptions
	): Promise<Table> {
		signal?.throwIfAborted();
		const late = () => this.stop(new DOMException('The query took too long', 'TimeoutError'));
		const timer = timeout === undefined ? undefined : setTimeout(late, timeout);
		try {
			return await this.#alive(this.#answer(sql, parameters, signal));
		} catch (error) {
			if (isBroken(error)) this.stop(error);
			throw new QueryError(sql, error);
		} finally {
			clearTimeout(timer);
		}
	}

	#answer(sql: string, parameters: readonly SqlValue[], signal: AbortSignal | undefined) {
		const connection = this.#connection;
		if (!connection) throw new Error('The database is not open');
		if (parameters.length > 0) return prepared(connection, sql, parameters);
		return signal ? cancellable(connection, sql, signal) : plain(connection, sql);
	}

	async loadCsv(
		table: string,
		csv: Uint8Array | string,
		columns: readonly CsvColumn[]
	): Promise<CsvLoaded> {
		// A name used twice may be read from the first file's buffers (duckdb-wasm issue 2076).
		const file = `csv-${crypto.randomUUID()}.csv`;
		await this.#alive(this.#database.registerFileBuffer(file, csvBytes(csv)));
		try {
			return await createFromCsv((sql) => this.query(sql), file, { table, columns });
		} finally {
			if (!this.dead) await this.#alive(this.#database.dropFile(file));
		}
	}

	async withFile<T>(content: FileContent, use: (name: string) => Promise<T>): Promise<T> {
		// A name used twice may be read from the first file's bytes (duckdb-wasm issue 2076).
		const file = `file-${crypto.randomUUID()}.csv`;
		const { BROWSER_FILEREADER } = DuckDBDataProtocol;
		const blob = content instanceof Blob ? content : new Blob([content]);
		await this.#alive(this.#database.registerFileHandle(file, blob, BROWSER_FILEREADER, true));
		const drop = async () => {
			if (!this.dead) await this.#alive(this.#database.dropFile(file));
		};
		try {
			const made = await use(file);
			await drop();
			return made;
		} catch (error) {
			// Whoever stopped a query does not wait until the worker has come to this.
			drop().catch(() => undefined);
			throw error;
		}
	}

	async lock(): Promise<void> {
		await this.query('SET enable_external_access = false');
		await this.query('SET lock_configuration = true');
	}

	async close(): Promise<void> {
		this.stop(new Error('The warehouse is closed'));
	}

	#alive<T>(work: Promise<T>): Promise<T> {
		return Promise.race([work, this.#death]);
	}
}

/** DuckDB's worker answers nothing when its WebAssembly cannot start: this makes it an error event. */
const reportRejections = `
	addEventListener('unhandledrejection', ({ reason }) => setTimeout(() => { throw reason; }));
`;

/** Starts a worker with an open database. @throws whatever stopped it. */
export async function startSession(
	engine: Engine,
	{ memory, timeout }: { memory: string; timeout: number }
): Promise<Session> {
	const worker = blobWorker([reportRejections, engine.worker]);
	const session = new Session(worker, new AsyncDuckDB(new VoidLogger(), worker));
	const late = () => session.stop(new Error(`DuckDB did not start within ${timeout} ms`));
	const timer = setTimeout(late, timeout);
	try {
		await session.open(engine.wasm, memory);
		return session;
	} catch (error) {
		session.stop(error);
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** After these the engine answers nothing more, or wrongly: the WebAssembly itself has trapped. */
function isBroken(error: unknown): boolean {
	return /memory access out of bounds|null function|signature mismatch|unreachable|table index/.test(
		error instanceof Error ? error.message : ''
	);
}
