import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import { untilAborted } from '#lib/warehouse/until-aborted.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { createRaw, insertPiece } from './load.ts';
import type { PiecePart } from './part.ts';

/**
 * Bytes of text that become rows in one transaction of a database that compresses its tables: it does as a
 * transaction ends, until then the rows take five times their text. Transactions of a piece each would cost twice the
 * time, and one for all costs the least.
 */
const compressedBytes = 48_000_000;

export interface StagingOptions {
	readonly signal?: AbortSignal | undefined;
	readonly isCompressed?: boolean | undefined;
}

/** A table that is made beside the one it is to replace. */
export class Staging {
	readonly table: string;
	readonly #warehouse: Warehouse;
	readonly #signal: AbortSignal | undefined;
	readonly #name: string;
	readonly #transactionBytes: number;
	#width = 0;
	#open = false;
	#bytes = 0;

	constructor(warehouse: Warehouse, table: string, { signal, isCompressed }: StagingOptions) {
		this.table = table;
		this.#warehouse = warehouse;
		this.#signal = signal;
		this.#transactionBytes = isCompressed ? compressedBytes : Infinity;
		this.#name = `${table} ${crypto.randomUUID()}`;
	}

	async create(width: number): Promise<void> {
		this.#width = width;
		await this.#begin();
		await createRaw(this.#warehouse, this.#name, width);
	}

	/** @param onBegun called when DuckDB has been given the rows: from then on this thread has time */
	async insert({ piece, dialect }: PiecePart, onBegun: () => void): Promise<void> {
		if (this.#bytes > this.#transactionBytes) {
			const commit = this.#commit();
			await (this.#signal ? untilAborted(commit, this.#signal) : commit);
		}
		await this.#begin();
		const { content } = piece;
		this.#bytes += content instanceof Blob ? content.size : content.length;
		await insertPiece(
			this.#warehouse,
			{ table: this.#name, width: this.#width, piece, dialect, onBegun },
			this.#signal ? { signal: this.#signal } : {}
		);
	}

	/** Rows, or those with a value of a column. */
	async count(column?: string): Promise<number> {
		const what = column === undefined ? '*' : quoteIdentifier(column);
		const sql = `SELECT count(${what}) AS n FROM ${quoteIdentifier(this.#name)}`;
		return Number((await this.#warehouse.query(sql)).column('n')[0]);
	}

	async drop(column: string): Promise<void> {
		await this.#commit();
		const name = quoteIdentifier(this.#name);
		await this.#warehouse.query(`ALTER TABLE ${name} DROP COLUMN ${quoteIdentifier(column)}`);
	}

	/** Puts the table in the other's place. */
	async finish(): Promise<void> {
		this.#signal?.throwIfAborted();
		await this.#commit();
		await this.#begin();
		await this.#warehouse.query(`DROP TABLE IF EXISTS ${quoteIdentifier(this.table)}`);
		const [name, table] = [quoteIdentifier(this.#name), quoteIdentifier(this.table)];
		await this.#warehouse.query(`ALTER TABLE ${name} RENAME TO ${table}`);
		await this.#commit();
	}

	/** Takes the table back. A database that has died, or has no such table, has nothing to take back. */
	async discard(): Promise<void> {
		const rollback = this.#warehouse.query('ROLLBACK').catch(() => undefined);
		const drop = this.#warehouse.query(`DROP TABLE IF EXISTS ${quoteIdentifier(this.#name)}`);
		await Promise.all([rollback, drop.catch(() => undefined)]);
	}

	async #begin(): Promise<void> {
		if (!this.#open) await this.#warehouse.query('BEGIN TRANSACTION');
		this.#open = true;
	}

	async #commit(): Promise<void> {
		if (this.#open) await this.#warehouse.query('COMMIT');
		this.#open = false;
		this.#bytes = 0;
	}
}
