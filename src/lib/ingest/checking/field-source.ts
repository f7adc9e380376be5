import type { ColumnWords } from '#lib/contracts/import-contracts.ts';
import type { SchemaField, TableSchema } from '#lib/contracts/table-schema.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';
import type { FoundMatch, PlanContext } from './plan-context.ts';
import type { CellReader, FieldSource } from './plan.ts';

export interface SourceContext {
	readonly settled: Settled;
	readonly found: ReadonlyMap<string, FoundMatch>;
	readonly context: PlanContext;
	readonly schema: TableSchema;
	readonly words: ColumnWords | undefined;
}

/** Where the values of a field of the contract come from. */
export function sourceOf(field: SchemaField, inside: SourceContext): FieldSource {
	const design = designSource(field, inside);
	if (design) return design;
	const match = inside.found.get(field.name);
	return match ? matchedSource(field, match, inside) : absentSource(field, inside);
}

/** The columns that the person named for the design come before those that were matched. */
function designSource(
	field: SchemaField,
	{ settled, context }: SourceContext
): FieldSource | undefined {
	const { weight, stratum, cluster } = settled.design;
	const named = { weight: weight === undefined ? [] : [weight], stratum, cluster };
	const names = named[field.name as keyof typeof named] ?? [];
	const columns = names.flatMap(
		(name) => context.raw.columns.find((column) => column.name === name) ?? []
	);
	const [first] = columns;
	if (!first || columns.length < names.length) return undefined;
	return field.name === 'weight'
		? { from: 'cell', column: first, read: { as: 'number' } }
		: { from: 'joined', columns };
}

function matchedSource(field: SchemaField, match: FoundMatch, inside: SourceContext): FieldSource {
	const { columns } = match;
	const [first] = columns;
	if (!first) return { from: 'nothing' };
	if (columns.length === 1)
		return { from: 'cell', column: first, read: readerOf(field, match, inside) };
	return field.codeList === undefined
		? { from: 'joined', columns }
		: ticked(field, columns, inside);
}

function ticked(
	{ name }: SchemaField,
	columns: readonly RawColumn[],
	{ settled, context }: SourceContext
): FieldSource {
	const { yes, no } = context.contracts.words.general;
	const codes = settled.values.get(name);
	const answers = columns.flatMap((column) => {
		const code = codes?.get(column.name) ?? null;
		return code === null ? [] : [{ column, code }];
	});
	// Several columns of which none is known for an answer's say nothing.
	if (answers.length === 0) return { from: 'nothing' };
	return {
		from: 'ticked',
		answers,
		yes: ['1', '1.0', 'x', '✓', '✔', ...yes],
		no: ['0', '0.0', '-', ...no]
	};
}

function readerOf(field: SchemaField, match: FoundMatch, { words }: SourceContext): CellReader {
	const { as, datePattern, separator } = match;
	if (separator !== undefined) return { as: 'split', separator };
	if (words?.holds === 'year' && field.type === 'string') {
		return { as: 'year', ...(datePattern === undefined ? {} : { datePattern }) };
	}
	if (field.type === 'date' && datePattern !== undefined) return { as: 'date', datePattern };
	if (field.codeList !== undefined && as !== 'text') {
		return { as: 'codes', open: words?.open ?? false };
	}
	return field.type === 'integer' || field.type === 'number' ? { as: 'number' } : { as: 'text' };
}

/** What stands in for a column that the file does not have. */
function absentSource(
	{ name }: SchemaField,
	{ schema, settled, context, found }: SourceContext
): FieldSource {
	const { survey } = context;
	const isWorker = schema.primaryKey.includes('worker');
	if (name === 'wave') {
		return survey.wave === '' ? { from: 'nothing' } : { from: 'constant', value: survey.wave };
	}
	if (name === 'synthetic') return { from: 'constant', value: survey.synthetic };
	if (name === 'stratum') return { from: 'constant', value: '1' };
	if (name === 'weight') return { from: 'constant', value: 1 };
	if (name === 'enrolled' && settled.unit === 'student') return { from: 'constant', value: 1 };
	if (name === 'cluster') return isWorker ? { from: 'field', name: 'worker' } : { from: 'row' };
	const identifies = ['respondent', 'worker', 'establishment'].includes(name);
	if (identifies && schema.primaryKey.includes(name) && !found.has(name)) return { from: 'row' };
	return { from: 'nothing' };
}
