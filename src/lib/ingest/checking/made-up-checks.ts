import { quoteIdentifier } from '#lib/warehouse/identifier.ts';
import type { Check } from './check.ts';
import type { Plan } from './plan.ts';

/** Rows that call themselves made up among rows that do not: the example of a template that was left in. */
export function madeUpChecks({ table, fields }: Plan): Check[] {
	const source = fields.find(({ name }) => name === 'synthetic')?.source;
	if (source?.from !== 'cell') return [];
	const real = `EXISTS (SELECT 1 FROM ${quoteIdentifier(table)} WHERE synthetic IS DISTINCT FROM true)`;
	return [
		{
			...{ rule: 'made-up-row', severity: 'error' },
			...{ column: source.column.name, cell: source.column.id },
			where: `synthetic AND ${real}`
		}
	];
}
