import { gradeRules } from '#lib/answers/grades.ts';
import { isPlan, planQuestion, type Plan } from '#lib/answers/plan.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { askNotes } from '#lib/vocabulary/messages/ask.ts';
import { problem, ProblemError, type Problem } from '#lib/vocabulary/problem.ts';
import { differencesOf, type Question } from '#lib/vocabulary/question.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { contrastOf, type RowsAsked } from './asked.ts';
import { calibrated } from './calibrated.ts';
import { isCalibrated } from './file-asked.ts';
import { provenanceOf, type RowsProvenance } from './rows-provenance.ts';
import { rowEstimates, type RowsQuestion } from './row-estimates.ts';
import { mostRowsEach } from './row-table.ts';
import { readSurveyTable } from './survey-table.ts';

/** An Answer about a survey of the site that needs its records one by one. */
export interface SurveyRowsAnswer extends Omit<Answer, 'question' | 'provenance'> {
	readonly question: Question & RowsAsked;
	readonly provenance?: RowsProvenance;
	readonly notes?: readonly string[];
}

interface RowsContext {
	readonly catalogue: Catalogue;
	/** Holds the records of the survey. */
	readonly warehouse: Warehouse;
}

/** Answers a Question that has a contrast, known totals or an Oaxaca-Blinder decomposition. */
export async function askSurveyRows(
	question: Question,
	rows: RowsAsked,
	{ catalogue, warehouse }: RowsContext
): Promise<SurveyRowsAnswer> {
	const asked = { ...question, ...rows };
	const without = (found: Problem) => ({ question: asked, estimates: [], problem: found });
	const plan = planRows(question, rows, catalogue);
	if (!isPlan(plan)) return without(plan);
	try {
		const estimates = await estimatesOf(plan, rows, { catalogue, warehouse });
		const { id: source } = { id: question.source };
		const survey = catalogue.surveys.find(({ id }) => id === source);
		const isShare = plan.indicator.measure === 'share';
		const provenance = provenanceOf({
			...asked,
			kind: isShare && plan.indicator.kind === 'mean' ? 'proportion' : plan.indicator.kind,
			level: question.level ?? catalogue.thresholds.level,
			versions: { edition: catalogue.site.edition },
			synthetic: survey?.synthetic ?? false
		});
		const notes = rows.oaxaca ? { notes: [askNotes.oaxaca] } : {};
		return { question: asked, estimates, provenance, ...notes };
	} catch (error) {
		if (error instanceof ProblemError) return without(error.problem);
		throw error;
	}
}

/** The plan with the codes of every dimension that is named anywhere. */
function planRows(question: Question, rows: RowsAsked, catalogue: Catalogue): Plan | Problem {
	const plan = planQuestion(question, catalogue);
	if (!isPlan(plan)) return plan;
	const { kind, label, denominator, table } = plan.indicator;
	const setting = Object.keys(rows)[0] ?? '';
	const unsuited = () => problem('not-for-indicator', { setting, indicator: label });
	if (plan.design.complete || !isSuited(kind)) return unsuited();
	if (rows.oaxaca && (kind === 'total' || denominator !== undefined)) return unsuited();
	if (kind.startsWith('curve') && (rows.contrast || differencesOf(question).length > 0)) {
		return unsuited();
	}
	const named = [...dimensionsOf(question, rows), ...plan.columns];
	const where = allCodes(question, rows);
	const { source, indicator } = question;
	const whole = planQuestion({ source, indicator, by: named, where }, catalogue);
	if (!isPlan(whole)) return whole;
	const waves = catalogue.surveys.filter(({ id }) => id === source);
	const isOneSample = question.where.wave?.length === 1 || waves.length < 2;
	if (isCalibrated(rows) && plan.design.strata.includes('wave') && !isOneSample) {
		const [wave = ''] = waves.map((one) => one.wave);
		const why = `${setting} needs one wave, since each is a sample of its own: give "where": {"wave": ["${wave}"]}.`;
		return problem('bad-question', { why });
	}
	return { ...plan, columns: whole.by, codes: whole.codes, design: { ...plan.design, table } };
}

function isSuited(kind: string): boolean {
	return ['mean', 'ratio', 'total', 'quantile', 'curve'].includes(kind);
}

/** Every dimension that the Question names. */
function dimensionsOf(question: Question, rows: RowsAsked): string[] {
	const { poststratify, rake, calibrate, oaxaca } = rows;
	const totals = Object.keys(calibrate?.totals ?? {}).filter((name) => name !== 'intercept');
	return [
		...Object.keys(allCodes(question, rows)),
		...(oaxaca ? [oaxaca.dimension, ...oaxaca.predictors] : []),
		...[...(poststratify?.by ?? []), ...Object.keys(rake?.margins ?? {}), ...totals]
	];
}

/** The codes that restrictions, contrasts and pairs name, by dimension: each must exist. */
function allCodes(question: Question, rows: RowsAsked): Record<string, string[]> {
	const found: Record<string, string[]> = {};
	const { oaxaca } = rows;
	const terms = [question.where, ...(contrastOf(rows)?.terms ?? [])];
	const pairs = [...differencesOf(question), ...(oaxaca ? [oaxaca] : [])];
	const named = [
		...terms.flatMap((where) => Object.entries(where)),
		...pairs.map(({ dimension, minus }) => [dimension, minus] as const)
	];
	for (const [id, codes] of named) found[id] = [...(found[id] ?? []), ...codes];
	return found;
}

async function estimatesOf(
	plan: Plan,
	rows: RowsAsked,
	{ catalogue, warehouse }: RowsContext
): Promise<readonly Estimate[]> {
	const [numeric] = Object.entries(rows.calibrate?.totals ?? {}).filter(
		([name, total]) => name !== 'intercept' && typeof total === 'number'
	);
	if (numeric) {
		const why = `calibrate.totals.${numeric[0]} must be an object with a number for each code.`;
		throw new ProblemError(problem('bad-question', { why }));
	}
	const read = await readSurveyTable(plan, plan.columns, warehouse);
	if (read.respondent.length > mostRowsEach) {
		const details = { file: plan.design.table, limit: mostRowsEach, clusters: 'each' };
		throw new ProblemError(problem('too-many-rows', details));
	}
	const table = calibrated(read, rows);
	if ('code' in table) throw new ProblemError(table);
	return rowEstimates(table, rowsQuestion(plan, rows, catalogue));
}

function rowsQuestion(plan: Plan, rows: RowsAsked, { thresholds }: Catalogue): RowsQuestion {
	const { indicator, question } = plan;
	const { by, where, level, lonely = 'fail', decompose, interval } = question;
	const contrast = contrastOf({ ...question, ...rows });
	const quantile = question.quantile ?? indicator.at;
	const isShare = indicator.measure === 'share';
	return {
		kind: indicator.kind as RowsQuestion['kind'],
		...{ by, where, lonely, isShare, level: level ?? thresholds.level },
		gradedAs: isShare ? 'share' : indicator.signed ? 'other-difference' : 'other',
		...(contrast ? { contrast } : {}),
		...(decompose ? { decompose } : {}),
		...(rows.oaxaca ? { oaxaca: rows.oaxaca } : {}),
		...(indicator.kind === 'quantile'
			? { quantile: quantile ?? 0.5 }
			: { interval: interval ?? (indicator.interval === 'xlogit' ? 'xlogit' : 'mean') }),
		rules: gradeRules(thresholds),
		onLonely: () => undefined
	};
}
