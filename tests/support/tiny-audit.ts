import type { TableId } from '#lib/indicators/declaration.ts';
import type { CsvColumn, Warehouse } from '#lib/warehouse/warehouse.ts';

/** A row of a table as a test writes it; null is a missing value. */
export type TinyRow = Readonly<Record<string, string | number | null>>;

const text = (name: string): CsvColumn => ({ name, type: 'VARCHAR' });
const whole = (name: string): CsvColumn => ({ name, type: 'INTEGER' });
const weight: CsvColumn = { name: 'weight', type: 'DOUBLE' };

const columns: Readonly<Record<string, readonly CsvColumn[]>> = {
	tracer: [
		...['wave', 'respondent', 'cohort', 'institution', 'isced_level', 'field', 'sex'].map(text),
		...['residence', 'residence_origin', 'district_group', 'disability', 'status'].map(text),
		...[whole('months_to_first_job'), whole('found_job'), text('sector'), text('occupation')],
		...[whole('pay'), text('field_match'), text('level_match'), text('barrier')],
		...[text('wants_microcredential'), text('stratum'), text('cluster'), weight]
	],
	occupation_field: [text('occupation'), text('field')],
	enrolment: [
		...['year', 'institution', 'isced_level', 'field', 'sex', 'residence_at_entry'].map(text),
		...['enrolled', 'entrants', 'graduates'].map(whole)
	],
	frame: [
		...['source', 'wave', 'table', 'stratum'].map(text),
		...['population', 'sampled', 'answered', 'ineligible'].map(whole)
	],
	audit_skill: [
		...['wave', 'establishment', 'worker', 'sector', 'district_group', 'size_band'].map(text),
		...['occupation', 'sex', 'residence'].map(text),
		...[whole('age'), text('isced_level'), text('skill'), whole('importance')],
		...[whole('proficiency_required'), whole('proficiency_attained'), text('rater')],
		...[text('stratum'), text('cluster'), weight]
	],
	audit_establishment: [
		...['wave', 'establishment', 'sector', 'district_group', 'size_band'].map(text),
		...['staff', 'staff_not_proficient', 'vacancies', 'hard_to_fill', 'skill_shortage'].map(whole),
		...[text('stratum'), text('cluster'), weight]
	]
};

const defaults: Readonly<Record<string, TinyRow>> = {
	tracer: {
		...{ wave: '2024', respondent: 'G1', cohort: '2020', institution: 'I', isced_level: '6' },
		...{ field: '07', sex: 'F', residence: 'rural', residence_origin: 'rural' },
		...{ district_group: 'N', disability: 'no', status: 'employee', months_to_first_job: 4 },
		...{ found_job: 1, sector: 'A', occupation: '8111', pay: 5000, field_match: 'own' },
		...{ level_match: 'same', barrier: 'cost', wants_microcredential: 'yes' },
		...{ stratum: 'S1', cluster: 'C1', weight: 2 }
	},
	occupation_field: { occupation: '811', field: '07' },
	enrolment: {
		...{ year: '2024', institution: 'I', isced_level: '6', field: '07', sex: 'F' },
		...{ residence_at_entry: 'rural', enrolled: 40, entrants: 12, graduates: 8 }
	},
	frame: {
		...{ source: 'tracer', wave: '2024', table: 'tracer', stratum: '2024-I-S' },
		...{ population: 900, sampled: 200, answered: 80, ineligible: 10 }
	},
	audit_skill: {
		...{ wave: '2024', establishment: 'E1', worker: 'W1', sector: 'A', district_group: 'N' },
		...{ size_band: 'S', occupation: '2310', sex: 'F', residence: 'rural', age: 30 },
		...{ isced_level: '4', skill: 'K1', importance: 3, proficiency_required: 4 },
		...{ proficiency_attained: 2, rater: 'self', stratum: 'S1', cluster: 'C1', weight: 2 }
	},
	audit_establishment: {
		...{ wave: '2024', establishment: 'E1', sector: 'A', district_group: 'N', size_band: 'S' },
		...{ staff: 10, staff_not_proficient: 2, vacancies: 4, hard_to_fill: 3, skill_shortage: 1 },
		...{ stratum: 'S1', cluster: 'C1', weight: 2 }
	}
};

/** The tables that can be made small. */
export type TinyTable = TableId | 'occupation_field';

/** Makes a table out of rows that say only what differs from the usual row. */
export async function loadTiny(
	warehouse: Warehouse,
	table: TinyTable,
	rows: readonly TinyRow[]
): Promise<void> {
	const declared = columns[table] ?? [];
	const line = (row: TinyRow): string =>
		declared.map(({ name }) => ({ ...defaults[table], ...row })[name] ?? '').join(',');
	const csv = [declared.map(({ name }) => name).join(','), ...rows.map(line)].join('\n');
	await warehouse.loadCsv(table, `${csv}\n`, declared);
}
