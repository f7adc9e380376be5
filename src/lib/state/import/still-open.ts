import type { Ask, Matching } from '#lib/ingest/matching/types.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';

/** Whether the steps leave a question open: it may have been answered where all columns or values stand. */
export function stillOpen(
	{ about, contract, options }: Ask,
	settled: Settled,
	{ matches }: Matching
): boolean {
	if (contract === undefined) return true;
	if (about === 'column' || about === 'design') {
		const isFree = ({ value }: Ask['options'][number]): boolean =>
			!settled.leftOut.has(value) && !usedColumns(settled).has(value);
		return !settled.matches.has(contract) && options.some(isFree);
	}
	if (about !== 'values' || options.length > 0) return true;
	const unmatched = matches.find((match) => match.contract === contract)?.unmatched ?? [];
	const known = settled.values.get(contract);
	return unmatched.some(({ value }) => known?.has(value) !== true);
}

function usedColumns({ matches }: Settled): ReadonlySet<string> {
	return new Set([...matches.values()].flatMap(({ columns }) => columns));
}
