import { auditEstablishmentIndicators } from './audit-establishment.ts';
import { auditSkillIndicators } from './audit-skill.ts';
import type { Indicator, TableDesign, TableId } from './declaration.ts';
import { enrolmentIndicators } from './enrolment.ts';
import { frameIndicators } from './frame.ts';
import { tracerIndicators } from './tracer.ts';

/** Every declared indicator by id. To add one, declare it in the file of its survey. */
export const indicators: Readonly<Record<string, Indicator>> = Object.fromEntries(
	[
		...auditSkillIndicators,
		...auditEstablishmentIndicators,
		...tracerIndicators,
		...frameIndicators,
		...enrolmentIndicators
	].map((indicator) => [indicator.id, indicator])
);

/** The survey that each table belongs to. */
export const sourceOf: Readonly<Record<TableId, string>> = {
	audit_skill: 'audit',
	audit_establishment: 'audit',
	tracer: 'tracer',
	enrolment: 'enrolment',
	frame: 'tracer'
};

/** Tables that the SQL of a table's indicators looks things up in. */
export const lookupTables: Readonly<Partial<Record<TableId, readonly string[]>>> = {
	tracer: ['occupation_field']
};

/** The design of each table with a sample. Waves are separate samples, so the wave is part of the stratum. */
export const tableDesigns: Readonly<Record<string, TableDesign>> = {
	audit_skill: {
		table: 'audit_skill',
		strata: ['wave', 'stratum'],
		cluster: ['cluster'],
		unit: 'worker',
		weight: 'weight'
	},
	audit_establishment: {
		table: 'audit_establishment',
		strata: ['wave', 'stratum'],
		cluster: ['cluster'],
		unit: 'establishment',
		weight: 'weight'
	},
	tracer: {
		table: 'tracer',
		strata: ['wave', 'stratum'],
		cluster: ['cluster'],
		unit: 'respondent',
		weight: 'weight'
	},
	enrolment: { table: 'enrolment', strata: [], cluster: [], complete: true },
	frame: { table: 'frame', strata: [], cluster: [], complete: true }
};
