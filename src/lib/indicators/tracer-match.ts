import type { Indicator } from './declaration.ts';
import { employed, guide, inWork, share } from './tracer-words.ts';

/** ISCED level as a number; NULL where it is not stated. */
const level = 'TRY_CAST(isced_level AS INTEGER)';
const major = 'left(occupation, 1)';

/** Highest ISCED level that a job of the major group asks for, and the lowest. */
const asked = {
	a: { most: { clerical: 4, elementary: 2 }, least: { clerical: 3, elementary: 0 } },
	b: { most: { clerical: 4, elementary: 1 }, least: { clerical: 2, elementary: 0 } }
} as const;

const variants = {
	a: 'clerical, service, craft and machine work: levels 3 and 4; elementary work: 1 and 2',
	b: 'clerical, service, craft and machine work: levels 2 to 4; elementary work: 1'
} as const;

function overSql(variant: 'a' | 'b'): string {
	const { clerical, elementary } = asked[variant].most;
	return `CASE
	WHEN ${level} IS NULL OR ${major} IS NULL THEN NULL
	WHEN ${major} BETWEEN '4' AND '8' THEN (${level} > ${clerical})::INTEGER
	WHEN ${major} = '9' THEN (${level} > ${elementary})::INTEGER
	ELSE 0
END`;
}

function underSql(variant: 'a' | 'b'): string {
	return `CASE
	WHEN ${level} IS NULL OR ${major} IS NULL THEN NULL
	WHEN ${major} BETWEEN '1' AND '3' THEN (${level} < 5)::INTEGER
	WHEN ${major} BETWEEN '4' AND '8' THEN (${level} < ${asked[variant].least.clerical})::INTEGER
	ELSE 0
END`;
}

const notArmedForces = `${employed} AND coalesce(${major}, '') <> '0'`;

/** Whether a graduate's job fits: by level and field, by rule and by the graduate's own judgement. */
export const tracerMatchIndicators: readonly Indicator[] = [
	...(['a', 'b'] as const).flatMap((variant): Indicator[] => [
		{
			id: `over-qualified-${variant}`,
			label: `Over-qualified, variant ${variant.toUpperCase()}`,
			definition: `Share of graduates in work whose level of education is above what their occupation asks for (managers, professionals and technicians: levels 5 to 8; ${variants[variant]}).`,
			formula: 'Σ w·1[ISCED above the range of the ISCO major group] / Σ w',
			...share,
			moreIs: 'worse',
			universe: inWork,
			condition: notArmedForces,
			numerator: overSql(variant),
			reference:
				'20th International Conference of Labour Statisticians (2018), guidelines on mismatch'
		},
		{
			id: `under-qualified-${variant}`,
			label: `Under-qualified, variant ${variant.toUpperCase()}`,
			definition: `Share of graduates in work whose level of education is below what their occupation asks for (managers, professionals and technicians: levels 5 to 8; ${variants[variant]}).`,
			formula: 'Σ w·1[ISCED below the range of the ISCO major group] / Σ w',
			...share,
			moreIs: 'neither',
			universe: inWork,
			condition: notArmedForces,
			numerator: underSql(variant),
			reference:
				'20th International Conference of Labour Statisticians (2018), guidelines on mismatch'
		}
	]),
	{
		id: 'over-qualification-rate',
		label: 'Over-qualification rate',
		definition:
			'Of graduates in work with a tertiary qualification (ISCED 5 to 8), the share in occupations that ask for less (ISCO 4 to 9).',
		formula: 'Σ w·1[ISCED 5–8 in ISCO 4–9] / Σ w·1[ISCED 5–8 in work]',
		...share,
		moreIs: 'worse',
		universe: `${inWork}, with a tertiary qualification`,
		condition: `${employed} AND ${level} >= 5`,
		numerator: `(${major} BETWEEN '4' AND '9')::INTEGER`,
		reference: 'Eurostat, over-qualification rate (experimental statistics)'
	},
	{
		id: 'field-mismatch',
		label: 'Works outside the field of study',
		definition:
			'Share of graduates in work whose field of study is none of those that lead to their occupation, by the map of occupations and fields.',
		formula: 'Σ w·1[field not among those of the ISCO minor group] / Σ w',
		...share,
		moreIs: 'worse',
		universe: `${inWork}, general programmes, armed forces and elementary work left out`,
		condition: `${notArmedForces} AND field <> '00' AND coalesce(${major}, '') <> '9' AND ${level} >= 3`,
		numerator: `CASE WHEN occupation IS NOT NULL THEN (concat(left(occupation, 3), ' ', field) NOT IN (SELECT concat(occupation, ' ', field) FROM occupation_field))::INTEGER END`,
		reference: 'After Montt, OECD Working Paper 167 (2015); the map is ours'
	},
	{
		id: 'field-needless',
		label: 'Job suits another field, or none',
		definition:
			'Share of graduates in work who say that another field of study, or no particular one, suits their job best.',
		formula: 'Σ w·1[another field or none] / Σ w',
		...share,
		moreIs: 'worse',
		universe: inWork,
		condition: employed,
		numerator: "(field_match IN ('another', 'none_needed'))::INTEGER",
		reference: guide
	},
	{
		id: 'level-lower',
		label: 'Job suits a lower level',
		definition:
			'Share of graduates in work who say that a lower level of education suits their job best.',
		formula: 'Σ w·1[a lower level] / Σ w',
		...share,
		moreIs: 'worse',
		universe: inWork,
		condition: employed,
		numerator: "(level_match = 'lower')::INTEGER",
		reference: guide
	},
	{
		id: 'field-match',
		label: 'Which field suits the job',
		definition:
			'Share of graduates in work by the field of study that suits their job best, in their judgement.',
		formula: 'Σ w·1[answer] / Σ w',
		...share,
		kind: 'composition',
		across: 'field_match',
		moreIs: 'neither',
		universe: inWork,
		condition: employed,
		numerator: 'CASE WHEN field_match IS NOT NULL THEN 1 END',
		reference: guide
	}
];
