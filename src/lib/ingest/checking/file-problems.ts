import { importProblems as words } from '#lib/vocabulary/messages/import-problems.ts';
import type { RuleId } from '#lib/vocabulary/messages/import-problems.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';
import type { ImportProblem, Severity } from './check.ts';
import type { Plan } from './plan.ts';

/** What is told of the file as a whole: columns that are absent, that are personal, rows that did not get in. */
export function fileProblems(
	plan: Plan,
	settled: Settled,
	looksLike: ReadonlyMap<string, string>
): ImportProblem[] {
	return [
		...rejectedByReader(plan),
		...absentColumns(plan),
		...designNotes(plan),
		...personalColumns(plan, settled, looksLike)
	];
}

interface Told {
	readonly count: number;
	readonly row?: number;
	readonly column?: string;
	readonly title?: string;
	readonly other?: string;
}

function tell(rule: RuleId, severity: Severity, details: Told): ImportProblem {
	const { count, row, column } = details;
	return {
		...{ rule, severity, count, message: words[rule](details) },
		...(column === undefined ? {} : { column }),
		...(row === undefined ? {} : { row })
	};
}

/** Of rows beyond those that the reader kept the reason is taken for that of the others. */
function rejectedByReader({ raw }: Plan): ImportProblem[] {
	const { rejected, rejectedRows } = raw;
	const ragged = rejected.filter(({ reason }) => reason === 'ragged');
	const unreadable = rejected.filter(({ reason }) => reason === 'unreadable');
	const beyond = rejectedRows - rejected.length;
	const counts = [
		{ rule: 'ragged-row', rows: ragged, more: ragged.length > 0 ? beyond : 0 },
		{ rule: 'unreadable-row', rows: unreadable, more: ragged.length > 0 ? 0 : beyond }
	] as const;
	return counts.flatMap(({ rule, rows: [first, ...others], more }) => {
		if (!first) return [];
		const count = 1 + others.length + more;
		return [tell(rule, 'error', { row: first.row, count, other: `${first.fields} fields` })];
	});
}

/** Fields that the contract requires and nothing stands in for. */
function absentColumns({ fields, skills }: Plan): ImportProblem[] {
	return fields.flatMap(({ name, title, source, constraints }) => {
		const isAbsent = source.from === 'nothing' && constraints.required;
		if (!isAbsent || (name === 'skill' && skills.length > 0)) return [];
		if (name === 'wave') return [tell('no-wave', 'note', { count: 1 })];
		return [tell('missing-column', 'warning', { title, count: 1 })];
	});
}

function designNotes({ fields, table }: Plan): ImportProblem[] {
	const notes: ImportProblem[] = [];
	const fromOf = (name: string) => fields.find((field) => field.name === name)?.source.from;
	if (table === 'enrolment' || table === 'other') return notes;
	if (fromOf('weight') === 'constant') notes.push(tell('no-weights', 'note', { count: 1 }));
	if (fromOf('stratum') === 'constant') notes.push(tell('no-strata', 'note', { count: 1 }));
	const cluster = fromOf('cluster');
	if (cluster === 'row' || cluster === 'field') {
		notes.push(
			tell('no-clusters', 'note', { count: 1, other: cluster === 'row' ? 'row' : 'worker' })
		);
	}
	for (const { name, title, source } of fields) {
		if (source.from !== 'row' || name === 'cluster') continue;
		notes.push(tell('no-ids', 'note', { count: 1, title }));
	}
	return notes;
}

function personalColumns(
	{ raw }: Plan,
	{ leftOut, kept }: Settled,
	looksLike: ReadonlyMap<string, string>
): ImportProblem[] {
	return raw.columns.flatMap(({ name: column }) => {
		if (kept.has(column)) return [tell('personal-kept', 'warning', { column, count: 1 })];
		if (leftOut.get(column) !== 'personal') return [];
		const other = looksLike.get(column) ?? 'personal data';
		return [tell('personal-data', 'warning', { column, count: 1, other })];
	});
}
