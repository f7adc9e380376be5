import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { grade } from '#lib/disclosure/grade.ts';
import { compileCells, compileFrame, type Statement } from '#lib/indicators/compile.ts';
import type { TableDesign } from '#lib/indicators/declaration.ts';
import { compileSpot, type SpotMeasure } from '#lib/indicators/made-on-the-spot.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import type { Cells } from '#lib/survey/cells.ts';
import { estimate, type EstimateOptions } from '#lib/survey/estimate.ts';
import { tally, type Tally } from '#lib/survey/tally.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Table, Warehouse } from '#lib/warehouse/warehouse.ts';
import { gradeRules } from './grades.ts';
import { breathing } from './breath.ts';
import { cellsFromTable } from './cells-from-table.ts';
import { checkFile } from './check-file.ts';
import { asCounted, highest } from './complete-file.ts';
import {
	impossiblePopulation,
	lonelyStratum,
	nobodyLeft,
	unclassified,
	type TalliedEstimate,
	type Unclassified
} from './file-problems.ts';
import { nameColumns, type FileQuestion } from './file-question.ts';
import { readInParts } from './read-in-parts.ts';
import { topKeys } from './top-keys.ts';

/** An Answer about a file: its owner sees all of it, nothing is withheld. */
export interface FileAnswer extends Omit<Answer, 'question'> {
	readonly question: FileQuestion;
	readonly access: 'own';
	/** Present with `by`: who is in none of the groups. */
	readonly unclassified?: Unclassified;
}

export interface FileContext {
	readonly warehouse: Warehouse;
	readonly file: FileTable;
	readonly thresholds: Thresholds;
}

/** An Answer with what a sentence about it needs. */
export interface FileFindings {
	readonly answer: FileAnswer;
	/** Keys that can't be told apart from the highest value, by value; unreliable ones left out. */
	readonly top: readonly (readonly string[])[];
	/** The statement that made the cells, its parameters in a comment. */
	readonly sql: string;
}

/** Answers a Question about a file with the estimators of the site; `answer.problem` says why there is none. */
export async function askFile(question: FileQuestion, context: FileContext): Promise<FileFindings> {
	const without = (found: Problem): FileFindings => ({
		answer: { question, estimates: [], problem: found, access: 'own' },
		top: [],
		sql: ''
	});
	const named = nameColumns(question, context.file);
	if ('code' in named) return without(named);
	const { by } = named;
	const found = await checkFile(named, context);
	if (found) return without(found);
	const spot = measureOf(named, context.file);
	const statements = compileFile(named, context.file, spot);
	const cells = await readCells(named, context.warehouse, statements);
	const impossible = impossiblePopulation(named, cells);
	if (impossible) return without(impossible);
	const options = optionsOf(named, context, { spot, cells });
	const breathe = breathing();
	const graded: TalliedEstimate[] = [];
	for (const one of tally(cells, by, {})) {
		await breathe();
		const estimate = gradeOf(one, options, { ...context, spot });
		graded.push({ tally: one, estimate });
	}
	const stopped = nobodyLeft(question, graded) ?? lonelyStratum(named, cells, graded);
	if (stopped) return without(stopped);
	const estimates = graded.map((one) => one.estimate);
	const top = context.file.complete ? highest(estimates) : await topKeys(graded, options, breathe);
	return {
		answer: {
			...{ question, estimates, provenance: provenance(context.file, options), access: 'own' },
			...(by.length > 0 ? { unclassified: unclassified(cells, by) } : {})
		},
		top,
		sql: withParameters(statements.cells)
	};
}

export interface FileStatements {
	readonly cells: Statement;
	readonly frame: Statement;
}

/** The SQL of the cells of a file, and of its strata. */
export function compileFile(
	question: Pick<FileQuestion, 'by' | 'where' | 'design'>,
	file: FileTable,
	spot: SpotMeasure
): FileStatements {
	const { by, where } = question;
	const design = tableDesign(question, file);
	const cells = compileCells({
		design,
		by: by.map((id) => ({ id, expression: codeSql(id) })),
		where: Object.entries(where).map(([column, codes]) => ({
			expression: codeSql(column),
			codes
		})),
		measures: [spot],
		grain: 'cluster'
	});
	return { cells, frame: compileFrame(design) };
}

/** A value as a code: text, whatever the type of its column. */
function codeSql(column: string): string {
	return `${quoteIdentifier(column)}::VARCHAR`;
}

function tableDesign(
	{ design }: Pick<FileQuestion, 'design'>,
	{ table, rowNumber, unit = rowNumber }: FileTable
): TableDesign {
	const { cluster, ...parts } = design;
	return {
		table,
		...parts,
		unit,
		cluster: cluster.length > 0 ? cluster : [rowNumber]
	};
}

/** The cells of a file out of DuckDB. */
export async function readCells(
	{ by }: Pick<FileQuestion, 'by'>,
	warehouse: Warehouse,
	{ cells, frame }: FileStatements
): Promise<Cells> {
	const counted = await warehouse.query(frame.sql, frame.parameters);
	const rows = await readInParts(warehouse, cells);
	const codes = by.map((id, i) => ({ id, codes: sortedCodes(rows, `by_${i}`) }));
	return cellsFromTable(rows, counted, codes);
}

/** The codes of a column that came back: whole numbers by size, others by their letters. */
function sortedCodes(table: Table, column: string): string[] {
	const found = new Set(table.column(column));
	found.delete(null);
	const codes = Array.from(found, String);
	const areNumbers = codes.every((code) => /^-?\d{1,15}$/.test(code));
	return codes.sort((a, b) => (areNumbers ? Number(a) - Number(b) : 0) || (a < b ? -1 : 1));
}

function optionsOf(
	{ level, lonely = 'fail' }: FileQuestion,
	{ thresholds }: FileContext,
	{ spot, cells }: { spot: SpotMeasure; cells: Cells }
): EstimateOptions {
	const { kind, interval } = spot;
	return { kind, interval, level: level ?? thresholds.level, lonely, strata: cells.strata };
}

function gradeOf(
	one: Tally,
	options: EstimateOptions,
	{ spot, thresholds, file }: FileContext & { readonly spot: SpotMeasure }
): Estimate {
	const raw = estimate(one, options);
	const rules = gradeRules(thresholds);
	if (file.complete) {
		const counted = asCounted(raw);
		const graded = spot.kind === 'total' ? 'head-count' : 'counted-share';
		return { ...counted, quality: grade(counted, rules, graded) };
	}
	return { ...raw, quality: grade(raw, rules, spot.measure === 'share' ? 'share' : 'other') };
}

/** Of those asked who have several rows, a count counts each once. */
function measureOf({ indicator }: FileQuestion, { unit }: FileTable): SpotMeasure {
	const spot = compileSpot(indicator);
	return unit !== undefined && indicator.kind === 'count' ? { ...spot, any: true } : spot;
}

function provenance(
	{ file, sha256 }: FileTable,
	{ kind, interval, level }: EstimateOptions
): NonNullable<FileAnswer['provenance']> {
	const versions = { [file]: `sha256:${sha256}` };
	return { estimator: kind, interval, level, madeBy: 'DuckDB', versions, synthetic: false };
}

function withParameters({ sql, parameters }: Statement): string {
	if (parameters.length === 0) return sql;
	return `${sql}\n-- ? in order: ${parameters.map((one) => JSON.stringify(one)).join(', ')}`;
}
