import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Contracts } from '#lib/contracts/import-contracts.ts';
import type { FieldConstraints, SchemaField } from '#lib/contracts/table-schema.ts';
import type { CanonicalColumn, CanonicalTable } from '#lib/ingest/checking/check-file.ts';
import type { FieldType } from '#lib/ingest/checking/plan.ts';
import type { RawColumn, RawTable } from '#lib/ingest/reading/raw-table.ts';
import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { codesOfColumn, type ColumnCodes } from './column-codes.ts';
import { columnStats, type ColumnStats } from './column-stats.ts';

/** The canonical table of an own survey, with what is true of its cells. */
export interface DescribedTable {
	/** In the warehouse and in the contracts; `other` where the file keeps its own columns. */
	readonly name: string;
	readonly title: string;
	readonly description: string;
	/** Rows. */
	readonly rows: number;
	readonly columns: readonly DescribedColumn[];
	/** Columns that together tell every row apart; none where the key of the contract does not. */
	readonly primaryKey: readonly string[];
}

export interface DescribedColumn {
	readonly name: string;
	readonly title: string;
	readonly description: string;
	readonly type: FieldType;
	/** The field of the contract; absent where the column is the file's own. */
	readonly field?: SchemaField;
	/** Columns of the file that its cells come from; none where the file has no such column. */
	readonly from: readonly Pick<RawColumn, 'name' | 'heading' | 'label'>[];
	/** Cells that are empty. */
	readonly missing: number;
	/** Different values. */
	readonly distinct: number;
	/** Least and greatest of its numbers; null where there is none. */
	readonly min: number | null;
	readonly max: number | null;
	/** What the contract asks of its cells, as far as all of them keep it. */
	readonly constraints: FieldConstraints;
	/** Its codes with their labels; absent where its cells are no codes. */
	readonly codes?: ColumnCodes;
}

export interface DescribeContext {
	readonly catalogue: Catalogue;
	readonly contracts: Contracts;
	readonly raw: Pick<RawTable, 'columns'>;
}

/** Looks through the canonical table, a column at a time. @param warehouse that holds it */
export async function describeTable(
	warehouse: Warehouse,
	table: CanonicalTable,
	context: DescribeContext
): Promise<DescribedTable> {
	const { contracts } = context;
	const schema = contracts.tables[table.name];
	const columns: DescribedColumn[] = [];
	for (const column of table.columns) {
		const field = schema?.fields.find(({ name }) => name === column.name);
		columns.push(await describeColumn(warehouse, { table, column, field }, context));
	}
	const key = schema?.primaryKey ?? [];
	const isFilled = key.every((name) =>
		columns.some((column) => column.name === name && column.missing === 0)
	);
	return {
		name: table.name,
		title: schema?.title ?? '',
		description: schema?.description ?? '',
		...{ rows: table.rows, columns },
		primaryKey: isFilled && (await tellsApart(warehouse, table, key)) ? key : []
	};
}

interface AskedColumn {
	readonly table: CanonicalTable;
	readonly column: CanonicalColumn;
	readonly field: SchemaField | undefined;
}

async function describeColumn(
	warehouse: Warehouse,
	{ table, column, field }: AskedColumn,
	context: DescribeContext
): Promise<DescribedColumn> {
	const { raw } = context;
	const stats = await columnStats(warehouse, table.name, column);
	const from = column.from.flatMap((name) => raw.columns.filter((one) => one.name === name));
	const codes = await codesOfColumn(
		warehouse,
		{ table: table.name, name: column.name, field, from, distinct: stats.distinct },
		context
	);
	return {
		name: column.name,
		title: column.title,
		description: field?.description ?? '',
		// A file of no contract keeps its cells as text: what they are is told by all of them.
		type: field || column.type !== 'string' ? column.type : stats.type,
		...(field ? { field } : {}),
		...{ from, missing: stats.missing, distinct: stats.distinct, min: stats.min, max: stats.max },
		constraints: keptConstraints(field, stats, codes),
		...(codes ? { codes } : {})
	};
}

/** Rows that a person accepted, or that a column of the file is missing from, may speak against the contract. */
function keptConstraints(
	field: SchemaField | undefined,
	{ missing, min, max }: ColumnStats,
	codes: ColumnCodes | undefined
): FieldConstraints {
	const { required, minimum, maximum, enum: allowed } = field?.constraints ?? {};
	const isOwn = codes?.several || codes?.codes.some(({ isOwn }) => isOwn);
	return {
		...(required && missing === 0 ? { required } : {}),
		...(minimum !== undefined && (min === null || min >= minimum) ? { minimum } : {}),
		...(maximum !== undefined && (max === null || max <= maximum) ? { maximum } : {}),
		...(allowed && !isOwn ? { enum: allowed } : {})
	};
}

async function tellsApart(
	warehouse: Warehouse,
	{ name, rows }: CanonicalTable,
	key: readonly string[]
): Promise<boolean> {
	if (key.length === 0) return false;
	const columns = key.map(quoteIdentifier).join(', ');
	const { column } = await warehouse.query(
		`SELECT count(*)::DOUBLE AS n FROM (SELECT DISTINCT ${columns} FROM ${quoteIdentifier(name)})`
	);
	return Number(column('n')[0]) === rows;
}
