import type { Dimension, TableId } from './declaration.ts';

const age = `CASE
	WHEN age < 25 THEN '15-24'
	WHEN age < 35 THEN '25-34'
	WHEN age < 55 THEN '35-54'
	WHEN age >= 55 THEN '55+'
END`;

const majorGroup = 'left(occupation, 1)';

const declared: readonly Dimension[] = [
	{
		id: 'sector',
		label: 'sector',
		codeList: 'sector',
		expressions: { audit_skill: 'sector', audit_establishment: 'sector', tracer: 'sector' }
	},
	{ id: 'skill', label: 'skill', codeList: 'skill', expressions: { audit_skill: 'skill' } },
	{
		id: 'sex',
		label: 'gender',
		codeList: 'sex',
		expressions: { audit_skill: 'sex', tracer: 'sex', enrolment: 'sex' }
	},
	{
		id: 'residence',
		label: 'residence',
		codeList: 'residence',
		expressions: {
			audit_skill: 'residence',
			tracer: 'residence',
			enrolment: 'residence_at_entry'
		},
		notes: { enrolment: 'home at entry' }
	},
	{
		id: 'residence_urban',
		label: 'residence, peri-urban as urban',
		codeList: 'residence',
		expressions: {},
		groups: { dimension: 'residence', codes: { periurban: 'urban' } }
	},
	{
		id: 'residence_rural',
		label: 'residence, peri-urban as rural',
		codeList: 'residence',
		expressions: {},
		groups: { dimension: 'residence', codes: { periurban: 'rural' } }
	},
	{
		id: 'occupation',
		label: 'occupation group',
		codeList: 'major_group',
		expressions: { audit_skill: majorGroup, tracer: majorGroup }
	},
	{
		id: 'position',
		label: 'kind of work',
		codeList: 'position',
		expressions: {},
		groups: {
			dimension: 'occupation',
			codes: Object.fromEntries(
				[...'0123456789'].map((major) => [major, '123'.includes(major) ? 'professional' : 'other'])
			)
		}
	},
	{
		id: 'field',
		label: 'field of study',
		codeList: 'field',
		expressions: { tracer: 'field', enrolment: 'field' }
	},
	{
		id: 'institution',
		label: 'institution',
		codeList: 'institution',
		expressions: {
			tracer: 'institution',
			enrolment: 'institution',
			// A stratum of the frame is named wave-institution-group of fields.
			frame: "split_part(stratum, '-', 2)"
		}
	},
	{ id: 'cohort', label: 'cohort', codeList: 'cohort', expressions: { tracer: 'cohort' } },
	{ id: 'year', label: 'year', codeList: 'year', expressions: { enrolment: 'year' } },
	{
		id: 'residence_origin',
		label: 'residence before studying',
		codeList: 'residence',
		expressions: { tracer: 'residence_origin' }
	},
	{
		id: 'disability',
		label: 'disability',
		codeList: 'disability',
		expressions: { tracer: 'disability' }
	},
	{ id: 'status', label: 'status now', codeList: 'status', expressions: { tracer: 'status' } },
	{ id: 'barrier', label: 'barrier', codeList: 'barrier', expressions: { tracer: 'barrier' } },
	{
		id: 'field_match',
		label: 'field that suits the job',
		codeList: 'field_match',
		expressions: { tracer: 'field_match' }
	},
	{ id: 'age', label: 'age', codeList: 'age_band', expressions: { audit_skill: age } },
	{
		id: 'district_group',
		label: 'district group',
		codeList: 'district_group',
		expressions: {
			audit_skill: 'district_group',
			audit_establishment: 'district_group',
			tracer: 'district_group'
		}
	},
	{
		id: 'size_band',
		label: 'size of establishment',
		codeList: 'size_band',
		expressions: { audit_skill: 'size_band', audit_establishment: 'size_band' }
	},
	{
		id: 'isced_level',
		label: 'level of education',
		codeList: 'isced_level',
		expressions: { audit_skill: 'isced_level', tracer: 'isced_level', enrolment: 'isced_level' }
	},
	{ id: 'rater', label: 'who rated', codeList: 'rater', expressions: { audit_skill: 'rater' } },
	{
		id: 'required_level',
		label: 'level required',
		codeList: 'proficiency_level',
		expressions: { audit_skill: 'proficiency_required::VARCHAR' }
	},
	{
		id: 'attained_level',
		label: 'level attained',
		codeList: 'proficiency_level',
		expressions: { audit_skill: 'proficiency_attained::VARCHAR' }
	},
	{
		id: 'wave',
		label: 'wave',
		codeList: 'wave',
		expressions: { audit_skill: 'wave', audit_establishment: 'wave', tracer: 'wave', frame: 'wave' }
	}
];

/** Every dimension by id, with the SQL of groupings derived from what they group. */
export const dimensions: Readonly<Record<string, Dimension>> = Object.fromEntries(
	declared.map((dimension) => [dimension.id, withExpressions(dimension)])
);

function withExpressions(dimension: Dimension): Dimension {
	const { groups } = dimension;
	if (!groups) return dimension;
	const base = declared.find((other) => other.id === groups.dimension);
	const expressions: Partial<Record<TableId, string>> = {};
	for (const [table, expression] of Object.entries(base?.expressions ?? {})) {
		expressions[table as TableId] = groupExpression(expression, groups.codes);
	}
	return { ...dimension, expressions };
}

function groupExpression(expression: string, codes: Readonly<Record<string, string>>): string {
	const cases = Object.entries(codes).map(([from, to]) => `WHEN '${from}' THEN '${to}'`);
	return `CASE ${expression} ${cases.join(' ')} ELSE ${expression} END`;
}
