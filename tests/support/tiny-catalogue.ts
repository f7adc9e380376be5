import type { Catalogue, Code, Skill } from '#lib/contracts/catalogue.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };

const codes = (...list: readonly string[]): Code[] =>
	list.map((code) => ({ code, label: `Label of ${code}` }));

/** A skill of which only what a test is about is said. */
export function tinySkill(id: string, said: Partial<Skill> = {}): Skill {
	return {
		...{ id, label: `Do ${id}`, escoLabel: '', escoUri: '', sectors: [], occupations: [] },
		...{
			hoursPerLevel: 40,
			delivery: 'on site',
			needsPower: false,
			assessable: true,
			assessment: 'task'
		},
		maxWeeks: 8,
		...said
	};
}

/** A country of two sectors and two skills, for tables made by `loadTiny`. */
export const tinyCatalogue: Catalogue = {
	site: {
		...{ country: 'Nowhere', inCountry: 'in Nowhere', edition: '1', editionDate: '2024-01-01' },
		...{ notice: 'Made up.', targetSectors: [{ code: 'A', role: 'first' }], limits: {} },
		...{ default: { source: 'audit', wave: '2024', sector: 'A' }, demandRisk: {} },
		...{ districtGroupNote: '', attribution: [], skillHours: '' },
		currency: { code: 'XXX', name: 'coins', sign: 'C' }
	},
	codeLists: {
		sector: codes('A', 'B'),
		skill: codes('K1', 'K2'),
		sex: codes('F', 'M'),
		residence: codes('urban', 'periurban', 'rural'),
		major_group: codes(...'0123456789'),
		position: codes('professional', 'other'),
		age_band: codes('15-24', '25-34', '35-54', '55+'),
		district_group: codes('N', 'S'),
		size_band: codes('S', 'L'),
		proficiency_level: codes(...'12345'),
		wave: codes('2024'),
		...{ year: codes('2024'), field: codes('07'), institution: codes('I'), cohort: codes('2020') },
		...{ status: codes('employee', 'seeking'), field_match: codes('own', 'another') },
		...{ barrier: codes('cost'), disability: codes('yes', 'no'), isced_level: codes('6') },
		lqf_level: codes('1')
	},
	skills: [tinySkill('K1'), tinySkill('K2')],
	surveys: [
		{
			...{ id: 'audit', wave: '2024', title: 'Audit', kind: 'audit', tables: ['audit_skill'] },
			...{ universe: {}, units: {}, from: '2024-01-01', to: '2024-02-01', mode: '', coverage: '' },
			...{ excludes: '', access: 'open', synthetic: true, licence: '', comparableWith: [] },
			...{ nextWaveDue: '', design: '' }
		},
		{
			...{ id: 'tracer', wave: '2024', title: 'Tracer', kind: 'tracer', tables: ['tracer'] },
			...{ universe: {}, units: {}, from: '2024-01-01', to: '2024-02-01', mode: '', coverage: '' },
			...{ excludes: '', access: 'open', synthetic: true, licence: '', comparableWith: [] },
			...{ nextWaveDue: '', design: '' }
		}
	],
	thresholds
};
