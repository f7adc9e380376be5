import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { fromArrow } from './arrow-table.browser.ts';
import type { SqlValue, Table } from './warehouse.ts';

/** Runs a statement to its end. */
export async function plain(connection: AsyncDuckDBConnection, sql: string): Promise<Table> {
	const { schema, batches } = await connection.query(sql);
	return fromArrow(schema.fields, batches);
}

/** Runs a statement with its parameters bound. */
export async function prepared(
	connection: AsyncDuckDBConnection,
	sql: string,
	parameters: readonly SqlValue[]
): Promise<Table> {
	const statement = await connection.prepare(sql);
	try {
		const { schema, batches } = await statement.query(...parameters);
		return fromArrow(schema.fields, batches);
	} finally {
		await statement.close();
	}
}

/** Runs in slices, between which the worker can be told to stop. */
export async function cancellable(
	connection: AsyncDuckDBConnection,
	sql: string,
	signal: AbortSignal
): Promise<Table> {
	const cancel = () => void connection.cancelSent().catch(() => undefined);
	signal.addEventListener('abort', cancel);
	try {
		const reader = await (await connection.send(sql)).open();
		const { fields } = reader.schema;
		return fromArrow(fields, await reader.readAll());
	} finally {
		signal.removeEventListener('abort', cancel);
	}
}
