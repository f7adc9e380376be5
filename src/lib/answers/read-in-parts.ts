import type { Statement } from '#lib/indicators/compile.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { SqlValue, Table, Warehouse } from '#lib/warehouse/warehouse.ts';
import { breathing } from './breath.ts';

/** Rows that are taken over at once: some 50 ms of work. */
const part = 25_000;
let made = 0;

/**
 * The rows of a statement, taken over part by part, so that a page answers while a million rows come. They wait
 * in a temporary table, which is dropped.
 */
export async function readInParts(warehouse: Warehouse, statement: Statement): Promise<Table> {
	const name = quoteIdentifier(`rows of question ${++made}`);
	await warehouse.query(`CREATE TEMP TABLE ${name} AS ${statement.sql}`, statement.parameters);
	try {
		return await takeOver(warehouse, name);
	} finally {
		await warehouse.query(`DROP TABLE ${name}`);
	}
}

async function takeOver(warehouse: Warehouse, name: string): Promise<Table> {
	const breathe = breathing();
	const values = new Map<string, SqlValue[]>();
	for (let from = 0; ; from += part) {
		const sql = `SELECT * FROM ${name} WHERE rowid >= ${from} AND rowid < ${from + part} ORDER BY rowid`;
		const some = await warehouse.query(sql);
		for (const column of some.columns) {
			const whole = values.get(column.name) ?? [];
			values.set(column.name, whole);
			for (const value of some.column(column.name)) whole.push(value);
			await breathe();
		}
		if (some.rows < part) return tableOfParts(some, values, from + some.rows);
	}
}

function tableOfParts(
	{ columns }: Table,
	values: ReadonlyMap<string, readonly SqlValue[]>,
	rows: number
): Table {
	const column = (name: string): readonly SqlValue[] => {
		const found = values.get(name);
		if (found) return found;
		throw new RangeError(`No column ${name}`);
	};
	return { columns, rows, column, numbers: (name) => Float64Array.from(column(name), Number) };
}
