import { ownPackage } from '#lib/vocabulary/messages/own-package.ts';
import { shownCodes } from './code-files.ts';
import type { DescribedColumn } from './described-table.ts';
import type { DescribedPackage } from './described-package.ts';
import type { PackageEstimate } from './estimate.ts';
import type { PackageDesign } from './package-design.ts';
import { isPlainInStata, stataComment as comment, stataNames, stataText } from './stata-text.ts';

const words = ownPackage.scripts;

/** Variables that the script itself makes. */
const own = ['est_y', 'est_x', 'est_in', 'coded', 'stratum_id', 'cluster_id'] as const;

interface Variable {
	readonly column: DescribedColumn;
	readonly name: string;
}

/**
 * read.do: the same as read.R in Stata 16 or later, by `import delimited`, `label` and `svyset`. All columns are read as
 * text and made numbers after, so that no code loses a nought. Simple on purpose.
 */
export function readDo({ table, design, estimate, head }: DescribedPackage): string {
	const names = stataNames(
		table.columns.map(({ name }) => name),
		own
	);
	const variables = table.columns.map((column, i) => ({ column, name: names[i] ?? `column${i}` }));
	const nameOf = (column: string): string =>
		variables.find((one) => one.column.name === column)?.name ?? column;
	const parts = [
		[...head.map(comment), '*', comment(words.runStata), 'version 16'].join('\n'),
		reading(table.name, table.rows, variables),
		numbers(variables),
		`${comment(words.measure)}\n${measure(estimate, nameOf)}`,
		labels(variables),
		...(design.complete ? [] : [declaring(design, nameOf)]),
		`${comment(words.estimate(estimate.title))}\n${printing(estimate, design, nameOf)}`
	];
	return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function reading(table: string, rows: number, variables: readonly Variable[]): string {
	return [
		comment(words.readingStata),
		`import delimited using "${table}.csv", clear delimiters(",") varnames(nonames) ///`,
		'\tstringcols(_all) encoding("utf-8") bindquote(strict) maxquotedrows(unlimited)',
		'drop in 1',
		`assert _N == ${rows}`,
		...variables.map(({ name }, i) => `rename v${i + 1} ${name}`),
		...variables.map(
			({ name, column }) => `label variable ${name} ${stataText(column.title.slice(0, 80))}`
		)
	].join('\n');
}

function numbers(variables: readonly Variable[]): string {
	const numeric = variables.filter(
		({ column: { type } }) => type === 'integer' || type === 'number'
	);
	const truths = variables.filter(({ column: { type } }) => type === 'boolean');
	return [
		...numeric.map(({ name }) => `destring ${name}, replace`),
		...truths.map(
			({ name }) =>
				`replace ${name} = cond(${name} == "true", "1", cond(${name} == "false", "0", ""))\ndestring ${name}, replace`
		)
	].join('\n');
}

function measure(estimate: PackageEstimate, nameOf: (column: string) => string): string {
	switch (estimate.kind) {
		case 'share':
		case 'ratio': {
			const { y, x } = estimate.inStata;
			return [
				`generate double est_y = ${y}`,
				...(x === undefined ? [] : [`generate double est_x = ${x}`])
			].join('\n');
		}
		case 'mean':
			return `generate double est_y = ${nameOf(estimate.column)}`;
		case 'shares':
			return `egen long est_y = group(${nameOf(estimate.column)})`;
		case 'rows':
			return 'generate byte est_y = 1';
	}
}

/** Codes of text become numbers from 1 that carry the labels; whole numbers keep theirs. */
function labels(variables: readonly Variable[]): string {
	const made = variables.flatMap(({ column, name }, i) => {
		const codes = shownCodes(column);
		if (codes.length === 0) return [];
		const number = i + 1;
		if (column.type === 'integer') {
			const lines = codes.map(({ code, label }) => [Number(code), label] as const);
			return [...define(`labels${number}`, lines), `label values ${name} labels${number}`];
		}
		if (column.type !== 'string') return [];
		if (!codes.every(({ code }) => isPlainInStata(code))) return [comment(words.notEncoded(name))];
		return [
			...define(
				`codes${number}`,
				codes.map(({ code }, at) => [at + 1, code] as const)
			),
			...define(
				`labels${number}`,
				codes.map(({ label }, at) => [at + 1, label] as const)
			),
			`encode ${name}, generate(coded) label(codes${number}) noextend`,
			`label values coded labels${number}`,
			`label variable coded ${stataText(column.title.slice(0, 80))}`,
			...[`order coded, after(${name})`, `drop ${name}`, `rename coded ${name}`]
		];
	});
	return made.length === 0 ? '' : `${comment(words.labelsStata)}\n${made.join('\n')}`;
}

function define(name: string, lines: readonly (readonly [number, string])[]): string[] {
	return lines.map(
		([number, label], i) =>
			`label define ${name} ${number} ${stataText(label)}${i === 0 ? '' : ', add'}`
	);
}

function declaring(design: PackageDesign, nameOf: (column: string) => string): string {
	const { strata, cluster, weight, fpc, loneStrata, notes } = design;
	const all = (columns: readonly string[]): string => columns.map(nameOf).join(' ');
	const options = [
		...(strata.length > 0 ? ['strata(stratum_id)'] : []),
		...(fpc === undefined ? [] : [`fpc(${nameOf(fpc)})`]),
		`singleunit(${loneStrata > 0 ? 'centered' : 'missing'})`
	];
	return [
		...notes.map(comment),
		...(strata.length > 0 ? [`egen long stratum_id = group(${all(strata)})`] : []),
		...(cluster.length > 0
			? [`egen long cluster_id = group(${all([...strata, ...cluster])})`]
			: []),
		`svyset ${cluster.length > 0 ? 'cluster_id' : '_n'}${weight === undefined ? '' : ` [pweight = ${nameOf(weight)}]`}, ${options.join(' ')}`
	].join('\n');
}

function printing(
	estimate: PackageEstimate,
	{ complete }: PackageDesign,
	nameOf: (column: string) => string
): string {
	if (estimate.kind === 'rows') return 'count';
	const lines = complete ? counted(estimate) : asked(estimate, nameOf);
	const onSite = 'onSite' in estimate ? estimate.onSite : undefined;
	return [
		`display ${stataText(estimate.title)}`,
		...lines,
		...(onSite === undefined ? [] : [`display ${stataText(`${words.onSite} ${onSite}`)}`])
	].join('\n');
}

function asked(
	estimate: Exclude<PackageEstimate, { kind: 'rows' }>,
	nameOf: (column: string) => string
): string[] {
	switch (estimate.kind) {
		case 'ratio':
			return [
				'generate byte est_in = !missing(est_y, est_x)',
				'svy, subpop(est_in): ratio (est_y / est_x)'
			];
		case 'shares':
			return [
				'generate byte est_in = !missing(est_y)',
				`svy, subpop(est_in): proportion ${nameOf(estimate.column)}`
			];
		case 'share':
		case 'mean':
			return ['generate byte est_in = !missing(est_y)', 'svy, subpop(est_in): mean est_y'];
	}
}

function counted(estimate: Exclude<PackageEstimate, { kind: 'rows' }>): string[] {
	if (estimate.kind === 'ratio') {
		return [
			'summarize est_y if !missing(est_y, est_x), meanonly',
			'scalar upper = r(sum)',
			'summarize est_x if !missing(est_y, est_x), meanonly',
			'display upper / r(sum)'
		];
	}
	return [estimate.kind === 'shares' ? 'tabulate est_y' : 'summarize est_y'];
}
