import { rComment, rText } from '#lib/exports/r-text.ts';
import { ownPackage } from '#lib/vocabulary/messages/own-package.ts';
import type { DescribedColumn } from './described-table.ts';
import { shownCodes } from './code-files.ts';
import type { MeasureEstimate, PackageEstimate } from './estimate.ts';
import type { DescribedPackage } from './described-package.ts';
import type { PackageDesign } from './package-design.ts';

const words = ownPackage.scripts;

/** How R reads the types of a table; whatever else stays text. */
const classes: Readonly<Record<string, string>> = {
	integer: 'integer',
	number: 'numeric',
	boolean: 'logical'
};

/**
 * read.R: reads the table in base R, gives its columns their titles and its codes their labels, declares the
 * design for the package survey and prints one estimate. ASCII, so that any locale reads it.
 */
export function readR({ table, design, estimate, head }: DescribedPackage): string {
	const parts = [
		[...head.map(rComment), '#', rComment(words.runR)].join('\n'),
		...(design.complete ? [] : ['library(survey)']),
		reading(table.name, table.rows, table.columns),
		`${rComment(words.measure)}\n${measure(estimate)}`,
		labels(table.columns),
		...(estimate.kind === 'shares' ? [`rows$.y <- rows[[${text(estimate.column)}]]`] : []),
		titles(table.columns),
		...(design.complete ? [] : [declaring(design)]),
		`${rComment(words.estimate(estimate.title))}\n${printing(estimate, design)}`
	];
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function reading(name: string, rows: number, columns: readonly DescribedColumn[]): string {
	const types = columns.map(
		({ name: column, type }) => `\t${text(column)}, ${text(classes[type] ?? 'character')}`
	);
	return `${rComment(words.reading)}
columns <- matrix(c(
${types.join(',\n')}
), ncol = 2, byrow = TRUE)
rows <- read.csv(
	${text(`${name}.csv`)}, colClasses = columns[, 2], na.strings = "", encoding = "UTF-8",
	check.names = FALSE, comment.char = ""
)
stopifnot(nrow(rows) == ${rows}, ncol(rows) == nrow(columns))
names(rows) <- columns[, 1]`;
}

function measure(estimate: PackageEstimate): string {
	switch (estimate.kind) {
		case 'share':
		case 'ratio': {
			const { y, x } = estimate.inR;
			return [
				`rows$.y <- with(rows, as.numeric(${y}))`,
				...(x === undefined ? [] : [`rows$.x <- with(rows, as.numeric(${x}))`])
			].join('\n');
		}
		case 'mean':
		case 'shares':
			return `rows$.y <- rows[[${text(estimate.column)}]]`;
		case 'rows':
			return 'rows$.y <- rep(1, nrow(rows))';
	}
}

/** Codes become factors; a column with several codes in a cell stays text. */
function labels(columns: readonly DescribedColumn[]): string {
	const made = columns.flatMap((column) => {
		const codes = shownCodes(column);
		if (codes.length === 0) return [];
		const cell = `rows[[${text(column.name)}]]`;
		const levels = codes.map(({ code }) => text(code)).join(', ');
		const named = codes.map(({ label }) => text(label)).join(', ');
		return `${cell} <- factor(as.character(${cell}), levels = c(${levels}),\n\tlabels = c(${named}))`;
	});
	return made.length === 0 ? '' : `${rComment(words.labels)}\n${made.join('\n')}`;
}

function titles(columns: readonly DescribedColumn[]): string {
	const pairs = columns.map(
		({ name, title }) => `attr(rows[[${text(name)}]], "label") <- ${text(title)}`
	);
	return `${rComment(words.titles)}\n${pairs.join('\n')}`;
}

/** The options of `survey` for a stratum with one cluster, and the design itself. */
function declaring(design: PackageDesign): string {
	const { strata, cluster, weight, fpc, loneStrata, incomplete, notes } = design;
	const needed = [...strata, ...cluster, ...(weight === undefined ? [] : [weight])];
	return [
		...notes.map(rComment),
		`options(survey.lonely.psu = "${loneStrata > 0 ? 'adjust' : 'fail'}", survey.adjust.domain.lonely = FALSE)`,
		`sampled <- rows${incomplete > 0 ? `[complete.cases(rows[${vector(needed)}]), ]` : ''}`,
		...(strata.length > 0 ? [`sampled$.stratum <- ${together(strata)}`] : []),
		...(cluster.length > 0 ? [`sampled$.cluster <- ${together(cluster)}`] : []),
		`sampled$.weight <- ${weight === undefined ? 'rep(1, nrow(sampled))' : `sampled[[${text(weight)}]]`}`,
		...(fpc === undefined ? [] : [`sampled$.fpc <- sampled[[${text(fpc)}]]`]),
		'design <- svydesign(',
		`\tids = ${cluster.length > 0 ? '~.cluster' : '~1'}, weights = ~.weight,`,
		...(strata.length > 0 ? ['\tstrata = ~.stratum, nest = TRUE,'] : []),
		...(fpc === undefined ? [] : ['\tfpc = ~.fpc,']),
		'\tdata = sampled',
		')'
	].join('\n');
}

function together(columns: readonly string[]): string {
	return `do.call(paste, c(unname(lapply(sampled[${vector(columns)}], as.character)), sep = "\\r"))`;
}

function vector(names: readonly string[]): string {
	return `c(${names.map(text).join(', ')})`;
}

function printing(estimate: PackageEstimate, { complete }: PackageDesign): string {
	if (estimate.kind === 'rows') return 'print(nrow(rows))';
	const title = `cat(${text(estimate.title)}, "\\n")`;
	if (complete) return [title, counted(estimate)].join('\n');
	const asked = 'answered <- subset(design, !is.na(.y))';
	switch (estimate.kind) {
		case 'share':
			return [
				...[title, asked, 'estimate <- svymean(~.y, answered)', 'print(estimate)'],
				`if (coef(estimate) > 0 && coef(estimate) < 1)\n\tprint(svyciprop(~.y, answered, method = "xlogit", df = degf(answered)))`,
				...compare(estimate)
			].join('\n');
		case 'ratio':
			return [
				...[title, 'answered <- subset(design, !is.na(.y) & !is.na(.x))'],
				'estimate <- svyratio(~.y, ~.x, answered)',
				...['print(estimate)', 'print(confint(estimate, df = degf(answered)))'],
				...compare(estimate)
			].join('\n');
		case 'mean':
			return [
				...[title, asked, 'estimate <- svymean(~.y, answered)'],
				...['print(estimate)', 'print(confint(estimate, df = degf(answered)))']
			].join('\n');
		case 'shares':
			return [
				...[title, asked, 'estimate <- svymean(~.y, answered)'],
				...['print(estimate)', 'print(confint(estimate, df = degf(answered)))']
			].join('\n');
	}
}

type AnyButRows = Exclude<PackageEstimate, { kind: 'rows' }>;

function counted(estimate: AnyButRows): string {
	if (!('inR' in estimate)) {
		return estimate.kind === 'shares'
			? 'print(prop.table(table(rows$.y)))'
			: 'print(mean(rows$.y, na.rm = TRUE))';
	}
	const isRatio = estimate.kind === 'ratio';
	const over = isRatio ? '.x' : '.y';
	return [
		`answered <- rows[!is.na(rows$.y) & !is.na(rows$${over}), ]`,
		`estimate <- ${isRatio ? 'sum(answered$.y) / sum(answered$.x)' : 'mean(answered$.y)'}`,
		'print(estimate)',
		...compare(estimate)
	].join('\n');
}

function compare({ onSite }: MeasureEstimate): string[] {
	if (onSite === undefined) return [];
	const value = 'if (is.list(estimate)) estimate$ratio[1] else as.numeric(estimate)[1]';
	return [
		`cat(${text(words.onSite)}, format(${onSite}, digits = 15), "\\n")`,
		`cat(${text(words.here)}, format(${value}, digits = 15), "\\n")`
	];
}

/** A text in R, in ASCII. */
function text(value: string): string {
	return rText(value).replace(/[^\0-\x7f]/gu, (letter) => {
		const point = (letter.codePointAt(0) ?? 0).toString(16);
		return point.length > 4 ? `\\U${point.padStart(8, '0')}` : `\\u${point.padStart(4, '0')}`;
	});
}
