import { withheldLast, type ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import { scaleOver } from '#lib/charts/scale.ts';
import type { FileAnswer, FileFindings } from '#lib/answers/ask-file.ts';
import { formatFileQuestion, type FileQuestion } from '#lib/answers/file-question.ts';
import type { FileTable } from '#lib/ingest/open-csv.ts';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import { qualityWords } from '#lib/vocabulary/messages/charts.ts';
import { explore } from '#lib/vocabulary/messages/explore.ts';
import { story } from '#lib/vocabulary/messages/story.ts';
import {
	describe,
	formatCount,
	formatFigure,
	formatInText,
	formatValue,
	type Measure
} from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

const words = explore.result;
/** Rows of the chart; the table has all. */
const mostRows = 40;

/** The figure of an answer about a file: chart, table twin, and how it was computed. */
export function resultFigure(findings: FileFindings, file: FileTable): FigureModel {
	const { answer, sql } = findings;
	const { question, estimates } = answer;
	const measure = measureOf(question);
	const rows = chartRows(answer, measure);
	const nobody = estimates.every(({ n }) => n === 0);
	return {
		id: 'result',
		local: true,
		finding: finding(findings, measure),
		what: what(question, rows.length),
		keyItems: [
			{ text: story.keyInterval, form: 'capsule' },
			{ text: story.keyHollow, form: 'hollow' }
		],
		source: words.source(file.file, formatCount(file.rows)),
		measure,
		scale: scaleOver(estimates, measure),
		plot: {
			kind: 'capsule',
			rows: rows.slice(0, mostRows),
			label: words.label,
			readHead: words.read
		},
		table: resultTable(answer, measure),
		computed: { questions: [formatFileQuestion(question)], sql, method: method(answer) },
		...(nobody
			? { absence: { title: labelOf(question), sentence: words.nobody, engineHelps: false } }
			: {})
	};
}

function measureOf({ indicator }: FileQuestion): Measure {
	return ({ count: 'count', mean: 'index', proportion: 'share' } as const)[indicator.kind];
}

function labelOf({ indicator }: FileQuestion): string {
	if (indicator.kind === 'count') return words.count;
	if (indicator.kind === 'mean') return words.mean(indicator.of);
	return words.share(indicator.of, indicator.equals);
}

function finding({ answer, top }: FileFindings, measure: Measure): string {
	const label = labelOf(answer.question);
	const [only] = answer.estimates;
	if (answer.question.by.length === 0 && only) {
		return words.value(
			label,
			only.quality === 'unreliable' ? qualityWords.unreliable : formatInText(only, measure)
		);
	}
	if (top.length === 0) return words.few(label);
	if (top.length > 4) return words.open(label, formatCount(top.length - 1));
	const { by } = answer.question;
	const names = joinWords(top.map((key) => words.where(by, key)));
	return top.length === 1 ? words.highest(label, names) : words.among(label, names);
}

function what(question: FileQuestion, groups: number): string {
	const { design, by, where } = question;
	return [
		design.weight === undefined ? words.unweighted : words.weighted(design.weight),
		words.design(joinWords(designParts(question))),
		...(by.length > 0 ? [words.by(joinWords(by))] : []),
		...Object.entries(where).map(([column, codes]) =>
			words.only(column, joinWords(codes, words.or))
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

function method({ provenance, question }: FileAnswer): string {
	if (!provenance) return '';
	return words.method(provenance, words.over(joinWords(designParts(question))));
}

/** By value where the first column has no order of its own; by two columns under a head for each first code. */
function chartRows({ question, estimates }: FileAnswer, measure: Measure): ChartRow[] {
	const nested = question.by.length > 1;
	const inOrder = nested || estimates.every(({ key }) => key.every((code) => /^-?\d+$/.test(code)));
	const sorted = inOrder
		? estimates
		: estimates.toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
	const rows = sorted.map((estimate, i) => {
		const [first = ''] = estimate.key;
		const heading = words.first(question.by[0] ?? '', first);
		const starts = nested && first !== sorted[i - 1]?.key[0];
		return { ...chartRow(estimate, measure, nested), ...(starts ? { heading } : {}) };
	});
	return inOrder ? rows : withheldLast(rows);
}

function chartRow(estimate: Estimate, measure: Measure, nested: boolean): ChartRow {
	const whole = nameOf(estimate.key);
	return {
		id: JSON.stringify(estimate.key),
		name: nested ? nameOf(estimate.key.slice(1)) : whole,
		n: estimate.n,
		marks: [{ role: 'comparison', figure: estimate }],
		sentence: describe(whole, [{ figure: estimate, measure }], words.rows)
	};
}

function nameOf(key: readonly string[]): string {
	return key.length === 0 ? words.all : words.key(key);
}

function resultTable({ question, estimates }: FileAnswer, measure: Measure): ChartTable {
	const { by } = question;
	const numbers = ['value', 'se', 'low', 'high', 'n', 'missing'] as const;
	// A column of the file may be called n itself.
	const idOf = (id: string): string => (by.includes(id) ? `estimate_${id}` : id);
	const heads = [
		...(by.length > 0 ? by : [words.all]).map((label) => ({ id: label, label })),
		...numbers.map((id) => ({ id: idOf(id), label: words.table[id], number: true })),
		{ id: idOf('note'), label: words.table.note }
	];
	return {
		caption: [labelOf(question), ...(by.length > 0 ? [words.by(joinWords(by))] : [])].join('. '),
		columns: heads,
		rows: estimates.map((estimate) => ({
			id: JSON.stringify(estimate.key),
			cells: [
				...(by.length > 0 ? estimate.key : [words.all]),
				...numberCells(estimate, measure),
				estimate.value === null ? '' : qualityWords[estimate.quality]
			],
			quality: estimate.quality
		}))
	};
}

function numberCells(estimate: Estimate, measure: Measure) {
	const { value, se, low, high, n, missing } = estimate;
	const width = low === null || high === null ? 0 : high - low;
	const printed = (number: number | null) => ({
		text: number === null ? '' : formatValue(number, measure, width),
		raw: number
	});
	const error = { text: se === null ? '' : formatValue(se, measure), raw: se };
	return [
		{ text: formatFigure(estimate, measure).value, raw: value, strong: true },
		error,
		printed(low),
		printed(high),
		{ text: formatCount(n), raw: n },
		{ text: formatCount(missing), raw: missing }
	];
}
