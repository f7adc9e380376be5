import { guardSql, type SqlRefusal } from '#lib/warehouse/guard-sql.ts';
import type { QueryOptions, Table } from '#lib/warehouse/warehouse.ts';

/** Milliseconds after which a query is stopped by force. */
const patience = 60_000;

type Query = (sql: string, options: QueryOptions) => Promise<Table>;

/** A box for SQL: what is written, whether it runs, and what came of it. The text is never touched. */
export class SqlConsole {
	sql = $state('');
	#running = $state(false);
	#refusal = $state.raw<SqlRefusal>();
	#error = $state<string>();
	#result = $state.raw<Table>();
	#abort: AbortController | undefined;

	get running(): boolean {
		return this.#running;
	}

	/** Why the statement was not run. */
	get refusal(): SqlRefusal | undefined {
		return this.#refusal;
	}

	/** DuckDB's own message. */
	get error(): string | undefined {
		return this.#error;
	}

	/** The rows of the last query; gone when the next one fails. */
	get result(): Table | undefined {
		return this.#result;
	}

	/** Runs what stands in the box, unless a query runs already. Never rejects. */
	async run(query: Query): Promise<void> {
		if (this.#running) return;
		this.#error = undefined;
		this.#refusal = guardSql(this.sql) ?? undefined;
		if (this.#refusal) return;
		const abort = new AbortController();
		this.#abort = abort;
		this.#running = true;
		this.#result = undefined;
		try {
			this.#result = await query(this.sql, { signal: abort.signal, timeout: patience });
		} catch (error) {
			if (!abort.signal.aborted)
				this.#error = error instanceof Error ? error.message : String(error);
		} finally {
			this.#running = false;
		}
	}

	cancel(): void {
		this.#abort?.abort();
	}
}
