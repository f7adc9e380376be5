import type { Settled } from '#lib/ingest/recipe/settle.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import { cellChecks } from './cell-checks.ts';
import type { Check, ImportProblem, Queries } from './check.ts';
import { crossChecks } from './cross-checks.ts';
import { designChecks } from './design-checks.ts';
import { fileProblems } from './file-problems.ts';
import { findProblems } from './find-problems.ts';
import { madeUpChecks } from './made-up-checks.ts';
import { duplicateChecks } from './duplicate-checks.ts';
import { headingChecks, totalChecks } from './total-checks.ts';
import { partsChecks } from './parts-checks.ts';
import { makePlan } from './make-plan.ts';
import type { PlanContext } from './plan-context.ts';
import { importTables, stageColumns, type FieldType, type Plan } from './plan.ts';
import { stage } from './stage.ts';
import { tellRowsApart } from './telling-rows-apart.ts';

export interface CheckContext extends PlanContext {
	/** By RawColumn.name, what a personal column looks like, in words. */
	readonly looksLike: ReadonlyMap<string, string>;
}

/** A file that was checked. The canonical table stands in the warehouse, without the rows that were rejected. */
export interface Checked {
	readonly table: CanonicalTable;
	/** Errors first, then warnings, then notes. */
	readonly problems: readonly ImportProblem[];
	/** Rows of the file that got into the table, and those that did not. */
	readonly accepted: number;
	readonly rejected: number;
}

export interface CanonicalTable {
	/** In the warehouse, and in the contracts; `other` where the file keeps its own columns. */
	readonly name: string;
	readonly columns: readonly CanonicalColumn[];
	/** Rows of the table; more or fewer than rows of the file where wide skills were turned, or students counted. */
	readonly rows: number;
}

export interface CanonicalColumn {
	readonly name: string;
	readonly title: string;
	readonly type: FieldType;
	/** RawColumn.name, where the file has it. */
	readonly from: readonly string[];
}

/**
 * Raw table and recipe to canonical table and problems, by SQL over whole tables. The raw table stays as it is.
 */
export async function checkFile(
	warehouse: Queries,
	settled: Settled,
	context: CheckContext
): Promise<Checked> {
	const plan = await tellRowsApart(warehouse, makePlan(settled, context));
	await stage(warehouse, plan);
	const checks = checksOf(plan, settled, context);
	const found = await findProblems(warehouse, plan, checks);
	if (found.some(({ rule }) => rule === 'key-not-unique')) await numberRows(warehouse, plan);
	const problems = [...found, ...fileProblems(plan, settled, context.looksLike)].sort(bySeverity);
	const rejected = await count(warehouse, importTables.rejected);
	await finish(warehouse, plan, rejected);
	return {
		table: {
			name: plan.table,
			columns: plan.fields.map((field) => ({
				...{ name: field.name, title: field.title, type: field.type },
				from: sourceNames(plan, field.name)
			})),
			rows: await count(warehouse, plan.table)
		},
		problems,
		accepted: context.raw.rows - rejected,
		rejected: rejected + context.raw.rejectedRows
	};
}

function checksOf(plan: Plan, settled: Settled, context: CheckContext): Check[] {
	const { contracts, catalogue, survey } = context;
	const country = catalogue.site.country.toLowerCase();
	const totals = [...contracts.words.kinds.totals, country];
	const checks = [
		...cellChecks(plan),
		...crossChecks(plan, { catalogue, contracts, survey }),
		...designChecks(plan),
		...partsChecks(plan, { totals, genders: contracts.words.values.sex?.exact ?? {} }),
		...madeUpChecks(plan),
		...duplicateChecks(plan),
		...headingChecks(plan),
		...(settled.unit === 'aggregate' ? [] : totalChecks(plan, { totals }))
	];
	return checks.map((check) =>
		settled.accepted.has(check.rule) ? { ...check, severity: 'note' } : check
	);
}

const severities = ['error', 'warning', 'note'] as const;

function bySeverity(a: ImportProblem, b: ImportProblem): number {
	return severities.indexOf(a.severity) - severities.indexOf(b.severity);
}

/** Where the one identifier of a table tells no rows apart, the number of the row stands in for it. */
async function numberRows(warehouse: Queries, { table, key }: Plan): Promise<void> {
	const [name, ...others] = key.filter((one) => one !== 'wave');
	if (name === undefined || others.length > 0) return;
	const column = quoteIdentifier(name);
	await warehouse.query(
		`UPDATE ${quoteIdentifier(table)} SET ${column} = CAST(import_row AS VARCHAR)`
	);
}

/** Takes rejected rows and the columns of the checks out of the table; counts students into cells. */
async function finish(warehouse: Queries, plan: Plan, rejected: number): Promise<void> {
	const table = quoteIdentifier(plan.table);
	if (rejected > 0) {
		await warehouse.query(
			`DELETE FROM ${table} WHERE import_row IN (SELECT row FROM ${importTables.rejected})`
		);
	}
	if (plan.counted) {
		await warehouse.query(`CREATE OR REPLACE TABLE ${table} AS ${countedSql(plan)}`);
		return;
	}
	for (const column of stageColumns) {
		await warehouse.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
	}
}

/** Head counts of students who have everything in common. */
function countedSql({ table, fields }: Plan): string {
	const measures = ['enrolled', 'entrants', 'graduates'];
	const columns = fields.map(({ name }) => {
		const column = quoteIdentifier(name);
		return measures.includes(name) ? `CAST(sum(${column}) AS INTEGER) AS ${column}` : column;
	});
	return `SELECT ${columns.join(', ')} FROM ${quoteIdentifier(table)} GROUP BY ALL ORDER BY ALL`;
}

function sourceNames({ fields, skills }: Plan, name: string): string[] {
	const source = fields.find((field) => field.name === name)?.source;
	const wide = skills.flatMap(({ columns }) => columns[name as keyof typeof columns]?.name ?? []);
	if (wide.length > 0) return wide;
	if (source?.from === 'cell') return [source.column.name];
	if (source?.from === 'joined') return source.columns.map((column) => column.name);
	return source?.from === 'ticked' ? source.answers.map(({ column }) => column.name) : [];
}

async function count(warehouse: Queries, table: string): Promise<number> {
	const counted = await warehouse.query(`SELECT count(*) AS n FROM ${quoteIdentifier(table)}`);
	return Number(counted.column('n')[0]);
}
