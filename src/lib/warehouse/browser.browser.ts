import type { EngineManifest } from './engine.ts';
import { downloadEngine, engineFailed } from './engine-download.browser.ts';
import type { DownloadOptions, Engine } from './engine-download.browser.ts';
import type { Session } from './session.browser.ts';
import type {
	CsvColumn,
	CsvLoaded,
	FileContent,
	QueryOptions,
	SqlValue,
	Table,
	Warehouse
} from './warehouse.ts';

export interface BrowserWarehouseOptions extends DownloadOptions {
	readonly engine: EngineManifest;
	/**
	 * Loads the tables again after a worker was lost (a crash, a query stopped by its timeout).
	 * A warehouse that was locked is locked again afterwards.
	 */
	readonly rebuild?: (warehouse: Warehouse) => Promise<void>;
	/** Milliseconds that a downloaded engine may take to start. */
	readonly startTimeout?: number;
}

/**
 * Downloads DuckDB-Wasm and opens an empty database in a worker of its own. Nothing of DuckDB or Arrow
 * is loaded, nor may be prerendered, before the call. Each call opens another database that shares nothing with the first.
 *
 * @throws ProblemError `engine-failed` with the cause; calling again tries again.
 * @throws the signal's reason when aborted.
 */
export async function openBrowserWarehouse(options: BrowserWarehouseOptions): Promise<Warehouse> {
	const engine = await downloadEngine(options.engine, options);
	const warehouse = new RestartingWarehouse(engine, options);
	try {
		await warehouse.ready();
		options.signal?.throwIfAborted();
		return warehouse;
	} catch (error) {
		await warehouse.close();
		throw error;
	}
}

/** Hands every call to the running session, and replaces a session that has died. */
class RestartingWarehouse implements Warehouse {
	readonly #engine: Engine;
	readonly #options: BrowserWarehouseOptions;
	#session: Promise<Session>;
	#locked = false;
	#closed = false;

	constructor(engine: Engine, options: BrowserWarehouseOptions) {
		this.#engine = engine;
		this.#options = options;
		this.#session = this.#start();
	}

	async ready(): Promise<void> {
		await this.#session;
	}

	async query(
		sql: string,
		parameters?: readonly SqlValue[],
		options?: QueryOptions
	): Promise<Table> {
		return (await this.#running()).query(sql, parameters, options);
	}

	async loadCsv(
		table: string,
		csv: Uint8Array | string,
		columns: readonly CsvColumn[]
	): Promise<CsvLoaded> {
		return (await this.#running()).loadCsv(table, csv, columns);
	}

	async withFile<T>(content: FileContent, use: (name: string) => Promise<T>): Promise<T> {
		return (await this.#running()).withFile(content, use);
	}

	async lock(): Promise<void> {
		await (await this.#running()).lock();
		this.#locked = true;
	}

	async close(): Promise<void> {
		this.#closed = true;
		const session = await this.#session.catch(() => undefined);
		await session?.close();
	}

	/** The session that answers, after a restart where the last one died or could not start. */
	async #running(): Promise<Session> {
		if (this.#closed) throw engineFailed('start', 'The warehouse is closed');
		const current = this.#session;
		const session = await current.catch(() => undefined);
		if (session && !session.dead) return session;
		// Several calls may find the session dead at once; the first of them restarts it.
		if (this.#session === current) this.#session = this.#restart();
		return this.#session;
	}

	async #start(): Promise<Session> {
		const timeout = this.#options.startTimeout ?? 60_000;
		try {
			const { startSession } = await import('./session.browser.ts');
			return await startSession(this.#engine, { memory: memoryLimit(), timeout });
		} catch (error) {
			throw engineFailed('start', error);
		}
	}

	async #restart(): Promise<Session> {
		const session = await this.#start();
		try {
			await this.#options.rebuild?.(session);
			if (this.#locked) await session.lock();
			return session;
		} catch (error) {
			await session.close();
			throw engineFailed('rebuild', error);
		}
	}
}

/** Half a gigabyte, or a quarter of what a small device says it has: DuckDB fails before the tab does. */
function memoryLimit(): string {
	const gigabytes: unknown = 'deviceMemory' in navigator ? navigator.deviceMemory : undefined;
	const megabytes = typeof gigabytes === 'number' ? Math.min(512, gigabytes * 256) : 512;
	return `${megabytes}MB`;
}
