import { auditEstablishmentIndicators } from './audit-establishment.ts';
import { auditSkillIndicators } from './audit-skill.ts';
import type { Indicator, TableDesign, TableId } from './declaration.ts';

/** Every declared indicator by id. To add one, declare it in the file of its survey. */
export const indicators: Readonly<Record<string, Indicator>> = Object.fromEntries(
	[...auditSkillIndicators, ...auditEstablishmentIndicators].map((indicator) => [
		indicator.id,
		indicator
	])
);

/** The survey that each table belongs to. */
export const sourceOf: Readonly<Record<TableId, string>> = {
	audit_skill: 'audit',
	audit_establishment: 'audit',
	tracer: 'tracer',
	enrolment: 'enrolment'
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
	}
};
