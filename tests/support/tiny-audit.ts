import type { CsvColumn, Warehouse } from '#lib/warehouse/warehouse.ts';

/** A row of a table as a test writes it; null is a missing value. */
export type TinyRow = Readonly<Record<string, string | number | null>>;

const text = (name: string): CsvColumn => ({ name, type: 'VARCHAR' });
const whole = (name: string): CsvColumn => ({ name, type: 'INTEGER' });
const weight: CsvColumn = { name: 'weight', type: 'DOUBLE' };

const columns: Readonly<Record<string, readonly CsvColumn[]>> = {
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

/** Makes a table of the skills audit out of rows that say only what differs from the usual row. */
export async function loadTiny(
	warehouse: Warehouse,
	table: 'audit_skill' | 'audit_establishment',
	rows: readonly TinyRow[]
): Promise<void> {
	const declared = columns[table] ?? [];
	const line = (row: TinyRow): string =>
		declared.map(({ name }) => ({ ...defaults[table], ...row })[name] ?? '').join(',');
	const csv = [declared.map(({ name }) => name).join(','), ...rows.map(line)].join('\n');
	await warehouse.loadCsv(table, `${csv}\n`, declared);
}
