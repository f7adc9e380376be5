import type { Catalogue, Skill } from '#lib/contracts/catalogue.ts';
import { codesOfField, type SchemaField, type TableSchema } from '#lib/contracts/table-schema.ts';
import { nextWave as words } from '#lib/vocabulary/messages/next-wave.ts';
import { between, isOneOf, valueOf } from './form-text.ts';

/** A sheet of a workbook: its name, and rows of text with the header first. */
export interface Sheet {
	readonly name: string;
	readonly rows: readonly (readonly string[])[];
}

/** Columns of the sheet `survey`. */
const surveyColumns = [
	...['type', 'name', 'label', 'hint', 'required', 'relevant', 'constraint'],
	...['constraint_message', 'appearance', 'calculation', 'default']
] as const;
type Row = Partial<Record<(typeof surveyColumns)[number], string>>;

/** A list of so many codes is searched by typing. */
const longList = 12;

/** What is known of the sample and not asked of a person. */
const office = ['wave', 'respondent', 'establishment', 'worker', 'stratum', 'cluster'];
/** Worked out after the answers have come. */
const later = ['weight', 'synthetic'];
/** Stands for the sectors of a skill that all have. */
const everySector = 'all';
/** Asked once a skill. */
const bySkill = ['importance', 'proficiency_required', 'proficiency_attained'];

/**
 * The form of a table for KoboToolbox and ODK as the three sheets of an XLSForm (https://xlsform.org/en/): names
 * are the columns of the contract, values its codes, so that what comes back is read without a question. Of a
 * table by skill a person is asked each skill of the sector in turn: columns `<skill>_<column>`.
 */
export function surveyForm(
	schema: TableSchema,
	{ catalogue, wave }: { readonly catalogue: Catalogue; readonly wave: string }
): Sheet[] {
	const { fields } = schema;
	const skills = fields.some(({ name }) => name === 'skill') ? catalogue.skills : [];
	const perSkill = skills.length > 0 ? fields.filter(({ name }) => bySkill.includes(name)) : [];
	const about = fields.filter(
		(field) => field.name !== 'skill' && !later.includes(field.name) && !perSkill.includes(field)
	);
	const isOffice = ({ name }: SchemaField): boolean => office.includes(name);
	const rows: Row[] = [
		{ type: 'begin_group', name: 'sample', label: words.sample },
		...about.filter(isOffice).map((field) => question(field, catalogue, wave)),
		{ type: 'end_group' },
		{ type: 'begin_group', name: 'answers', label: schema.title },
		...about.filter((field) => !isOffice(field)).map((field) => question(field, catalogue, wave)),
		{ type: 'end_group' },
		...skills.flatMap((skill) => skillRows(skill, perSkill)),
		{ type: 'calculate', name: 'synthetic', calculation: "'false'" }
	];
	return [
		{
			name: 'survey',
			rows: [surveyColumns, ...rows.map((row) => surveyColumns.map((column) => row[column] ?? ''))]
		},
		choices([...about, ...perSkill], catalogue),
		{
			name: 'settings',
			rows: [
				['form_title', 'form_id', 'version', 'style', 'default_language'],
				[words.formTitle(schema.title, wave), schema.name, wave, 'theme-grid', 'English (en)']
			]
		}
	];
}

function question(field: SchemaField, catalogue: Catalogue, wave: string): Row {
	const { name, title, description, type, constraints = {}, unit } = field;
	const codes = codesOfField(field, catalogue);
	const { minimum, maximum } = constraints;
	const constraint = codes.length > 0 ? '' : between(minimum, maximum);
	return {
		...{
			type: codes.length > 0 ? `select_one ${listOf(field)}` : typeOf(type),
			name,
			label: title
		},
		hint: unit ? words.hint(description, unit) : description,
		required: constraints.required ? 'yes' : '',
		relevant: Object.entries(field.askedWhen ?? {})
			.map(([other, asked]) => `(${isOneOf(other, asked)})`)
			.join(' and '),
		...(constraint === '' ? {} : { constraint, constraint_message: words.range(minimum, maximum) }),
		appearance: codes.length > longList ? 'autocomplete' : '',
		default: name === 'wave' ? wave : ''
	};
}

/** The skills of a sector are asked where the establishment is of it; those of all sectors always. */
function skillRows({ id, label, sectors }: Skill, fields: readonly SchemaField[]): Row[] {
	const asked = sectors.includes(everySector) ? '' : isOneOf('sector', sectors);
	return [
		{ type: 'begin_group', name: id, label, relevant: asked },
		...fields.map((field): Row => ({
			type: `select_one ${listOf(field)}`,
			name: `${id}_${field.name}`,
			label: words.ofSkill(field.title, label),
			hint: field.description,
			// Who does not need a skill is not asked how well they have it.
			relevant: field.name === bySkill[0] ? '' : `${valueOf(`${id}_${bySkill[0]}`)} != ''`
		})),
		{ type: 'end_group' }
	];
}

function choices(fields: readonly SchemaField[], catalogue: Catalogue): Sheet {
	const lists = new Map(
		fields.map((field) => [listOf(field), codesOfField(field, catalogue)] as const)
	);
	const rows = [...lists].flatMap(([list, codes]) =>
		codes.map(({ code, label }) => [list, code, label])
	);
	return { name: 'choices', rows: [['list_name', 'name', 'label'], ...rows] };
}

function listOf({ codeList = '' }: SchemaField): string {
	return codeList;
}

function typeOf(type: string): string {
	return ({ integer: 'integer', number: 'decimal', date: 'date' } as const)[type] ?? 'text';
}
