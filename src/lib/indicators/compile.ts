import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { TableDesign } from './declaration.ts';

/** What to put into cells: one table, the dimensions that split it, what is kept, and the measures. */
export interface CellRequest {
	readonly design: TableDesign;
	/** SQL over one row, by dimension id. */
	readonly by: readonly NamedExpression[];
	readonly where: readonly Restriction[];
	readonly measures: readonly Measure[];
	/**
	 * `cluster`: respondents of a cluster with the same codes are added up, as a Question needs.
	 * `unit`: a row a respondent and codes, as the shards hold.
	 */
	readonly grain: 'cluster' | 'unit';
}

export interface NamedExpression {
	readonly id: string;
	readonly expression: string;
}

export interface Restriction {
	readonly expression: string;
	readonly codes: readonly string[];
}

export interface Measure {
	/** Rows outside it are neither used nor missing. */
	readonly condition?: string;
	readonly numerator: string;
	/** Absent: every row with a numerator counts 1. */
	readonly denominator?: string;
	/** A respondent counts once, if any row does, instead of the sum over the rows. */
	readonly any?: boolean;
}

export interface Statement {
	readonly sql: string;
	readonly parameters: readonly string[];
}

/** Separates the parts of a combined stratum or cluster; no survey code holds it. */
const partSeparator = 'chr(31)';

/**
 * The one SQL statement that makes cells, at build and in the browser alike.
 *
 * First every row's dimension codes, numerator and denominator; then one row a respondent and codes, because
 * a person rated on twelve skills is one respondent; then, at grain `cluster`, one row a cluster and codes.
 * Columns: stratum, cluster, (unit, weight,) by_0…, and for each measure its sums, numbered alike.
 */
export function compileCells(request: CellRequest): Statement {
	const keys = request.by.map((_, i) => `by_${i}`);
	const parts = [
		`WITH\n${indent(`answer AS (\n${indent(answerSql(request))}\n),`)}`,
		indent(`respondent AS (\n${indent(respondentSql(request, keys))}\n)`),
		request.grain === 'unit' ? unitSql(request, keys) : clusterSql(request, keys)
	];
	return {
		sql: parts.join('\n'),
		parameters: request.where.flatMap((restriction) => restriction.codes)
	};
}

/** Clusters of each stratum over all rows of the table, before any filter: n_h, and N_h where known. */
export function compileFrame(design: TableDesign): Statement {
	const population = design.population
		? `max(TRY_CAST(${quoteIdentifier(design.population)} AS DOUBLE))`
		: 'NULL::DOUBLE';
	const sql = `SELECT
	${combine(design.strata)} AS stratum,
	count(DISTINCT ${clusterExpression(design)}) AS clusters,
	${population} AS population
FROM ${quoteIdentifier(design.table)}
GROUP BY ALL
ORDER BY stratum`;
	return { sql, parameters: [] };
}

function answerSql({ design, by, where, measures }: CellRequest): string {
	const weight = design.weight ? quoteIdentifier(design.weight) : '1';
	const columns = [
		`${combine(design.strata)} AS stratum`,
		`${clusterExpression(design)} AS cluster`,
		`${design.unit ? quoteIdentifier(design.unit) : 'rowid'} AS unit`,
		`${weight}::DOUBLE AS weight`,
		...by.map(({ expression }, i) => `${expression} AS by_${i}`),
		...measures.flatMap(({ condition, numerator, denominator }, i) => [
			`coalesce(${condition ?? 'true'}, false) AS asked_${i}`,
			`(${numerator})::DOUBLE AS y_${i}`,
			`${denominator ? `(${denominator})::DOUBLE` : '1::DOUBLE'} AS x_${i}`
		])
	];
	const from = `FROM ${quoteIdentifier(design.table)}`;
	return [`SELECT\n${list(columns)}`, from, ...whereSql(where)].join('\n');
}

function whereSql(where: readonly Restriction[]): string[] {
	if (where.length === 0) return [];
	const conditions = where.map(
		({ expression, codes }) => `${expression} IN (${codes.map(() => '?').join(', ') || 'NULL'})`
	);
	return [`WHERE\n${indent(conditions.join('\nAND '))}`];
}

function respondentSql({ measures }: CellRequest, keys: readonly string[]): string {
	const columns = [
		...['stratum', 'cluster', 'unit', 'weight', ...keys],
		...measures.flatMap(({ any }, i) => {
			const over = any ? 'max' : 'sum';
			const used = `FILTER (WHERE asked_${i} AND y_${i} IS NOT NULL AND x_${i} IS NOT NULL)`;
			return [
				`count(*) FILTER (WHERE asked_${i}) AS asked_${i}`,
				`count(*) ${used} AS used_${i}`,
				`coalesce(${over}(y_${i}) ${used}, 0) AS y_${i}`,
				`coalesce(${over}(x_${i}) ${used}, 0) AS x_${i}`
			];
		})
	];
	return `SELECT\n${list(columns)}\nFROM answer\nGROUP BY ALL`;
}

function unitSql({ measures }: CellRequest, keys: readonly string[]): string {
	const columns = [
		...['stratum', 'cluster', 'unit', 'weight', ...keys],
		...measures.flatMap((_, i) => [`asked_${i}`, `used_${i}`, `y_${i}`, `x_${i}`])
	];
	const order = ['stratum', 'cluster', 'unit', ...keys].join(', ');
	return `SELECT\n${list(columns)}\nFROM respondent\nORDER BY ${order}`;
}

function clusterSql({ measures }: CellRequest, keys: readonly string[]): string {
	const columns = [
		...['stratum', 'cluster', ...keys],
		...measures.flatMap((_, i) => {
			const used = `FILTER (WHERE used_${i} > 0 AND weight > 0)`;
			return [
				`count(*) ${used} AS n_${i}`,
				`count(*) FILTER (WHERE asked_${i} > 0 AND used_${i} = 0 AND weight > 0) AS missing_${i}`,
				...[
					['w', 'weight'],
					['wy', `weight * y_${i}`],
					['wx', `weight * x_${i}`],
					['wyy', `weight * y_${i} * y_${i}`],
					['wxy', `weight * x_${i} * y_${i}`],
					['wxx', `weight * x_${i} * x_${i}`]
				].map(([name, sum]) => `coalesce(sum(${sum}) ${used}, 0) AS ${name}_${i}`)
			];
		})
	];
	const order = ['stratum', 'cluster', ...keys].join(', ');
	return `SELECT\n${list(columns)}\nFROM respondent\nGROUP BY ALL\nORDER BY ${order}`;
}

/** SQL over one row: its cluster within the stratum. */
export function clusterExpression(design: TableDesign): string {
	return design.cluster.length > 0 ? combine(design.cluster) : 'rowid::VARCHAR';
}

/** SQL over one row: its stratum. */
export function stratumExpression(design: TableDesign): string {
	return combine(design.strata);
}

/** Several columns as one text; cluster numbers that restart in each stratum stay apart by the stratum. */
function combine(columns: readonly string[]): string {
	if (columns.length === 0) return "''";
	const texts = columns.map((column) => `${quoteIdentifier(column)}::VARCHAR`);
	return texts.length === 1 ? (texts[0] ?? '') : `concat_ws(${partSeparator}, ${texts.join(', ')})`;
}

function list(columns: readonly string[]): string {
	return columns.map((column) => `\t${column}`).join(',\n');
}

function indent(text: string): string {
	return text.replaceAll(/^/gm, '\t');
}
