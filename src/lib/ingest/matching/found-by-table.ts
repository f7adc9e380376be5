import type { SchemaField } from '#lib/contracts/table-schema.ts';
import { judge, wordsFor, type Candidate, type Named } from './candidates.ts';
import { settle } from './settle.ts';
import type { Tools } from './tools.ts';
import { askBelow } from './types.ts';

/** By table, the contract columns that the file seems to have, with their confidence. */
export function foundByTable(
	columns: readonly Named[],
	tools: Tools
): Map<string, Map<string, number>> {
	return new Map(
		Object.values(tools.contracts.tables).map(({ name, fields }) => {
			const { chosen } = settle(columns, candidatesOf(columns, { fields, table: name }, tools), {
				fields
			});
			return [name, new Map([...chosen].map(([contract, found]) => [contract, speaking(found)]))];
		})
	);
}

/** How much a found column says of the kind of file: one that only half a name gave away says less. */
function speaking({ confidence, name, content }: Candidate): number {
	return content.odds >= 3 ? confidence : confidence * Math.min(1, name.score / 0.7);
}

interface TableFields {
	readonly fields: readonly SchemaField[];
	readonly table: string;
}

/** Each column judged as each field of a table. */
export function candidatesOf(
	columns: readonly Named[],
	{ fields, table }: TableFields,
	tools: Tools
): Candidate[] {
	return fields.flatMap((field) => {
		const words = wordsFor(field.name, table, tools);
		return columns.flatMap((named) => judge(named, { field, words }, tools) ?? []);
	});
}

/** Whether rows were drawn as a sample. */
export type Drawn = 'surely' | 'perhaps' | 'no';

/**
 * How sure it is that the rows are a sample. Surely, where two of clusters, strata and a weight called one of a survey
 * stand in the file: then what is only called a weight or a stratum is one of a sample, not of a body or of rock.
 * Perhaps, where clusters or such a weight stand there alone.
 */
export function howDrawn(
	tables: ReadonlyMap<string, ReadonlyMap<string, number>>,
	columns: readonly Named[],
	tools: Tools
): Drawn {
	const found = (contract: string) =>
		[...tables.values()].some((contracts) => (contracts.get(contract) ?? 0) >= 0.9);
	const fields = Object.values(tools.contracts.tables).flatMap((table) => table.fields);
	const weight = fields.filter(({ name }) => name === 'weight').slice(0, 1);
	const weighted = candidatesOf(columns, { fields: weight, table: 'other' }, tools).some(
		({ confidence }) => confidence >= askBelow
	);
	const clusters = found('cluster');
	if ([clusters, found('stratum'), weighted].filter(Boolean).length >= 2) return 'surely';
	return clusters || weighted ? 'perhaps' : 'no';
}
