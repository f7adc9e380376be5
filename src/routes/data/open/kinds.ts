import type { Kind, RowUnit } from '#lib/ingest/matching/types.ts';

/** Kinds of survey in the order in which they are offered. */
export const kinds: readonly Kind[] = ['tracer', 'audit', 'enrolment', 'labour-force', 'other'];

const units: Readonly<Record<Kind, readonly RowUnit[]>> = {
	tracer: ['graduate'],
	audit: ['worker-skill', 'worker', 'establishment'],
	enrolment: ['head-count', 'student'],
	'labour-force': ['person'],
	other: ['row', 'person', 'aggregate']
};

/** What one row of a kind of survey can be. */
export function unitsOf(kind: Kind): readonly RowUnit[] {
	return units[kind];
}
