import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { FileAnswer, FileFindings } from '#lib/answers/ask-file.ts';
import { formatFileQuestion, type FileQuestion } from '#lib/answers/file-question.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import type { OwnSurvey } from '#lib/contracts/own-survey.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { explore } from '#lib/vocabulary/messages/explore.ts';
import { ownSurveys } from '#lib/vocabulary/messages/own-surveys.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import { describe, formatCount, formatInText, type Measure } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { codeName, labelOf, measureOf } from './asked-words.ts';
import { resultTable } from './result-table.ts';

const words = explore.result;
/** Rows of the chart; the table has all. */
const mostRows = 40;

/** What is asked: a file, or a survey of this device by its file. */
export interface Asked {
	readonly file: FileTable;
	readonly survey?: OwnSurvey | undefined;
}

/** The figure of an answer about a file: chart, table twin, and how it was computed. */
export function resultFigure(findings: FileFindings, { file, survey }: Asked): FigureModel {
	const { answer, sql } = findings;
	const { question, estimates } = answer;
	const measure = measureOf(question);
	const rows = chartRows(answer, measure, file);
	const nobody = estimates.every(({ n }) => n === 0);
	return {
		id: 'result',
		local: true,
		...(survey ? { linked: true } : {}),
		finding: finding(findings, measure, file),
		what: what(question, rows.length, file),
		keyItems: [
			{ text: story.keyInterval, form: 'capsule' },
			{ text: story.keyHollow, form: 'hollow' }
		],
		source: sourceOf({ file, survey }),
		measure,
		scale: scaleOver(estimates, measure),
		plot: {
			kind: 'capsule',
			rows: rows.slice(0, mostRows),
			label: words.label,
			readHead: words.read
		},
		table: resultTable(answer, measure, file),
		computed: { questions: [formatFileQuestion(question)], sql, method: method(answer, file) },
		...(nobody
			? { absence: { title: labelOf(question, file), sentence: words.nobody, engineHelps: false } }
			: {})
	};
}

/** Whose data, and that nobody published them. */
function sourceOf({ file, survey }: Asked): string {
	const read = words.source(file.file, formatCount(file.rows));
	// Whether it is weighted is said with the question.
	return survey ? `${ownSurveys.notice({ ...survey, facts: { weighted: true } })} ${read}` : read;
}

function finding({ answer, top }: FileFindings, measure: Measure, file: FileTable): string {
	const label = labelOf(answer.question, file);
	const [only] = answer.estimates;
	if (answer.question.by.length === 0 && only) {
		const isSaid = only.quality !== 'unreliable' && only.quality !== 'suppressed';
		return words.value(label, isSaid ? formatInText(only, measure) : qualityWords[only.quality]);
	}
	if (top.length === 0) return words.few(label);
	if (top.length > 4) return words.open(label, formatCount(top.length - 1));
	const { by } = answer.question;
	const named = top.map((key) => key.map((code, i) => codeName(file, by[i] ?? '', code)));
	const names = joinWords(named.map((key) => words.where(by, key)));
	return top.length === 1 ? words.highest(label, names) : words.among(label, names);
}

function what(question: FileQuestion, groups: number, file: FileTable): string {
	const { design, by, where } = question;
	return [
		design.weight === undefined ? words.unweighted : words.weighted(design.weight),
		...(file.complete ? [] : [words.design(joinWords(designParts(question)))]),
		...(by.length > 0 ? [words.by(joinWords(by))] : []),
		...Object.entries(where).map(([column, codes]) =>
			words.only(
				column,
				joinWords(
					codes.map((code) => codeName(file, column, code)),
					words.or
				)
			)
		),
		...(groups > mostRows ? [words.cut(mostRows, formatCount(groups))] : [])
	].join(' ');
}

/** What the standard errors rest on, in words. */
function designParts({ design }: FileQuestion): string[] {
	const { strata, cluster, population } = design;
	return [
		...(strata.length > 0 ? [words.strata(joinWords(strata))] : []),
		cluster.length > 0 ? words.clusters(joinWords(cluster)) : words.rowsAsClusters,
		...(population === undefined ? [] : [words.population(population)])
	];
}

function method({ provenance, question }: FileAnswer, { complete }: FileTable): string {
	if (!provenance) return '';
	if (complete) return words.counted(provenance.estimator);
	return words.method(provenance, words.over(joinWords(designParts(question))));
}

/** By value where the first column has no order of its own; by two columns under a head for each first code. */
function chartRows(
	{ question, estimates }: FileAnswer,
	measure: Measure,
	file: FileTable
): ChartRow[] {
	const nested = question.by.length > 1;
	const inOrder = nested || estimates.every(({ key }) => key.every((code) => /^-?\d+$/.test(code)));
	const sorted = inOrder
		? estimates
		: estimates.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
	const rows = sorted.map((estimate, i) => {
		const [first = ''] = estimate.key;
		const names = estimate.key.map((code, at) => codeName(file, question.by[at] ?? '', code));
		const heading = words.first(question.by[0] ?? '', names[0] ?? '');
		const starts = nested && first !== sorted[i - 1]?.key[0];
		return { ...chartRow(estimate, names, { measure, nested }), ...(starts ? { heading } : {}) };
	});
	return inOrder ? rows : withheldLast(rows);
}

function chartRow(
	estimate: Estimate,
	names: readonly string[],
	{ measure, nested }: { readonly measure: Measure; readonly nested: boolean }
): ChartRow {
	const whole = nameOf(names);
	return {
		id: JSON.stringify(estimate.key),
		name: nested ? nameOf(names.slice(1)) : whole,
		n: estimate.n,
		marks: [{ role: 'comparison', figure: estimate }],
		sentence: describe(whole, [{ figure: estimate, measure }], words.rows)
	};
}

function nameOf(names: readonly string[]): string {
	return names.length === 0 ? words.all : words.key(names);
}
