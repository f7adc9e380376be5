import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import { codesOfField } from '#lib/contracts/table-schema.ts';
import type { SurveyInfo } from '#lib/ingest/recipe/recipe.ts';
import type { RuleId } from '#lib/vocabulary/messages/import-problems.ts';
import { quoteText } from '#lib/warehouse/identifier.ts';
import type { Check, Severity } from './check.ts';
import type { Plan, PlannedField } from './plan.ts';

/** A rule across the fields of a row. */
interface CrossRule {
	readonly rule: RuleId;
	readonly severity: Severity;
	/** Fields that it needs; the first is the one whose cell is shown. */
	readonly fields: readonly [string, ...string[]];
	/** Over the columns of the staged table. */
	readonly where: string;
	readonly other?: string | undefined;
}

export interface CrossContext {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	readonly survey: SurveyInfo;
}

/** The rules across fields that a plan has the columns for. */
export function crossChecks(plan: Plan, context: CrossContext): Check[] {
	if (plan.table === 'other') return [];
	const fields = new Map(plan.fields.map((field) => [field.name, field]));
	const isThere = (name: string): boolean => {
		const from = fields.get(name)?.source.from;
		return from === 'cell' || from === 'ticked';
	};
	return [...workRules(plan, context), ...timeRules(context), ...countRules, ...ageRules].flatMap(
		({ fields: [first, ...others], ...rule }) => {
			const field = fields.get(first);
			return field && [first, ...others].every(isThere) ? [{ ...rule, ...shownBy(field) }] : [];
		}
	);
}

function shownBy({ source, title }: PlannedField): Pick<Check, 'column' | 'cell' | 'title'> {
	return source.from === 'cell'
		? { column: source.column.name, cell: source.column.id, title }
		: { title };
}

/** Who is in work: the codes of the group `employed`, or the code of that name. */
function workRules({ table }: Plan, { catalogue, contracts }: CrossContext): CrossRule[] {
	const status = contracts.tables[table]?.fields.find(({ name }) => name === 'status');
	const codes = status ? codesOfField(status, catalogue) : [];
	const working = codes.filter(({ code, group }) => code === 'employed' || group === 'employed');
	if (working.length === 0) return [];
	const employed = `status IN (${working.map(({ code }) => quoteText(code)).join(', ')})`;
	const idle = `status IS NOT NULL AND NOT (${employed})`;
	const hasJob = (['sector', 'occupation', 'pay'] as const).map((name): CrossRule => ({
		rule: 'not-employed-has-job',
		severity: 'warning',
		fields: [name, 'status'],
		where: `${idle} AND ${name} IS NOT NULL${name === 'pay' ? ' AND pay > 0' : ''}`
	}));
	return [
		{
			rule: 'employed-no-sector',
			severity: 'warning',
			fields: ['sector', 'status'],
			where: `${employed} AND sector IS NULL`
		},
		...hasJob,
		{
			rule: 'employed-no-first-job',
			severity: 'warning',
			fields: ['found_job', 'status'],
			where: `${employed} AND found_job = 0`
		},
		{
			rule: 'found-job-no-months',
			severity: 'warning',
			fields: ['months_to_first_job', 'found_job'],
			where: 'found_job = 1 AND months_to_first_job IS NULL'
		}
	];
}

/** A year of graduation counts from its first day, and a wave known by its year alone ends on its last. */
function timeRules({ survey }: CrossContext): CrossRule[] {
	const last = lastDay(survey);
	if (last === undefined) return [];
	const cohort = 'TRY_CAST(cohort AS INTEGER)';
	const window = `(${last.year} - ${cohort}) * 12 + ${last.month}`;
	return [
		{
			rule: 'months-beyond-survey',
			severity: 'error',
			fields: ['months_to_first_job', 'cohort'],
			// A year of graduation after the survey is told by a rule of its own.
			where: `${cohort} <= ${last.year} AND months_to_first_job > ${window}`,
			other: last.text
		},
		{
			rule: 'cohort-after-survey',
			severity: 'error',
			fields: ['cohort'],
			where: `${cohort} > ${last.year}`,
			other: last.text
		}
	];
}

function lastDay({ wave, to }: SurveyInfo) {
	const [year, month] = (to ?? '').split('-').map(Number);
	if (year && month) return { year, month, text: to };
	return /^(19|20)\d\d$/.test(wave) ? { year: Number(wave), month: 12, text: wave } : undefined;
}

const countRules: readonly CrossRule[] = [
	{
		rule: 'not-proficient-above-staff',
		severity: 'error',
		fields: ['staff_not_proficient', 'staff'],
		where: 'staff_not_proficient > staff'
	},
	{
		rule: 'hard-to-fill-above-vacancies',
		severity: 'error',
		fields: ['hard_to_fill', 'vacancies'],
		where: 'hard_to_fill > vacancies'
	},
	{
		rule: 'shortage-above-hard-to-fill',
		severity: 'error',
		fields: ['skill_shortage', 'hard_to_fill'],
		where: 'skill_shortage > hard_to_fill'
	},
	{
		rule: 'entrants-above-enrolled',
		severity: 'error',
		fields: ['entrants', 'enrolled'],
		where: 'entrants > enrolled'
	},
	{
		rule: 'graduates-above-enrolled',
		severity: 'warning',
		fields: ['graduates', 'enrolled'],
		where: 'graduates > enrolled'
	}
];

const ageRules: readonly CrossRule[] = [
	{
		rule: 'age-against-level',
		severity: 'warning',
		fields: ['age', 'isced_level'],
		where: 'age < 16 AND TRY_CAST(isced_level AS INTEGER) >= 5'
	}
];
