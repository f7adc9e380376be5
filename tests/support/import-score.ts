import { asList, headingsOf, told } from './import-headings.ts';
import type { ImportReport } from './import-report.ts';
import type { Fixture } from './import-truth.ts';
import { valueMisses } from './import-score-values.ts';

/** Where an import differs from the truth. */
export interface Miss {
	readonly file: string;
	readonly part:
		| 'encoding'
		| 'delimiter'
		| 'header'
		| 'rows'
		| 'columns'
		| 'kind'
		| 'unit'
		| 'column' // not found
		| 'wrong column' // taken above the confidence at which it does not ask
		| 'value' // neither mapped nor asked
		| 'wrong value'
		| 'guessed' // a code without a label
		| 'personal'
		| 'totals'
		| 'damage'
		| 'silent'; // cells that cannot be, and no problem
	readonly what: string;
}

export interface Score {
	readonly misses: readonly Miss[];
	/** Contract columns that are in the file and of which it may not be asked, or that were taken. */
	readonly expected: number;
	readonly right: number;
}

const text = (value: unknown): string => JSON.stringify(value);

function fileMisses(truth: Fixture, { file }: ImportReport): Omit<Miss, 'file'>[] {
	const misses: Omit<Miss, 'file'>[] = [];
	const hold = (part: Miss['part'], got: unknown, want: unknown, also: readonly unknown[] = []) => {
		if (want !== null && got !== want && !also.includes(got))
			misses.push({ part, what: `${text(got)} instead of ${text(want)}` });
	};
	hold('encoding', file.encoding, truth.encoding, truth.encodingAlso);
	hold('delimiter', file.delimiter, truth.delimiter);
	hold('header', file.headerRow, truth.headerRow, truth.headerRowAlso);
	hold('rows', file.rows, truth.rows, truth.rowsAlso);
	hold('columns', file.columns, truth.columns, truth.columnsAlso);
	return misses;
}

function kindMisses(truth: Fixture, { kind, asks }: ImportReport): Omit<Miss, 'file'>[] {
	const asked = (truth.kindAsk ?? false) && asks.some(({ about }) => about === 'kind');
	if (asked) return [];
	if (kind.guess !== truth.kind && !(truth.kindAlso ?? []).includes(kind.guess))
		return [{ part: 'kind', what: `${kind.guess} instead of ${truth.kind} (${kind.confidence})` }];
	const right =
		truth.kind === 'other'
			? (kind.unit === 'aggregate') === (truth.unit === 'aggregate')
			: kind.unit === truth.unit || (truth.unitAlso ?? []).includes(kind.unit);
	return right ? [] : [{ part: 'unit', what: `${kind.unit} instead of ${truth.unit}` }];
}

/** The headings taken for a contract column; of the design too, for weight, stratum and cluster. */
export function taken(report: ImportReport, contract: string): readonly string[] {
	const match = report.mapping[contract];
	if (match !== undefined) return asList(match.column);
	const design: Readonly<Record<string, unknown>> = { ...report.design };
	return asList(design[contract]);
}

function columnScore(truth: Fixture, report: ImportReport): Score {
	const misses: Miss[] = [];
	const miss = (part: Miss['part'], what: string) => misses.push({ file: truth.file, part, what });
	const contracts = new Set([...Object.keys(truth.mapping), ...Object.keys(report.mapping)]);
	for (const contract of ['weight', 'stratum', 'cluster'])
		if (taken(report, contract).length > 0) contracts.add(contract);
	let expected = 0;
	let right = 0;
	for (const contract of contracts) {
		const wanted = asList(truth.mapping[contract]);
		const also = truth.mayAlso?.[contract] ?? [];
		const got = taken(report, contract);
		if (got.length === 0) {
			if (truth.mayAsk.includes(contract) || wanted.length === 0) continue;
			expected += 1;
			const asked = report.asks.some((ask) => ask.contract === contract);
			miss('column', `${contract} is ${wanted.join(' + ')}${asked ? ' (asked)' : ''}`);
			continue;
		}
		if (wanted.length > 0) expected += 1;
		const known = [...wanted, ...also];
		const strange = got.filter((heading) => !known.some((name) => told(truth, name, heading)));
		if (strange.length > 0) {
			const decoy = strange.some((heading) => truth.decoys[heading] === contract);
			miss('wrong column', `${contract} from ${strange.join(' + ')}${decoy ? ' (decoy)' : ''}`);
			continue;
		}
		const whole = wanted.every((name) => got.some((heading) => told(truth, name, heading)));
		const instead = got.every((heading) => also.some((name) => told(truth, name, heading)));
		if (wanted.length > 0 && !whole && !instead)
			miss('column', `${contract} has ${got.length} of ${wanted.length} columns`);
		else if (wanted.length > 0) right += 1;
	}
	return { misses, expected, right };
}

function personalMisses(truth: Fixture, report: ImportReport): Omit<Miss, 'file'>[] {
	const flagged = report.leftOut;
	const missed = truth.personal.filter((name) => !flagged.some((got) => told(truth, name, got)));
	const needed = headingsOf(truth);
	const kept = flagged.filter((got) => needed.some((name) => told(truth, name, got)));
	return [
		...missed.map((name) => ({ part: 'personal' as const, what: `${name} is not seen` })),
		...kept.map((name) => ({ part: 'personal' as const, what: `${name} is left out` }))
	];
}

function contentMisses(truth: Fixture, report: ImportReport): Omit<Miss, 'file'>[] {
	const misses: Omit<Miss, 'file'>[] = [];
	const speaks = (pattern: RegExp) =>
		report.problems.some((problem) => pattern.test(`${problem.rule} ${problem.message}`));
	if (truth.totalsMixed === true && !speaks(/total/i))
		misses.push({ part: 'totals', what: 'no problem tells of the totals among the rows' });
	if (
		truth.mustHaveProblems === true &&
		!report.problems.some(({ severity }) => severity === 'error')
	)
		misses.push({ part: 'silent', what: 'no problem tells of cells that cannot be' });
	for (const name of truth.damaged ?? []) {
		const asked = report.asks.some(
			({ column }) => column !== undefined && told(truth, name, column)
		);
		const problem = report.problems.some(
			({ column }) => column !== undefined && told(truth, name, column)
		);
		if (!asked && !problem) misses.push({ part: 'damage', what: `nothing is said of ${name}` });
	}
	return misses;
}

/** Compares an import with the truth about the file. */
export function score(truth: Fixture, report: ImportReport): Score {
	const columns = columnScore(truth, report);
	const others = [
		...fileMisses(truth, report),
		...kindMisses(truth, report),
		...valueMisses(truth, report, (contract) => taken(report, contract)),
		...personalMisses(truth, report),
		...contentMisses(truth, report)
	];
	return {
		...columns,
		misses: [...others.map((miss) => ({ file: truth.file, ...miss })), ...columns.misses]
	};
}
