import type { Indicator } from './declaration.ts';

const workers = 'workers in establishments of the frame who were rated on the skill';
const dictionary =
	'Skills audit: the level a job requires and the level a worker has attained, 1 to 5';

/** Required minus attained, never below 0. NULL where either is missing, which greatest() would hide. */
const short =
	'(proficiency_required - proficiency_attained) * (proficiency_required > proficiency_attained)::INTEGER';

interface Group {
	readonly id: string;
	readonly people: string;
	readonly test: string;
	readonly column: string;
}

const groups: readonly Group[] = [
	{ id: 'women', people: 'women', test: "sex = 'F'", column: 'sex' },
	{ id: 'rural', people: 'rural residents', test: "residence = 'rural'", column: 'residence' }
];

/** @param any short of at least one of several skills, each worker once */
function amongShort({ id, people, test, column }: Group, any: boolean): Indicator {
	const skills = any ? 'at least one of the skills' : 'the skill';
	return {
		id: any ? `${id}-among-short-any` : `${id}-among-short`,
		label: `Share of ${people} among people short${any ? ' of any of the skills' : ''}`,
		definition: `Of the workers below the level their job requires${any ? ' in at least one of the skills' : ''}, the share who are ${people}.`,
		formula: `Σ w·1[R > A]·1[${people}] / Σ w·1[R > A]`,
		measure: 'share',
		moreIs: 'neither',
		table: 'audit_skill',
		universe: `workers below the level their job requires in ${skills}`,
		kind: 'mean',
		interval: 'xlogit',
		...(any ? { any: true } : { within: 'skill' }),
		condition: 'proficiency_required > proficiency_attained',
		numerator: `CASE WHEN ${column} IS NOT NULL THEN (${test})::INTEGER END`,
		reference: dictionary
	};
}

/** What the skills audit says of workers: the level their job requires and the level they have. */
export const auditSkillIndicators: readonly Indicator[] = [
	{
		id: 'required',
		label: 'Required level',
		definition: 'Mean level of proficiency that the job requires, from 1 (none) to 5 (expert).',
		formula: 'Σ w·R / Σ w',
		measure: 'level',
		moreIs: 'neither',
		table: 'audit_skill',
		universe: workers,
		kind: 'mean',
		interval: 't',
		numerator: 'CASE WHEN proficiency_attained IS NOT NULL THEN proficiency_required END',
		reference: dictionary
	},
	{
		id: 'attained',
		label: 'Attained level',
		definition:
			'Mean level of proficiency that the worker has attained, from 1 (none) to 5 (expert).',
		formula: 'Σ w·A / Σ w',
		measure: 'level',
		moreIs: 'better',
		table: 'audit_skill',
		universe: workers,
		kind: 'mean',
		interval: 't',
		numerator: 'CASE WHEN proficiency_required IS NOT NULL THEN proficiency_attained END',
		reference: dictionary
	},
	{
		id: 'gap',
		label: 'Gap',
		definition:
			'Mean level required by the job minus mean level attained by the worker. One worker’s surplus offsets another’s shortfall.',
		formula: 'Σ w·(R − A) / Σ w',
		measure: 'levels',
		signed: true,
		moreIs: 'worse',
		table: 'audit_skill',
		universe: workers,
		kind: 'mean',
		interval: 't',
		numerator: 'proficiency_required - proficiency_attained',
		reference: dictionary
	},
	{
		id: 'shortfall',
		label: 'Shortfall',
		definition:
			'Mean number of levels by which workers fall below the level their job requires; those at or above it count as 0.',
		formula: 'Σ w·max(0, R − A) / Σ w',
		measure: 'levels',
		moreIs: 'worse',
		table: 'audit_skill',
		universe: workers,
		kind: 'mean',
		interval: 't',
		numerator: short,
		reference: dictionary
	},
	{
		id: 'incidence',
		label: 'Share below the required level',
		definition:
			'Share of ratings in which the worker is below the level the job requires; with one skill, the share of workers.',
		formula: 'Σ w·1[R > A] / Σ w',
		measure: 'share',
		moreIs: 'worse',
		table: 'audit_skill',
		universe: workers,
		kind: 'mean',
		interval: 'xlogit',
		numerator: '(proficiency_required > proficiency_attained)::INTEGER',
		reference: dictionary
	},
	{
		id: 'attainment',
		label: 'Attainment',
		definition:
			'How much of the required proficiency workers have attained: 100% when nobody is below the level the job requires.',
		formula: 'Σ w·min(A, R) / Σ w·R',
		measure: 'share',
		moreIs: 'better',
		table: 'audit_skill',
		universe: workers,
		kind: 'ratio',
		interval: 't',
		numerator: `proficiency_required - ${short}`,
		denominator: 'proficiency_required',
		reference: dictionary
	},
	{
		id: 'gap-index',
		label: 'Gap index',
		definition:
			'Shortfall weighed by how important the skill is for the job, in per cent of what is required; from 0 to 80.',
		formula: '100 · Σ w·I·max(0, R − A) / Σ w·I·R',
		measure: 'index',
		moreIs: 'worse',
		table: 'audit_skill',
		universe: workers,
		kind: 'ratio',
		interval: 't',
		numerator: `100 * importance * ${short}`,
		denominator: 'importance * proficiency_required',
		reference: 'This project’s own index'
	},
	{
		id: 'people-short',
		label: 'People short',
		definition: 'Number of workers below the level their job requires in the skill.',
		formula: 'Σ w·1[R > A]',
		measure: 'count',
		moreIs: 'worse',
		table: 'audit_skill',
		universe: workers,
		kind: 'total',
		within: 'skill',
		interval: 't',
		numerator: '(proficiency_required > proficiency_attained)::INTEGER',
		reference: dictionary
	},
	{
		id: 'people-short-any',
		label: 'People short of any of the skills',
		definition:
			'Number of workers below the level their job requires in at least one of the skills; a worker short of several counts once.',
		formula: 'Σ w·1[R > A in any skill]',
		measure: 'count',
		moreIs: 'worse',
		table: 'audit_skill',
		universe: workers,
		kind: 'total',
		any: true,
		interval: 't',
		numerator: '(proficiency_required > proficiency_attained)::INTEGER',
		reference: dictionary
	},
	...groups.flatMap((group) => [amongShort(group, false), amongShort(group, true)])
];
