import {
	askFile,
	compileFile,
	readCells,
	type FileAnswer,
	type FileContext
} from '#lib/answers/ask-file.ts';
import { gradeRules } from '#lib/answers/grades.ts';
import {
	impossiblePopulation,
	nobodyLeft,
	stratumName,
	unclassified
} from '#lib/answers/file-problems.ts';
import { compileIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { Cells } from '#lib/survey/cells.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { askNotes } from '#lib/vocabulary/messages/ask.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import { contrastOf } from './asked.ts';
import { calibrated } from './calibrated.ts';
import { checkGroupCount, checkRows } from './check-rows.ts';
import { isOfCells, isPlain, type FullFileQuestion } from './file-asked.ts';
import { readRowTable } from './file-table.ts';
import { nameAllColumns } from './name-columns.ts';
import { provenanceOf, type RowsProvenance } from './rows-provenance.ts';
import { cellEstimates, rowEstimates, type RowsQuestion } from './row-estimates.ts';
import { rowCells } from './row-table.ts';

/** An Answer about a file to any Question that the command line takes. */
export interface FullFileAnswer extends Omit<FileAnswer, 'question' | 'provenance'> {
	readonly question: FullFileQuestion;
	readonly provenance?: RowsProvenance;
	/** What has to be read beside the figures. */
	readonly notes?: readonly string[];
}

/** Answers with the estimators of the site: from cells where they carry it, else row by row. */
export async function askFullFile(
	question: FullFileQuestion,
	context: FileContext
): Promise<FullFileAnswer> {
	const { notes } = context.file;
	if (isPlain(question)) {
		const { answer } = await askFile(question, context);
		return { ...answer, ...(notes.length > 0 ? { notes } : {}) };
	}
	const found = await answered(question, context).catch((error: unknown) => {
		if (error instanceof ProblemError) return error.problem;
		throw error;
	});
	if ('code' in found) return { question, estimates: [], problem: found, access: 'own' };
	const { thresholds, file } = context;
	const versions = { [file.file]: `sha256:${file.sha256}` };
	const told = [...notes, ...(question.oaxaca ? [askNotes.oaxaca] : [])];
	const settings = { ...question, kind: question.indicator.kind, versions, synthetic: false };
	return {
		...{ question, ...found, access: 'own' },
		provenance: provenanceOf({ ...settings, level: question.level ?? thresholds.level }),
		...(told.length > 0 ? { notes: told } : {})
	};
}

type Found = Pick<FullFileAnswer, 'estimates' | 'unclassified'>;

async function answered(
	question: FullFileQuestion,
	context: FileContext
): Promise<Found | Problem> {
	const named = nameAllColumns(question, context.file);
	if ('code' in named) return named;
	const ofCells = isOfCells(named);
	const wrong = await checkRows(named, context, !ofCells);
	if (wrong) return wrong;
	const lonely: string[] = [];
	const asked = rowsQuestion(named, context, lonely);
	const { estimates, cells } = ofCells
		? await fromCells(named, context, asked)
		: await fromRows(named, context, asked);
	const stopped = nobodyLeft(question, estimates) ?? lonelyProblem(named, estimates, lonely);
	if (stopped) return stopped;
	const { by } = named;
	return { estimates, ...(by.length > 0 ? { unclassified: unclassified(cells, by) } : {}) };
}

interface Estimates {
	readonly estimates: readonly Estimate[];
	readonly cells: Cells;
}

async function fromCells(
	named: FullFileQuestion,
	{ warehouse, file }: FileContext,
	asked: RowsQuestion
): Promise<Estimates> {
	const terms = asked.contrast?.terms ?? [];
	const by = [...new Set([...named.by, ...terms.flatMap((term) => Object.keys(term))])];
	const spot = compileIndicator(named.indicator);
	const cells = await readCells({ by }, warehouse, compileFile({ ...named, by }, file, spot));
	assertPossible(named, cells);
	// The cells are restricted already.
	const question = { ...asked, kind: spot.kind, where: {} };
	return { estimates: cellEstimates(cells, question), cells };
}

async function fromRows(
	named: FullFileQuestion,
	context: FileContext,
	asked: RowsQuestion
): Promise<Estimates> {
	const read = await readRowTable(named, context);
	assertPossible(named, read.sample);
	const { second } = read.sample;
	const { secondStage } = named.design;
	const wrong = second?.clusters.find(({ clusters, population }) => (population ?? 0) < clusters);
	if (wrong && secondStage) {
		const details = { column: secondStage.population, stratum: stratumName(wrong.id) };
		throw new ProblemError(problem('bad-population', details));
	}
	const table = calibrated(read, named);
	if ('code' in table) throw new ProblemError(table);
	const groups = named.by.reduce(
		(product, id) => product * (table.dimensions[id]?.codes.length ?? 1),
		1
	);
	const tooMany = checkGroupCount(named.by, groups);
	if (tooMany) throw new ProblemError(tooMany);
	const estimates = rowEstimates(table, asked).map(named.indicator.kind === 'curve' ? timed : same);
	return { estimates, cells: rowCells(table, table.sample.weight) };
}

/** The unit of time is that of the column, months or not. */
function timed(one: Estimate): Estimate {
	return { ...one, part: (one.part ?? '').replace('month-', 'time-') };
}

function same(one: Estimate): Estimate {
	return one;
}

function assertPossible(named: FullFileQuestion, frame: Pick<Cells, 'strata'>): void {
	const impossible = impossiblePopulation(named, frame);
	if (impossible) throw new ProblemError(impossible);
}

function rowsQuestion(
	named: FullFileQuestion,
	{ thresholds }: FileContext,
	met: string[]
): RowsQuestion {
	const { indicator, by, where, level, lonely = 'fail', decompose, oaxaca } = named;
	const { interval, quantile, rule } = named;
	const isShare = indicator.kind === 'proportion';
	const contrast = contrastOf(named);
	return {
		kind: kindOf(indicator.kind),
		...{ by, where, lonely, isShare, gradedAs: isShare ? 'share' : 'other' },
		...(contrast ? { contrast } : {}),
		...(decompose ? { decompose } : {}),
		...(oaxaca ? { oaxaca } : {}),
		...(interval ? { interval } : {}),
		...(quantile === undefined ? {} : { quantile }),
		...(rule ? { rule } : {}),
		level: level ?? thresholds.level,
		rules: gradeRules(thresholds),
		onLonely: (stratum) => met.push(stratum)
	};
}

function kindOf(kind: FullFileQuestion['indicator']['kind']): RowsQuestion['kind'] {
	if (kind === 'count') return 'total';
	return kind === 'proportion' ? 'mean' : kind;
}

/** The stratum for whose single cluster no estimate at all has a standard error. */
function lonelyProblem(
	{ lonely = 'fail' }: FullFileQuestion,
	estimates: readonly Estimate[],
	[met]: readonly string[]
): Problem | undefined {
	const valued = estimates.filter(({ value }) => value !== null);
	const isAll = valued.length > 0 && valued.every(({ reason }) => reason === 'lonely-stratum');
	if (!isAll || met === undefined) return undefined;
	return problem('lonely-stratum', { stratum: stratumName(met), rule: lonely });
}
