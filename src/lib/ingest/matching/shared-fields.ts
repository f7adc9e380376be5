import type { SchemaField } from '#lib/contracts/table-schema.ts';
import type { Named } from './candidates.ts';
import type { Tools } from './tools.ts';
import type { KindGuess } from './types.ts';

/** Columns that mean the same in files of any kind; none where rows are groups or no people. */
export function sharedFields(
	columns: readonly Named[],
	{ unit }: KindGuess,
	{ contracts, namer }: Tools
): SchemaField[] {
	const { anywhere, things } = contracts.words.kinds;
	const said = columns.flatMap(({ naming }) => naming.readings);
	const isThing = things.some((thing) => {
		const phrase = namer.phrase(thing);
		return said.some(
			({ words }) =>
				words.length <= phrase.length + 1 && phrase.every((word) => words.includes(word))
		);
	});
	if (unit === 'aggregate' || isThing) return [];
	const all = Object.values(contracts.tables).flatMap(({ fields }) => fields);
	return anywhere.flatMap((name) => all.find((field) => field.name === name) ?? []);
}
