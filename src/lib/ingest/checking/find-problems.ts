import { importProblems as words } from '#lib/vocabulary/messages/import-problems.ts';
import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { SqlValue, Table } from '#lib/warehouse/warehouse.ts';
import type { Check, ImportProblem, Queries } from './check.ts';
import { importTables, stageColumns, type Plan } from './plan.ts';

/** Lines that are kept one by one; beyond them problems are counted, and rows rejected, all the same. */
export const mostLines = 1_000_000;
/** Of these, each rule and column gets so many, whatever came before. */
const leastLines = 1_000;
/** Characters of a cell that a line shows. */
const shownLetters = 200;
/** Conditions that one statement counts. */
const perStatement = 60;

const { problems, rejected } = importTables;

interface CountedCheck extends Check {
	readonly count: number;
}

/**
 * Puts all checks to the staged table: fills the tables `import_problems` (rule, severity, row, column, value)
 * and `import_rejected` (row), and tells each rule and column with its count and first row.
 */
export async function findProblems(
	warehouse: Queries,
	plan: Plan,
	checks: readonly Check[]
): Promise<ImportProblem[]> {
	await warehouse.query(
		`CREATE OR REPLACE TABLE ${problems} (rule VARCHAR, severity VARCHAR, row INTEGER, "column" VARCHAR, value VARCHAR)`
	);
	await warehouse.query(`CREATE OR REPLACE TABLE ${rejected} (row INTEGER)`);
	const found = await countConditions(warehouse, plan, checks);
	let left = mostLines;
	for (const check of found) {
		await warehouse.query(linesSql(plan, check, Math.max(left, leastLines)));
		left -= Math.min(check.count, Math.max(left, leastLines));
	}
	const told = await askQueries(warehouse, checks);
	await rejectRows(warehouse, plan, found);
	const noted = new Map(found.map((check) => [keyOf(check), check.severity]));
	const all = told.map((check) => ({
		...check,
		severity: noted.get(keyOf(check)) ?? check.severity
	}));
	return summarize(warehouse, all, found);
}

/** Checks that are conditions, with how many rows each holds for; those without any are left out. */
async function countConditions(
	warehouse: Queries,
	plan: Plan,
	checks: readonly Check[]
): Promise<CountedCheck[]> {
	const isSet = await bitsSet(warehouse, plan);
	const conditions = checks.filter(({ where, bit }) => where !== undefined && (!bit || isSet(bit)));
	const found: CountedCheck[] = [];
	const row = plan.skills.length > 0 ? 'DISTINCT import_row' : '*';
	for (let from = 0; from < conditions.length; from += perStatement) {
		const part = conditions.slice(from, from + perStatement);
		const counts = part.flatMap(({ where, valued }, i) => [
			`count(${row}) FILTER (WHERE ${where}) AS n${i}`,
			...(valued === undefined ? [] : [`count(${quoteIdentifier(valued)}) AS v${i}`])
		]);
		const sql = `SELECT ${counts.join(',\n\t')}\nFROM ${quoteIdentifier(plan.table)}`;
		const counted = await warehouse.query(sql);
		part.forEach((check, i) => {
			const count = Number(counted.column(`n${i}`)[0]);
			if (count === 0) return;
			const isAsked = check.valued !== undefined && Number(counted.column(`v${i}`)[0]) === 0;
			found.push({ ...check, count, ...(isAsked ? { severity: 'note' } : {}) });
		});
	}
	return found;
}

/** Which bits of the masks any row has. */
async function bitsSet(
	warehouse: Queries,
	{ table }: Plan
): Promise<(bit: NonNullable<Check['bit']>) => boolean> {
	const masks = stageColumns.filter((name) => name !== 'import_row');
	const unions = masks.map((mask) => `coalesce(bit_or(${mask}), 0) AS ${mask}`);
	const all = await warehouse.query(`SELECT ${unions.join(', ')} FROM ${quoteIdentifier(table)}`);
	return ({ mask, index }) => Math.floor(Number(all.column(mask)[0]) / 2 ** index) % 2 === 1;
}

/** The lines of a condition, in the order of the file, with the cell as the file has it. */
function linesSql({ table, raw }: Plan, check: Check, limit: number): string {
	const rows = `SELECT DISTINCT import_row AS row FROM ${quoteIdentifier(table)} WHERE ${check.where} ORDER BY row LIMIT ${limit}`;
	const value = check.cell === undefined ? 'NULL' : `left(raw.${check.cell}, ${shownLetters})`;
	return `INSERT INTO ${problems}
SELECT ${labels(check)}, found.row, ${columnText(check)}, ${value}
FROM (${rows}) AS found JOIN ${quoteIdentifier(raw.table)} AS raw USING (row)
ORDER BY found.row`;
}

/** Asks the checks that are queries, one after the other. @returns all checks, as they were told */
async function askQueries(warehouse: Queries, checks: readonly Check[]): Promise<Check[]> {
	const told: Check[] = [];
	for (const check of checks) {
		const { query, most, ...rest } = check;
		if (query === undefined) {
			told.push(check);
			continue;
		}
		await warehouse.query(`CREATE OR REPLACE TEMP TABLE import_found AS ${query}`);
		const isOther = most !== undefined && (await countRows(warehouse)) > most.rows;
		const line: Check = isOther ? { ...rest, rule: most.instead, severity: 'warning' } : check;
		const row = isOther ? 'NULL' : 'row';
		await warehouse.query(queryLinesSql(line, `SELECT ${row} AS row, value FROM import_found`));
		told.push(line);
	}
	await warehouse.query('DROP TABLE IF EXISTS import_found');
	return told;
}

async function countRows(warehouse: Queries): Promise<number> {
	const counted = await warehouse.query('SELECT count(*) AS n FROM import_found');
	return Number(counted.column('n')[0]);
}

function queryLinesSql(check: Check, query: string): string {
	return `INSERT INTO ${problems}
SELECT ${labels(check)}, row, ${columnText(check)}, left(value, ${shownLetters})
FROM (${query}) ORDER BY row`;
}

function labels({ rule, severity }: Check): string {
	return `${quoteText(rule)}, ${quoteText(severity)}`;
}

function columnText({ column }: Check): string {
	return column === undefined ? 'NULL' : quoteText(column);
}

/** Rows that an error speaks against. Conditions are asked again, since not all of their lines may be kept. */
async function rejectRows(
	warehouse: Queries,
	plan: Plan,
	found: readonly CountedCheck[]
): Promise<void> {
	const conditions = found.filter(({ severity }) => severity === 'error');
	const byCondition = conditions.map(({ where }) => `(${where})`).join('\n\tOR ') || 'false';
	await warehouse.query(`INSERT INTO ${rejected}
SELECT DISTINCT import_row FROM ${quoteIdentifier(plan.table)} WHERE ${byCondition}
UNION
SELECT row FROM ${problems} WHERE severity = 'error' AND row IS NOT NULL`);
}

async function summarize(
	warehouse: Queries,
	checks: readonly Check[],
	found: readonly CountedCheck[]
): Promise<ImportProblem[]> {
	const groups = await warehouse.query(`SELECT rule, "column", count(*) AS n, min(row) AS first_row,
	coalesce(arg_min(value, row), min(value)) AS example
FROM ${problems} GROUP BY rule, "column"`);
	const rows = new Map(Array.from({ length: groups.rows }, (_, i) => [keyAt(groups, i), i]));
	const counts = new Map(found.map((check) => [keyOf(check), check.count]));
	return checks.flatMap((check) => {
		const index = rows.get(keyOf(check));
		if (index === undefined) return [];
		const at = (name: string): SqlValue => groups.column(name)[index] ?? null;
		return [problemOf(check, counts.get(keyOf(check)) ?? Number(at('n')), at)];
	});
}

function problemOf(check: Check, count: number, at: (name: string) => SqlValue): ImportProblem {
	const { rule, severity, column, title, limits, other } = check;
	const row = at('first_row');
	const example = at('example');
	return {
		rule,
		severity,
		...(column === undefined ? {} : { column }),
		...(typeof row === 'number' ? { row } : {}),
		count,
		message: words[rule]({
			...{ count, column, title, limits, other },
			example: typeof example === 'string' ? example : undefined
		})
	};
}

function keyOf({ rule, column }: Pick<Check, 'rule' | 'column'>): string {
	return JSON.stringify([rule, column ?? null]);
}

function keyAt(groups: Table, index: number): string {
	return JSON.stringify([groups.column('rule')[index], groups.column('column')[index] ?? null]);
}
