import type { SchemaField } from '#lib/contracts/table-schema.ts';
import type { Named } from './candidates.ts';
import type { Drawn } from './found-by-table.ts';
import type { Tools } from './tools.ts';
import type { KindGuess } from './types.ts';

/** How the sample was drawn: of people or of things. */
const designFields = new Set(['weight', 'stratum', 'cluster']);

/** Whether a heading names what only things have, no people: a breed, an invoice. */
export function tellsOfThings(columns: readonly Named[], { contracts, namer }: Tools): boolean {
	const said = columns.flatMap(({ naming }) => naming.readings);
	return contracts.words.kinds.things.some((thing) => {
		const phrase = namer.phrase(thing);
		return said.some(
			({ words }) =>
				words.length <= phrase.length + 1 && phrase.every((word) => words.includes(word))
		);
	});
}

interface Rows {
	readonly unit: KindGuess['unit'];
	readonly things: boolean;
	readonly drawn: Drawn;
}

/**
 * Columns that mean the same in files of any kind; none where rows are groups, and of things no more than how
 * they were drawn, where clusters, strata or weights say that they were.
 */
export function sharedFields({ unit, things, drawn }: Rows, { contracts }: Tools): SchemaField[] {
	const { anywhere } = contracts.words.kinds;
	if (unit === 'aggregate' || (things && drawn === 'no')) return [];
	const wanted = things ? anywhere.filter((name) => designFields.has(name)) : anywhere;
	const all = Object.values(contracts.tables).flatMap(({ fields }) => fields);
	return wanted.flatMap((name) => all.find((field) => field.name === name) ?? []);
}
