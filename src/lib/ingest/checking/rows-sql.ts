import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import { canFail, canRound, fieldSql } from './field-sql.ts';
import type { Plan, PlannedField, WideSkill } from './plan.ts';

/** A field with its place in the plan, which names its bit and its joins. */
type Placed = readonly [index: number, field: PlannedField];

/** One row a row of the file: its number, the fields, and what was met when they were read. */
export function fieldRowsSql(fields: Iterable<Placed>, { reading }: Plan): string {
	const parts = Array.from(fields, ([i, field]) => ({
		...{ i, field, name: quoteIdentifier(field.name) },
		sql: fieldSql(field, reading, `m${i}`)
	}));
	const values = parts.flatMap(({ i, name, sql, field }) => [
		`${sql.value} AS ${name}`,
		...(canFail(field) ? [`${sql.unread} AS unread_${i}`] : []),
		...(canRound(field) ? [`${sql.rounded} AS rounded_${i}`] : [])
	]);
	return [
		`SELECT ${['raw.row AS import_row', ...values].join(',\n\t')}`,
		'FROM raw',
		...parts.flatMap(({ sql }) => sql.joins)
	].join('\n');
}

/** Fields that each skill of a wide file has columns for, or that name the skill. */
export const skillFields: readonly string[] = [
	...['skill', 'importance', 'proficiency_required', 'proficiency_attained']
];

/** One row a worker and skill, of the skills of which something was asked of that worker. */
export function skillRowsSql(plan: Plan): string {
	const placed = [...plan.fields.entries()];
	const own = placed.filter(([, { name }]) => !skillFields.includes(name));
	const measured = placed.filter(([, { name }]) => skillFields.includes(name));
	const skills = plan.skills.map((skill) => {
		const fields = measured.map(([i, field]): Placed => [i, inSkill(skill, field)]);
		const cells = Object.values(skill.columns).map(({ id }) => `raw.${id}`);
		return `${fieldRowsSql(fields, plan)}\nWHERE coalesce(${cells.join(', ')}) IS NOT NULL`;
	});
	return `SELECT worker.*, skill.* EXCLUDE (import_row)
FROM (
${fieldRowsSql(own, plan)}
) AS worker
JOIN (
${skills.join('\nUNION ALL BY NAME\n')}
) AS skill USING (import_row)`;
}

/** A field of the long table as it stands in the columns of one skill. */
function inSkill({ skill, columns }: WideSkill, field: PlannedField): PlannedField {
	if (field.name === 'skill') return { ...field, source: { from: 'constant', value: skill } };
	const column = columns[field.name as keyof WideSkill['columns']];
	if (!column) return { ...field, source: { from: 'nothing' } };
	return { ...field, source: { from: 'cell', column, read: { as: 'codes', open: false } } };
}

/** A condition that holds for the rows of one skill. */
export function ofSkillSql({ skill }: WideSkill): string {
	return `skill = ${quoteText(skill)}`;
}
