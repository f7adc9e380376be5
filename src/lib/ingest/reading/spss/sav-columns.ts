import { nameColumns } from '#lib/ingest/reading/layout/names.ts';
import type { RawColumn } from '#lib/ingest/reading/raw-table.ts';
import type { SavVariable } from './sav-variables.ts';

/** The variables as columns, with their labels, value labels and missing codes. */
export function savColumns(variables: readonly SavVariable[]): RawColumn[] {
	const columns = nameColumns(
		variables.map(({ name }) => name),
		variables.map(({ label }) => label ?? '')
	);
	return columns.map((column, i) => {
		const { labels, missing } = variables[i] as SavVariable;
		return {
			...column,
			...(labels.size > 0 ? { valueLabels: Object.fromEntries(labels) } : {}),
			...(missing.size > 0 ? { missing: [...missing] } : {})
		};
	});
}
