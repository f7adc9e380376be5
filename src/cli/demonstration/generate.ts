import { audit } from './audit.ts';
import { enrolment } from './enrolment.ts';
import { frameText } from './frame.ts';
import type { DemonstrationParameters } from './parameters.ts';
import { tracer } from './tracer.ts';

type DemonstrationTable = 'audit_skill' | 'audit_establishment' | 'tracer' | 'enrolment' | 'frame';

export interface Demonstration {
	/** CSV text with a header row, by table; columns as in data/schemas. */
	readonly tables: Readonly<Record<DemonstrationTable, string>>;
}

/**
 * The demonstration surveys: made-up records with the designs, non-response and gaps of real surveys.
 * The same parameters, seeds among them, give the same text on every machine.
 */
export function generateDemonstration(parameters: DemonstrationParameters): Demonstration {
	const skillsAudit = audit(parameters);
	const tracerStudy = tracer(parameters.tracer);
	return {
		tables: {
			audit_skill: skillsAudit.skills,
			audit_establishment: skillsAudit.establishments,
			tracer: tracerStudy.text,
			enrolment: enrolment(parameters.enrolment, parameters.tracer.programmes),
			frame: frameText([...skillsAudit.frame, ...tracerStudy.frame])
		}
	};
}
