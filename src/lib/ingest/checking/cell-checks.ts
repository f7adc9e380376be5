import type { RuleId } from '#lib/vocabulary/messages/import-problems.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Check, Severity } from './check.ts';
import type { Plan, PlannedField } from './plan.ts';
import { ofSkillSql, skillFields } from './rows-sql.ts';
import { bitOf, outsideSql } from './stage.ts';

type Mask = 'unread' | 'blank' | 'outside' | 'rounded';

/**
 * The schema and its ranges, cell by cell: what cannot be read, is blank though required, fits no code, or lies
 * beyond its limits. Conditions are on the masks of the staged table.
 */
export function cellChecks(plan: Plan): Check[] {
	return plan.fields.flatMap((field, index) => {
		if (plan.skills.length > 0 && skillFields.includes(field.name)) {
			return wideChecks(plan, field, index);
		}
		const columns = columnsOf(field);
		return columns.length === 0 ? [] : checksOf(field, { index, columns });
	});
}

function columnsOf({ source }: PlannedField): readonly RawColumn[] {
	if (source.from === 'cell') return [source.column];
	if (source.from === 'joined') return source.columns;
	return source.from === 'ticked' ? source.answers.map(({ column }) => column) : [];
}

interface Place {
	readonly index: number;
	readonly columns: readonly RawColumn[];
	/** A further condition. */
	readonly only?: string;
}

function checksOf(field: PlannedField, { index, columns, only }: Place): Check[] {
	const { name, title, constraints } = field;
	const headings = columns.map((column) => column.name).join(', ');
	const [first] = columns;
	const base = { column: headings, title, ...(first ? { cell: first.id } : {}) };
	const holds = (mask: Mask): Pick<Check, 'where' | 'bit'> => {
		const isSet = `import_${mask} & ${bitOf(index)} <> 0`;
		const where = only === undefined ? isSet : `${only} AND ${isSet}`;
		return { where, bit: { mask: `import_${mask}`, index } };
	};
	const { rule, severity } = unreadRule(field);
	return [
		...(rule === undefined
			? []
			: [
					{
						...{ ...base, rule, severity, ...holds('unread') },
						...(rule === 'unmatched-value' ? { valued: name } : {})
					}
				]),
		...(constraints.required
			? [{ ...base, rule: 'required-blank', severity: 'error', ...holds('blank') } as const]
			: []),
		...(outsideSql(field) === 'false'
			? []
			: [
					{
						...({ ...base, rule: 'out-of-range', severity: 'error' } as const),
						...{ limits: limitsOf(field), ...holds('outside') }
					}
				]),
		...(field.rounds && field.type === 'integer'
			? [{ ...base, rule: 'rounded', severity: 'note', ...holds('rounded') } as const]
			: []),
		...severalAnswers(field, base, quoteIdentifier(name))
	];
}

/** What is said of a cell that cannot be read. Values without a code wait for an answer, and the row stays. */
function unreadRule({ source, type }: PlannedField): { rule?: RuleId; severity: Severity } {
	if (source.from === 'ticked') return { rule: 'unmatched-value', severity: 'warning' };
	if (source.from !== 'cell') return { severity: 'error' };
	const { as } = source.read;
	if (as === 'text' || as === 'pointed') return { severity: 'error' };
	if (as === 'date' || as === 'year') return { rule: 'not-a-date', severity: 'error' };
	if (as === 'codes' || as === 'split' || type === 'boolean') {
		return { rule: 'unmatched-value', severity: 'warning' };
	}
	return { rule: type === 'integer' ? 'not-a-whole-number' : 'not-a-number', severity: 'error' };
}

function severalAnswers(
	{ source }: PlannedField,
	base: Pick<Check, 'column' | 'title' | 'cell'>,
	name: string
): Check[] {
	const isSeveral =
		source.from === 'ticked' || (source.from === 'cell' && source.read.as === 'split');
	if (!isSeveral) return [];
	const where = `contains(${name}, ' ')`;
	return [{ ...base, rule: 'several-answers', severity: 'note', where }];
}

function limitsOf({ constraints: { minimum, maximum, enum: allowed } }: PlannedField): string {
	if (allowed) return allowed.join(', ');
	if (maximum === undefined) return `${minimum} or more`;
	return minimum === undefined ? `${maximum} or less` : `${minimum} to ${maximum}`;
}

/** The columns of a wide file one by one, so that each problem names its own. */
function wideChecks(plan: Plan, field: PlannedField, index: number): Check[] {
	return plan.skills.flatMap((skill) => {
		const column = skill.columns[field.name as keyof typeof skill.columns];
		if (!column) return [];
		const source = { from: 'cell', column, read: { as: 'codes', open: false } } as const;
		const cell = { ...field, source, constraints: { ...field.constraints, required: false } };
		return checksOf(cell, { index, columns: [column], only: ofSkillSql(skill) });
	});
}
