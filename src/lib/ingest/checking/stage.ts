import type { SqlValue } from '#lib/warehouse/warehouse.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Queries } from './check.ts';
import { canFail, canRound } from './field-sql.ts';
import { fieldRowsSql, skillRowsSql } from './rows-sql.ts';
import { importTables, type Plan, type PlannedField, type Recode } from './plan.ts';

/**
 * Makes the canonical table with all rows, those that will be rejected too, and with `stageColumns` beside the
 * fields. The raw table is only read.
 */
export async function stage(warehouse: Queries, plan: Plan): Promise<void> {
	await storeRecodes(warehouse, plan.recodes);
	await warehouse.query(stageSql(plan));
}

/** Joins with more codes than rows, and those of wide skills, may turn rows around; large files stay as they are. */
const sortedRows = 200_000;

function orderSql({ skills, raw }: Plan): string {
	if (skills.length > 0) return '\nORDER BY import_row, skill';
	return raw.rows <= sortedRows ? '\nORDER BY import_row' : '';
}

/** The bit of a field in the masks of a staged table. */
export function bitOf(index: number): string {
	return `(${2 ** index})::UBIGINT`;
}

export function stageSql(plan: Plan): string {
	const rows =
		plan.skills.length > 0 ? skillRowsSql(plan) : fieldRowsSql(plan.fields.entries(), plan);
	const names = plan.fields.map(({ name }) => quoteIdentifier(name));
	const masks = [
		`${mask(plan.fields, (field, i) => (canFail(field) ? `unread_${i}` : 'false'))} AS import_unread`,
		`${mask(plan.fields, blankSql)} AS import_blank`,
		`${mask(plan.fields, (field) => outsideSql(field))} AS import_outside`,
		`${mask(plan.fields, (field, i) => (canRound(field) ? `rounded_${i}` : 'false'))} AS import_rounded`
	];
	return `CREATE OR REPLACE TABLE ${quoteIdentifier(plan.table)} AS
WITH raw AS NOT MATERIALIZED (SELECT * FROM ${quoteIdentifier(plan.raw.table)})
SELECT import_row, ${[...names, ...masks].join(',\n\t')}
FROM (
${rows}
)${orderSql(plan)}`;
}

function mask(
	fields: readonly PlannedField[],
	condition: (field: PlannedField, index: number) => string
): string {
	const bits = fields.flatMap((field, i) => {
		const isSo = condition(field, i);
		return isSo === 'false' ? [] : [`CASE WHEN ${isSo} THEN ${bitOf(i)} ELSE 0 END`];
	});
	return bits.length === 0 ? '0::UBIGINT' : `(${bits.join(' + ')})`;
}

function blankSql(field: PlannedField, index: number): string {
	const { name, constraints, source } = field;
	const comes = source.from === 'cell' || source.from === 'joined' || source.from === 'ticked';
	if (!constraints.required || !comes) return 'false';
	const isBlank = `${quoteIdentifier(name)} IS NULL`;
	return canFail(field) ? `${isBlank} AND NOT unread_${index}` : isBlank;
}

/** Beyond the least and the greatest value of the contract. */
export function outsideSql({ name, type, constraints }: PlannedField): string {
	const { minimum, maximum } = constraints;
	if (type !== 'integer' && type !== 'number') return 'false';
	const column = quoteIdentifier(name);
	const limits = [
		...(minimum === undefined ? [] : [`${column} < ${minimum}`]),
		...(maximum === undefined ? [] : [`${column} > ${maximum}`]),
		...enumSql(column, constraints.enum)
	];
	return limits.length === 0 ? 'false' : limits.join(' OR ');
}

function enumSql(column: string, allowed: readonly (string | number)[] | undefined): string[] {
	if (!allowed?.every((one) => typeof one === 'number')) return [];
	return [`${column} NOT IN (${allowed.join(', ')})`];
}

/** Rows that one statement takes: values of a file are bound, never written into SQL. */
const perStatement = 500;

async function storeRecodes(warehouse: Queries, recodes: readonly Recode[]): Promise<void> {
	const table = importTables.recodes;
	await warehouse.query(
		`CREATE OR REPLACE TABLE ${table} (field VARCHAR, value VARCHAR, code VARCHAR)`
	);
	for (let from = 0; from < recodes.length; from += perStatement) {
		const part = recodes.slice(from, from + perStatement);
		const rows = part.map(() => '(?, ?, ?)').join(', ');
		const bound = part.flatMap(({ field, value, code }): SqlValue[] => [field, value, code]);
		await warehouse.query(`INSERT INTO ${table} VALUES ${rows}`, bound);
	}
}
