/** A statement that failed. The message is DuckDB's, the SQL stands beside it, the cause is kept. */
export class QueryError extends Error {
	override name = 'QueryError';

	constructor(
		readonly sql: string,
		cause: unknown
	) {
		super(cause instanceof Error ? cause.message : String(cause), { cause });
	}
}
