import type { ImportReport } from './import-report.ts';
import type { Hostile } from './import-truth.ts';

/** What came of a file: a report, or the sentence that says why there is none. */
export type Outcome = { readonly report: ImportReport } | { readonly sentence: string };

/** Whether a message is one plain sentence for a person, without what belongs into a log. */
export function isSentence(message: string): boolean {
	const inner =
		/undefined|\[object|Error:|Exception|node_modules|\n|\bat \w+ \(|^\s*$|\bc\d+\b.*\bc\d+\b/;
	return message.length <= 400 && !inner.test(message) && /^\S.*[.?!]$/u.test(message);
}

const speech = ({ problems, asks }: ImportReport): string =>
	[
		...problems.map((problem) => `${problem.rule} ${problem.message}`),
		...asks.map((ask) => ask.question)
	].join('\n');

function rowNamed(hostile: Hostile, outcome: Outcome): boolean {
	const rows = hostile.mentionsRow ?? [];
	if (rows.length === 0) return true;
	const text = 'sentence' in outcome ? outcome.sentence : speech(outcome.report);
	const inProblem =
		'report' in outcome &&
		outcome.report.problems.some(({ row }) => row !== undefined && rows.includes(row));
	return inProblem || rows.some((row) => new RegExp(`\\b${row}\\b`).test(text));
}

/** Where the outcome is none of those that the truth allows. */
export function hostileMisses(hostile: Hostile, outcome: Outcome): string[] {
	const misses: string[] = [];
	if (!rowNamed(hostile, outcome)) misses.push(`no word of row ${String(hostile.mentionsRow)}`);
	const says = hostile.says === undefined ? undefined : new RegExp(hostile.says, 'i');
	if ('sentence' in outcome) {
		const { sentence } = outcome;
		if (!hostile.expect.includes('sentence')) misses.push(`is not read: ${sentence}`);
		else if (says !== undefined && !says.test(sentence))
			misses.push(`does not say why: ${sentence}`);
		return misses;
	}
	const { report } = outcome;
	const { file } = report;
	const found = report.rejected > 0 || report.problems.length > 0;
	if (!hostile.expect.includes('reads') && !(found && hostile.expect.includes('problems')))
		misses.push(
			`is read: ${file.rows} rows, ${file.columns} columns, ${report.problems.length} problems`
		);
	else if (!hostile.expect.includes('reads') && says !== undefined && !says.test(speech(report)))
		misses.push(`does not say why: ${speech(report)}`);
	const hold = (
		name: string,
		got: number,
		want: number | undefined,
		also: readonly number[] = []
	) => {
		if (want !== undefined && got !== want && !also.includes(got))
			misses.push(`${name}: ${got} instead of ${want}`);
	};
	hold('rows', file.rows, hostile.rows, hostile.rowsAlso);
	hold('columns', file.columns, hostile.columns);
	hold('heading row', file.headerRow, hostile.headerRow);
	hold('rejected', report.rejected, hostile.rejected);
	if (report.rejected < (hostile.rejectedAtLeast ?? 0)) misses.push('no row is rejected');
	if (report.accepted + report.rejected !== file.rows)
		misses.push(`${report.accepted} accepted and ${report.rejected} rejected of ${file.rows}`);
	return misses;
}
