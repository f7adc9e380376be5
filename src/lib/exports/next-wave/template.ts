import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { codesOfField, type SchemaField, type TableSchema } from '#lib/contracts/table-schema.ts';

/** What stands in the made-up row where a code of a person, a place of work or a design is due. */
export const madeUp = 'EXAMPLE';

/**
 * The two rows of a CSV template: the names of the columns, and one row of made-up values that the contract
 * accepts. `synthetic` is true in it, so that a file in which it was forgotten is found out.
 */
export function templateRows(
	schema: TableSchema,
	{ catalogue, wave }: { readonly catalogue: Catalogue; readonly wave: string }
): [header: string[], example: string[]] {
	const { fields } = schema;
	return [
		fields.map(({ name }) => name),
		fields.map((field) => (field.name === 'wave' ? wave : exampleOf(field, catalogue)))
	];
}

function exampleOf(field: SchemaField, catalogue: Catalogue): string {
	const { type, example, constraints = {} } = field;
	if (example !== undefined) return example;
	if (type === 'boolean') return 'true';
	const codes = codesOfField(field, catalogue);
	// Lists that go into detail step by step begin with what is too coarse: the last code is the finest.
	const code = codes.find(({ code }) => code === String(constraints.enum?.[0])) ?? codes.at(-1);
	if (code) return code.code;
	if (type === 'integer') return String(constraints.minimum ?? 1);
	// A weight of zero would be a problem of its own.
	if (type === 'number') return String(Math.max(1, constraints.minimum ?? 1));
	return madeUp;
}
