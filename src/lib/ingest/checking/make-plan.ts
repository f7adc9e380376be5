import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { SchemaField, TableSchema } from '#lib/contracts/table-schema.ts';
import type { Kind, RowUnit, WideColumn } from '#lib/ingest/matching/types.ts';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';
import { sourceOf } from './field-source.ts';
import { writtenCodes } from './written-codes.ts';
import type { FoundMatch, PlanContext } from './plan-context.ts';
import {
	stageColumns,
	type FieldSource,
	type FieldType,
	type Plan,
	type PlannedField,
	type Recode,
	type WideSkill
} from './plan.ts';

/** Name of the table of the contract for a kind of file; undefined where it keeps its own columns. */
export function tableOf(kind: Kind, unit: RowUnit): string | undefined {
	if (unit === 'aggregate') return undefined;
	if (kind === 'audit') return unit === 'establishment' ? 'audit_establishment' : 'audit_skill';
	if (kind === 'labour-force') return 'labour_force';
	return kind === 'other' ? undefined : kind;
}

/** What steps come to for a file. Columns that the file does not have are left out of it. */
export function makePlan(settled: Settled, context: PlanContext): Plan {
	const { raw, reading, contracts } = context;
	const schema = contracts.tables[tableOf(settled.kind, settled.unit) ?? ''];
	if (!schema) return planOfOwnColumns(settled, context);
	const found = foundMatches(settled, raw);
	const skills = settled.unit === 'worker' ? wideSkills(settled.lengthen, raw, settled) : [];
	const recodes = schema.fields.flatMap(({ name }) =>
		recodesOf(name, { schema, found, settled, context })
	);
	const recoded = new Set(recodes.map(({ field }) => field));
	const fields = schema.fields.map((field) =>
		plannedField(field, { settled, found, skills, context, schema, recoded })
	);
	const counted = schema.name === 'enrolment' && settled.unit === 'student';
	const design = settled.design.fpc === undefined ? [] : fpcField(settled, context);
	return {
		table: schema.name,
		...{ raw, reading, skills },
		fields: [...fields, ...design],
		counted,
		// Students who have everything in common are no copies of each other.
		key: counted ? [] : keyOf(schema, fields, skills.length > 0),
		recodes
	};
}

interface FieldContext {
	readonly settled: Settled;
	/** Matches whose columns the file has and that are not left out. */
	readonly found: ReadonlyMap<string, FoundMatch>;
	readonly skills: readonly WideSkill[];
	readonly context: PlanContext;
	readonly schema: TableSchema;
	/** Fields with recodes. */
	readonly recoded: ReadonlySet<string>;
}

function foundMatches({ matches, leftOut }: Settled, raw: RawTable): Map<string, FoundMatch> {
	const byName = new Map(raw.columns.map((column) => [column.name, column]));
	const found = new Map<string, FoundMatch>();
	for (const [contract, match] of matches) {
		const columns = match.columns.flatMap((name) => byName.get(name) ?? []);
		const used = columns.filter(({ name }) => !leftOut.has(name));
		if (used.length > 0) found.set(contract, { ...match, columns: used });
	}
	return found;
}

function wideSkills(
	columns: readonly WideColumn[],
	raw: RawTable,
	{ leftOut }: Settled
): WideSkill[] {
	const byName = new Map(raw.columns.map((column) => [column.name, column]));
	const skills = new Map<string, WideSkill>();
	for (const { column, skill, holds } of columns) {
		const rawColumn = byName.get(column);
		if (!rawColumn || leftOut.has(column)) continue;
		skills.set(skill, { skill, columns: { ...skills.get(skill)?.columns, [holds]: rawColumn } });
	}
	return [...skills.values()];
}

function plannedField(field: SchemaField, inside: FieldContext): PlannedField {
	const { context, schema, skills } = inside;
	const words = wordsOf(field.name, schema, context.contracts);
	return {
		name: field.name,
		title: field.title,
		type: typeOf(field),
		source: skills.some(({ columns }) => field.name in columns)
			? { from: 'skills' }
			: sourceOf(field, { ...inside, words }),
		constraints: field.constraints ?? {},
		rounds: words?.holds === 'amount' || words?.holds === 'number',
		recoded: inside.recoded.has(field.name)
	};
}

export function wordsOf(name: string, { name: table }: TableSchema, { words }: Contracts) {
	return words.columns[`${table}.${name}`] ?? words.columns[name];
}

function typeOf({ type }: SchemaField): FieldType {
	return type === 'integer' || type === 'number' || type === 'boolean' || type === 'date'
		? type
		: 'string';
}

/** The size of the population, which no contract asks for and standard errors want. */
function fpcField({ design, leftOut }: Settled, { raw }: PlanContext): PlannedField[] {
	const column = raw.columns.find(({ name }) => name === design.fpc && !leftOut.has(name));
	if (!column) return [];
	return [
		{
			...{ name: 'fpc', title: column.name, type: 'number', rounds: false, recoded: false },
			source: { from: 'cell', column, read: { as: 'number' } },
			constraints: { minimum: 0 }
		}
	];
}

/** The key, where rows can be told apart by it: each of its fields but the wave comes from the file. */
function keyOf(
	{ primaryKey }: TableSchema,
	fields: readonly PlannedField[],
	isWide: boolean
): string[] {
	const parts = primaryKey.filter((name) => !(isWide && name === 'skill'));
	const sources = parts.map((name) => fields.find((field) => field.name === name)?.source.from);
	const isTold = sources.some((from) => from === 'cell' || from === 'joined');
	return isTold && !sources.includes('row') ? parts : [];
}

/** What the steps say of a field's values, and each code of its list for itself. */
function recodesOf(
	field: string,
	{ schema, found, settled, context }: Omit<FieldContext, 'skills' | 'recoded'>
): Recode[] {
	const declared = schema.fields.find(({ name }) => name === field);
	const isMatched = found.has(field) || settled.lengthen.some(({ holds }) => holds === field);
	if (!declared || !isMatched) return [];
	const values = new Map<string, string | null>(writtenCodes(declared, context.catalogue));
	for (const [value, code] of settled.values.get(field) ?? []) values.set(value, code);
	return [...values].map(([value, code]) => ({ field, value, code }));
}

/** A file of no contract keeps its columns; numbers with other marks are written with a point. */
function planOfOwnColumns({ leftOut }: Settled, { raw, reading, numbers }: PlanContext): Plan {
	const names = new Set<string>(stageColumns);
	const fields = raw.columns
		.filter(({ name }) => !leftOut.has(name))
		.map((column): PlannedField => {
			const name = freeName(column.name, names);
			names.add(name.toLowerCase());
			const as = numbers?.has(column.name) ? 'pointed' : 'text';
			const source: FieldSource = { from: 'cell', column, read: { as } };
			return {
				...{ name, title: column.name, type: 'string', source, constraints: {} },
				...{ rounds: false, recoded: false }
			};
		});
	return {
		...{ table: 'other', raw, reading, fields },
		...{ skills: [], counted: false, key: [], recodes: [] }
	};
}

/** DuckDB tells names apart without regard to case. */
function freeName(name: string, taken: ReadonlySet<string>): string {
	let free = name;
	for (let suffix = 2; taken.has(free.toLowerCase()); suffix += 1) free = `${name} (${suffix})`;
	return free;
}
