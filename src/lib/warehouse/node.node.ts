import { rm } from 'node:fs/promises';
import {
	BOOLEAN,
	DOUBLE,
	DuckDBDateValue,
	DuckDBDecimalValue,
	DuckDBInstance,
	DuckDBTimestampMillisecondsValue,
	DuckDBTimestampNanosecondsValue,
	DuckDBTimestampSecondsValue,
	DuckDBTimestampValue,
	DuckDBTypeId,
	SQLNULL,
	VARCHAR
} from '@duckdb/node-api';
import type {
	DuckDBConnection,
	DuckDBResultReader,
	DuckDBType,
	DuckDBValue
} from '@duckdb/node-api';
import { createFromCsv, csvBytes } from './csv.ts';
import { QueryError } from './query-error.ts';
import { writeScratch } from './scratch.node.ts';
import { Serial } from './serial.ts';
import { finite, isoText, tableOf, unsupportedType } from './table.ts';
import type {
	ColumnType,
	CsvColumn,
	CsvLoaded,
	FileContent,
	QueryOptions,
	SqlValue,
	Table,
	Warehouse
} from './warehouse.ts';

/**
 * DuckDB for Node, in memory. One thread, so that floating-point sums are added in the same order
 * on every machine; no extension is loaded or fetched.
 */
export async function openNodeWarehouse(): Promise<Warehouse> {
	const instance = await DuckDBInstance.create(':memory:', {
		threads: '1',
		autoload_known_extensions: 'false',
		autoinstall_known_extensions: 'false'
	});
	return new NodeWarehouse(instance, await instance.connect());
}

class NodeWarehouse implements Warehouse {
	readonly #instance: DuckDBInstance;
	readonly #connection: DuckDBConnection;
	/** interrupt() stops whatever runs on the connection, so that only one statement may run. */
	readonly #serial = new Serial();

	constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
		this.#instance = instance;
		this.#connection = connection;
	}

	query(
		sql: string,
		parameters: readonly SqlValue[] = [],
		options: QueryOptions = {}
	): Promise<Table> {
		return this.#serial.run(() => this.#run(sql, parameters, options));
	}

	async #run(sql: string, parameters: readonly SqlValue[], { signal, timeout }: QueryOptions) {
		signal?.throwIfAborted();
		const limit = timeout === undefined ? undefined : AbortSignal.timeout(timeout);
		const interrupt = () => this.#connection.interrupt();
		signal?.addEventListener('abort', interrupt);
		limit?.addEventListener('abort', interrupt);
		try {
			const types = parameters.map(parameterType);
			return toTable(await this.#connection.runAndReadAll(sql, [...parameters], types));
		} catch (error) {
			signal?.throwIfAborted();
			throw new QueryError(sql, limit?.aborted ? limit.reason : error);
		} finally {
			signal?.removeEventListener('abort', interrupt);
			limit?.removeEventListener('abort', interrupt);
		}
	}

	async loadCsv(
		table: string,
		csv: Uint8Array | string,
		columns: readonly CsvColumn[]
	): Promise<CsvLoaded> {
		const file = await writeScratch(csvBytes(csv));
		try {
			return await createFromCsv((sql) => this.query(sql), file, { table, columns });
		} finally {
			await rm(file, { force: true });
		}
	}

	async withFile<T>(content: FileContent, use: (name: string) => Promise<T>): Promise<T> {
		const file = await writeScratch(content);
		try {
			return await use(file);
		} finally {
			await rm(file, { force: true });
		}
	}

	async lock(): Promise<void> {
		await this.query('SET enable_external_access = false');
		await this.query('SET lock_configuration = true');
	}

	close(): Promise<void> {
		return this.#serial.run(async () => {
			this.#connection.closeSync();
			this.#instance.closeSync();
		});
	}
}

/** As DuckDB-Wasm binds them: a number is a DOUBLE even where it is whole. */
function parameterType(value: SqlValue): DuckDBType {
	if (typeof value === 'number') return DOUBLE;
	if (typeof value === 'boolean') return BOOLEAN;
	return value === null ? SQLNULL : VARCHAR;
}

function toTable(result: DuckDBResultReader): Table {
	const columns = result.getColumns();
	const sources = result.columnNames().map((name, index) => {
		const type = columnTypes[result.columnTypeId(index)];
		if (!type) throw unsupportedType(name, String(result.columnType(index)));
		return { name, type, read: () => (columns[index] ?? []).map(toValue) };
	});
	return tableOf(sources, result.currentRowCount);
}

const columnTypes: Partial<Record<DuckDBTypeId, ColumnType>> = {
	[DuckDBTypeId.SQLNULL]: 'text',
	[DuckDBTypeId.BOOLEAN]: 'boolean',
	[DuckDBTypeId.TINYINT]: 'number',
	[DuckDBTypeId.SMALLINT]: 'number',
	[DuckDBTypeId.INTEGER]: 'number',
	[DuckDBTypeId.BIGINT]: 'number',
	[DuckDBTypeId.HUGEINT]: 'number',
	[DuckDBTypeId.UTINYINT]: 'number',
	[DuckDBTypeId.USMALLINT]: 'number',
	[DuckDBTypeId.UINTEGER]: 'number',
	[DuckDBTypeId.UBIGINT]: 'number',
	[DuckDBTypeId.UHUGEINT]: 'number',
	[DuckDBTypeId.FLOAT]: 'number',
	[DuckDBTypeId.DOUBLE]: 'number',
	[DuckDBTypeId.DECIMAL]: 'number',
	[DuckDBTypeId.VARCHAR]: 'text',
	[DuckDBTypeId.ENUM]: 'text',
	[DuckDBTypeId.UUID]: 'text',
	[DuckDBTypeId.DATE]: 'date',
	[DuckDBTypeId.TIMESTAMP]: 'timestamp',
	[DuckDBTypeId.TIMESTAMP_S]: 'timestamp',
	[DuckDBTypeId.TIMESTAMP_MS]: 'timestamp',
	[DuckDBTypeId.TIMESTAMP_NS]: 'timestamp'
};

const dayMilliseconds = 86_400_000;

function toValue(value: DuckDBValue): SqlValue {
	if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
	if (typeof value === 'number') return finite(value);
	if (typeof value === 'bigint') return Number(value);
	if (value instanceof DuckDBDecimalValue) return value.toDouble();
	if (value instanceof DuckDBDateValue) return isoText(value.days * dayMilliseconds, 'date');
	if (value instanceof DuckDBTimestampValue)
		return isoText(Number(value.micros) / 1e3, 'timestamp');
	if (value instanceof DuckDBTimestampMillisecondsValue) {
		return isoText(Number(value.millis), 'timestamp');
	}
	if (value instanceof DuckDBTimestampSecondsValue) {
		return isoText(Number(value.seconds) * 1e3, 'timestamp');
	}
	if (value instanceof DuckDBTimestampNanosecondsValue) {
		return isoText(Number(value.nanos) / 1e6, 'timestamp');
	}
	return String(value);
}
