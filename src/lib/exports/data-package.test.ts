import { describe, expect, test } from 'vitest';
import { tableDesigns } from '#lib/indicators/declared.ts';
import { tinyCatalogue } from '#tests/support/tiny-catalogue.ts';
import {
	codebook,
	codebookColumns,
	dataPackage,
	packageDesign,
	type PackagedSurvey
} from './data-package.ts';

const [wave] = tinyCatalogue.surveys;
if (!wave) throw new Error('No survey');
const frame = [{ source: 'audit', stratum: 'S1', population: '90' }];
const survey: PackagedSurvey = {
	...{ source: 'audit', waves: [wave], catalogue: tinyCatalogue, designs: tableDesigns, frame },
	records: [
		{
			...{ table: 'audit_skill', path: 'audit/audit_skill.abc.csv.gz', bytes: 9, rows: 2 },
			columns: [{ name: 'sex', type: 'VARCHAR' }]
		}
	],
	schemas: {
		audit_skill: {
			...{
				name: 'audit_skill',
				title: 'Skills',
				description: 'One worker, one skill.',
				row: 'one',
				missingValues: [''],
				primaryKey: []
			},
			fields: [
				{ name: 'sex', type: 'string', title: 'Gender', description: '', codeList: 'sex' },
				{
					...{ name: 'proficiency_required', type: 'integer', title: 'Level', description: '' },
					codeList: 'proficiency_level'
				},
				{ name: 'skill', type: 'string', title: 'Skill', description: '', codeList: 'skills' },
				{ name: 'weight', type: 'number', title: 'Weight', description: '', unit: 'workers' }
			]
		}
	}
};

interface Descriptor {
	readonly resources: readonly {
		readonly path: string;
		readonly schema: { readonly fields: readonly { readonly categories?: unknown }[] };
	}[];
}

describe('the data package of a survey', () => {
	const descriptor = dataPackage(survey) as Descriptor;
	const [resource] = descriptor.resources;

	test('names its edition, that it is made up, and the files of its own folder', () => {
		expect(descriptor).toMatchObject({ name: 'audit', version: '1', synthetic: true });
		expect(descriptor).toMatchObject({ notice: tinyCatalogue.site.notice });
		expect(resource).toMatchObject({ path: 'audit_skill.abc.csv.gz', rows: 2, compression: 'gz' });
	});

	test('holds the codes of a column with their labels, as the type of the column', () => {
		const [sex, level, skill, weight] = resource?.schema.fields ?? [];
		expect(sex?.categories).toEqual([
			{ value: 'F', label: 'Label of F' },
			{ value: 'M', label: 'Label of M' }
		]);
		expect(level?.categories).toContainEqual({ value: 1, label: 'Label of 1' });
		expect(skill?.categories).toContainEqual({ value: 'K1', label: 'Label of K1' });
		expect(weight).not.toHaveProperty('categories');
	});

	test('says the design as the declarations do, with the frame', () => {
		expect(packageDesign(survey)).toMatchObject({
			frame,
			tables: {
				audit_skill: {
					...{ strata: ['wave', 'stratum'], cluster: ['cluster'], nest: true, fpc: null },
					...{ weight: 'weight', respondent: 'worker', wave: 'wave' }
				}
			}
		});
	});

	test('says of a complete count that it has no sample', () => {
		const records = [{ table: 'enrolment', path: 'e.csv.gz', bytes: 1, rows: 1, columns: [] }];
		const { tables } = packageDesign({ ...survey, records }) as { tables: object };
		expect(tables).toMatchObject({ enrolment: { completeCount: true } });
	});

	test('has a codebook with a row a column and a row a code', () => {
		const rows = codebook(survey);
		expect(rows.every((row) => row.length === codebookColumns.length)).toBe(true);
		expect(rows[0]).toEqual(['audit_skill', 'sex', 'Gender', '', 'string', '', '', '']);
		expect(rows[1]).toEqual(['audit_skill', 'sex', '', '', '', '', 'F', 'Label of F']);
		expect(rows.filter(([, column]) => column === 'weight')).toHaveLength(1);
	});
});
