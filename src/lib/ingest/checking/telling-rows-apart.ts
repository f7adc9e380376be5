import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Queries } from './check.ts';
import type { Plan, PlannedField } from './plan.ts';

/** Identifiers that may count from 1 within another, and the one that they count within. */
const within: Readonly<Record<string, string>> = {
	respondent: 'household',
	worker: 'establishment'
};

/**
 * The plan with identifiers that tell rows apart: where a person's number counts within the household, or a
 * worker's within the establishment, the two stand together. Decided on the whole file.
 */
export async function tellRowsApart(warehouse: Queries, plan: Plan): Promise<Plan> {
	const pair = innerAndOuter(plan);
	if (!pair) return plan;
	const { inner, outer } = pair;
	const others = plan.key.filter((name) => name !== inner.name && name !== 'wave');
	const cells = [inner, ...plan.fields.filter(({ name }) => others.includes(name))].flatMap(
		cellsOf
	);
	const alone = await copies(warehouse, plan, cells);
	if (alone === 0) return plan;
	const together = await copies(warehouse, plan, [...cellsOf(outer), ...cells]);
	// A few rows that come twice are duplicates; most of them being told apart is another matter.
	if (together * 2 > alone) return plan;
	const fields = plan.fields.map((field): PlannedField =>
		field.name === inner.name ? { ...field, source: joined(outer, inner) } : field
	);
	return { ...plan, fields };
}

function innerAndOuter({ fields, key }: Plan) {
	const inner = fields.find(({ name, source }) => {
		return name in within && key.includes(name) && source.from === 'cell';
	});
	const outer = fields.find(({ name }) => name === within[inner?.name ?? '']);
	return inner && outer?.source.from === 'cell' ? { inner, outer } : undefined;
}

function cellsOf({ source }: PlannedField): string[] {
	return source.from === 'cell' ? [source.column.id] : [];
}

function joined(outer: PlannedField, inner: PlannedField): PlannedField['source'] {
	const columns = [outer, inner].flatMap(({ source }) =>
		source.from === 'cell' ? [source.column] : []
	);
	return { from: 'joined', columns };
}

/** Rows beyond the first of those that have the same in all of these columns. */
async function copies(
	warehouse: Queries,
	{ raw }: Plan,
	cells: readonly string[]
): Promise<number> {
	const same = `hash(${cells.join(', ')})`;
	const table = await warehouse.query(
		`SELECT count(*) - count(DISTINCT ${same}) AS copies FROM ${quoteIdentifier(raw.table)}`
	);
	return Number(table.column('copies')[0]);
}
