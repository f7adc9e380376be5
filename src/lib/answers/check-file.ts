import type { FileTable } from '#lib/ingest/file-table.ts';
import { isNumberSql } from '#lib/indicators/made-on-the-spot.ts';
import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { SqlValue, Warehouse } from '#lib/warehouse/warehouse.ts';
import type { FileQuestion } from './file-question.ts';

/** More groups than this is no split any more, and numbering them would overflow. */
const mostGroups = 10_000;
/** Numbers beyond it, or weights below its inverse, overflow once weighted, squared and added up. */
const largest = 1e70;
/** Each is a cluster of its own where none is named, and takes some 2 KB while the answer is worked out. */
const mostRows = 1_000_000;
/** How many rows of a fault are named. */
const namedRows = 5;

export interface Checked {
	readonly warehouse: Warehouse;
	readonly file: FileTable;
}

/**
 * The first thing in the file that stands in the way of an answer to a Question whose columns exist: weights
 * that are none, a blank design, text where numbers are meant, codes that nobody has.
 */
export async function checkFile(
	question: FileQuestion,
	checked: Checked
): Promise<Problem | undefined> {
	const { design, indicator, by, where } = question;
	const { weight, population, strata, cluster } = design;
	if (cluster.length === 0 && checked.file.rows > mostRows) {
		return problem('too-many-rows', { file: checked.file.file, limit: mostRows });
	}
	const checks = [
		...(weight === undefined ? [] : [() => checkWeight(weight, checked)]),
		...[...strata, ...cluster].map((column) => () => checkDesign(column, checked)),
		...(population === undefined ? [] : [() => checkPopulation(population, strata, checked)]),
		...(indicator.kind === 'mean' || indicator.kind === 'total'
			? [() => checkNumbers(indicator.of, checked)]
			: []),
		...(indicator.kind === 'proportion'
			? [() => checkCodes(indicator.of, [indicator.equals], checked)]
			: []),
		...Object.entries(where).map(
			([column, codes]) =>
				() =>
					checkCodes(column, codes, checked)
		),
		...by.map((column) => () => checkGroups(column, checked)),
		() => checkKeys(by, checked)
	];
	for (const check of checks) {
		const found = await check();
		if (found) return found;
	}
	return undefined;
}

export async function checkWeight(column: string, checked: Checked): Promise<Problem | undefined> {
	const value = `TRY_CAST(${quoteIdentifier(column)} AS DOUBLE)`;
	const small = `${value} <> 0 AND ${value} < ${1 / largest}::DOUBLE`;
	const faults = await findRows(
		checked,
		column,
		`NOT ${isNumberSql(column)} OR ${value} < 0 OR ${value} > ${largest}::DOUBLE OR (${small})`
	);
	return faults && problem('bad-weights', { column, ...faults });
}

export async function checkDesign(column: string, checked: Checked): Promise<Problem | undefined> {
	const faults = await findRows(checked, column, `${quoteIdentifier(column)} IS NULL`);
	return faults && problem('missing-design', { column, ...faults });
}

export async function checkPopulation(
	column: string,
	strata: readonly string[],
	checked: Checked
): Promise<Problem | undefined> {
	const found = (await checkDesign(column, checked)) ?? (await checkNumbers(column, checked));
	if (found) return found;
	const stratum = strata.length > 0 ? strata.map(quoteIdentifier).join(`, ', ', `) : `''`;
	const value = `TRY_CAST(${quoteIdentifier(column)} AS DOUBLE)`;
	const varying = await checked.warehouse.query(
		`SELECT concat(${stratum}) AS stratum
FROM ${quoteIdentifier(checked.file.table)}
GROUP BY ALL
HAVING min(${value}) <> max(${value})
LIMIT 1`
	);
	if (varying.rows === 0) return undefined;
	return problem('bad-population', { column, stratum: printed(varying.column('stratum')[0]) });
}

export async function checkNumbers(column: string, checked: Checked): Promise<Problem | undefined> {
	const name = quoteIdentifier(column);
	const faults = await findRows(
		checked,
		column,
		`${name} IS NOT NULL AND NOT ${isNumberSql(column)}`
	);
	if (faults) return problem('not-numbers', { column, ...faults });
	const large = `abs(TRY_CAST(${name} AS DOUBLE)) > ${largest}::DOUBLE`;
	const beyond = await findRows(checked, column, large);
	return beyond && problem('not-numbers', { column, limit: `±${largest}`, ...beyond });
}

export async function checkCodes(
	column: string,
	codes: readonly string[],
	{ warehouse, file }: Checked
): Promise<Problem | undefined> {
	const name = quoteIdentifier(column);
	const sql = `SELECT count(*) AS n FROM ${quoteIdentifier(file.table)} WHERE ${name}::VARCHAR = ?`;
	for (const code of codes) {
		const found = await warehouse.query(sql, [code]);
		if (found.numbers('n')[0] === 0) return problem('unknown-code', { dimension: column, code });
	}
	return undefined;
}

export async function checkGroups(column: string, checked: Checked): Promise<Problem | undefined> {
	const groups = await countCodes(column, checked);
	if (groups <= mostGroups) return undefined;
	return problem('too-many-groups', { column, groups, limit: mostGroups });
}

/** Keys are numbered by the product of their codes, exactly up to 2^53. */
export async function checkKeys(
	by: readonly string[],
	checked: Checked
): Promise<Problem | undefined> {
	let groups = 1;
	for (const column of by) groups *= await countCodes(column, checked);
	if (groups <= Number.MAX_SAFE_INTEGER) return undefined;
	return problem('too-many-groups', { columns: by.join(', '), groups: groups.toPrecision(2) });
}

async function countCodes(column: string, { warehouse, file }: Checked): Promise<number> {
	const found = await warehouse.query(
		`SELECT count(DISTINCT ${quoteIdentifier(column)}) AS n FROM ${quoteIdentifier(file.table)}`
	);
	return found.numbers('n')[0] ?? 0;
}

/** Rows under a condition: how many, the numbers of the first and the value of the very first. */
async function findRows(
	{ warehouse, file }: Checked,
	column: string,
	condition: string
): Promise<{ rows: number; rowNumbers: string; example: string } | undefined> {
	const number = `${quoteIdentifier(file.rowNumber)} + 1`;
	const found = await warehouse.query(
		`SELECT ${number} AS number, ${quoteIdentifier(column)} AS value, count(*) OVER () AS total
FROM ${quoteIdentifier(file.table)}
WHERE ${condition}
ORDER BY number
LIMIT ${namedRows}`
	);
	if (found.rows === 0) return undefined;
	return {
		rows: found.numbers('total')[0] ?? 0,
		rowNumbers: found.column('number').join(', '),
		example: printed(found.column('value')[0])
	};
}

function printed(value: SqlValue | undefined): string {
	return value === null || value === undefined ? 'blank' : String(value);
}
