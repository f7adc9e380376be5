import type { SchemaField } from '#lib/contracts/table-schema.ts';
import type { Named } from './candidates.ts';
import type { Tools } from './tools.ts';
import type { KindGuess } from './types.ts';

/** How the sample was drawn: of people or of things. */
const designFields = new Set(['weight', 'stratum', 'cluster']);

/**
 * Columns that mean the same in files of any kind; none where rows are groups, and of things no more than how
 * they were drawn, where clusters or strata say that they were.
 */
export function sharedFields(
	columns: readonly Named[],
	{ unit, sample }: { readonly unit: KindGuess['unit']; readonly sample: boolean },
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
	if (unit === 'aggregate' || (isThing && !sample)) return [];
	const wanted = isThing ? anywhere.filter((name) => designFields.has(name)) : anywhere;
	const all = Object.values(contracts.tables).flatMap(({ fields }) => fields);
	return wanted.flatMap((name) => all.find((field) => field.name === name) ?? []);
}
