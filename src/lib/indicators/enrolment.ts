import type { Indicator } from './declaration.ts';

const students = 'students in the records';
const records = 'Administrative records of the institutions';
const uis = 'UNESCO Institute for Statistics, glossary';

const count = {
	table: 'enrolment',
	kind: 'total',
	measure: 'count',
	interval: 'own',
	universe: students,
	moreIs: 'neither',
	reference: records
} as const;
const of = { table: 'enrolment', interval: 'own', universe: students, moreIs: 'neither' } as const;

const women = (column: string): string =>
	`CASE WHEN sex = 'F' THEN ${column} WHEN sex = 'M' THEN 0 END`;
const men = (column: string): string =>
	`CASE WHEN sex = 'M' THEN ${column} WHEN sex = 'F' THEN 0 END`;

const stages = [
	['enrolled', 'Students', 'students enrolled'],
	['entrants', 'Entrants', 'students in their first year'],
	['graduates', 'Graduates', 'students who graduated in the year']
] as const;

/** What the enrolment records say: a complete count, so values without sampling error. */
export const enrolmentIndicators: readonly Indicator[] = [
	...stages.map(([column, label, who]): Indicator => ({
		id: `${column}-count`,
		label,
		definition: `Number of ${who}.`,
		formula: `Σ ${column}`,
		...count,
		numerator: column
	})),
	...stages.map(([column, label, who]): Indicator => ({
		id: `women-among-${column}`,
		label: `Women among ${label.toLowerCase()}`,
		definition: `Of ${who}, the share who are women.`,
		formula: `Σ women ${column} / Σ ${column}`,
		...of,
		...{ kind: 'ratio', measure: 'share', reference: records },
		numerator: women(column),
		denominator: `CASE WHEN sex IS NOT NULL THEN ${column} END`
	})),
	{
		id: 'rural-among-enrolled',
		label: 'From rural homes',
		definition: 'Of students enrolled, the share whose home at entry was rural.',
		formula: 'Σ rural enrolled / Σ enrolled',
		...of,
		...{ kind: 'ratio', measure: 'share', reference: records },
		numerator:
			"CASE WHEN residence_at_entry IS NOT NULL THEN enrolled * (residence_at_entry = 'rural')::INTEGER END",
		denominator: 'enrolled'
	},
	{
		id: 'parity',
		label: 'Women for each man (GPI of heads)',
		definition:
			'Number of women enrolled for each man. It is about heads and not about chances: it does not ask how many women and men there are of that age. 0.97 to 1.03 counts as parity.',
		formula: 'Σ women / Σ men',
		...of,
		...{ apart: true, kind: 'ratio', measure: 'index', reference: uis },
		numerator: women('enrolled'),
		denominator: men('enrolled')
	},
	{
		id: 'adjusted-parity',
		label: 'Adjusted parity (GPIA of heads)',
		definition:
			'Parity made symmetric around 1, from 0 to 2: where women are more than men it is 2 minus men for each woman.',
		formula: 'GPI where GPI ≤ 1, else 2 − 1/GPI',
		...of,
		...{ apart: true, kind: 'adjusted-parity', measure: 'index', reference: uis },
		numerator: women('enrolled'),
		denominator: men('enrolled')
	},
	{
		id: 'representation',
		label: 'Representation of women in a field',
		definition:
			'Women’s share of a field over their share of all fields: 1 where the field has as many women as enrolment as a whole.',
		formula: 'women’s share of the field / women’s share of all',
		...of,
		...{ kind: 'representation', across: 'field', measure: 'index', reference: uis },
		numerator: women('enrolled'),
		denominator: 'CASE WHEN sex IS NOT NULL THEN enrolled END'
	},
	{
		id: 'segregation',
		label: 'Segregation by field (Duncan index)',
		definition:
			'Share of women, or of men, who would have to change field for women and men to be spread alike over the fields.',
		formula: '½ Σ over fields of |women of the field / women − men of the field / men|',
		...of,
		...{ apart: true, kind: 'dissimilarity', across: 'field', measure: 'share' },
		reference: 'Duncan and Duncan, American Sociological Review 20 (1955)',
		numerator: women('enrolled'),
		denominator: men('enrolled')
	}
];
