import { askBelow, type ColumnMatch, type Matching } from '#lib/ingest/matching/types.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';

/** What a person decided about a column of the file, or what was guessed for them. */
export interface ColumnChoice {
	/** RawColumn.name. */
	readonly column: string;
	/**
	 * `match`: stands for `contract`. `skill`: one of the columns that become rows. `design`: weight, stratum,
	 * cluster. `out`: left out. `ask`: nothing is sure enough to be taken. `spare`: nothing was found, stays out.
	 * `kept`: nothing was found in a file of another kind, which keeps its columns.
	 */
	readonly state: 'match' | 'skill' | 'design' | 'out' | 'ask' | 'spare' | 'kept';
	readonly contract?: string;
	readonly confidence?: number;
	readonly reason?: string;
	/** Other columns of the contract that it could be, likeliest first. */
	readonly others: readonly { readonly contract: string; readonly confidence: number }[];
	readonly looksPersonal: boolean;
}

/** Every column of a file with what it stands for now, in the order of the file. */
export function columnChoices(
	columns: readonly string[],
	matching: Matching,
	settled: Settled
): ColumnChoice[] {
	const guesses = new Map<string, ColumnMatch>();
	for (const match of matching.matches) {
		for (const column of match.columns) guesses.set(column, match);
	}
	const contractOf = new Map<string, string>();
	for (const [contract, match] of settled.matches) {
		for (const column of match.columns) contractOf.set(column, contract);
	}
	const { design } = settled;
	const ofDesign = new Set([
		...[design.weight, design.fpc].filter((column) => column !== undefined),
		...(design.stratum ?? []),
		...(design.cluster ?? [])
	]);
	const long = new Set(settled.lengthen.map(({ column }) => column));
	const personal = new Set(matching.personal.map(({ column }) => column));
	return columns.map((column) => {
		const asked = optionsOf(column, matching);
		const guess = guesses.get(column);
		const contract = contractOf.get(column);
		const common = { column, others: asked, looksPersonal: personal.has(column) };
		if (contract !== undefined) {
			const isGuess = guess?.contract === contract;
			return {
				...common,
				...{ state: 'match', contract },
				...(isGuess ? { confidence: guess.confidence, reason: guess.reason } : {})
			};
		}
		if (long.has(column)) return { ...common, state: 'skill' };
		if (ofDesign.has(column)) return { ...common, state: 'design' };
		if (settled.leftOut.has(column)) return { ...common, state: 'out' };
		const unfound = settled.kind === 'other' ? 'kept' : 'spare';
		return { ...common, state: asked.length > 0 ? 'ask' : unfound };
	});
}

/** What the file's questions offer for a column. */
function optionsOf(column: string, { asks }: Matching): ColumnChoice['others'] {
	return asks
		.filter((ask) => ask.about === 'column' && ask.contract !== undefined)
		.flatMap((ask) =>
			ask.options
				.filter(({ value }) => value === column)
				.map(({ confidence = 0 }) => ({ contract: ask.contract ?? '', confidence }))
		)
		.sort((a, b) => b.confidence - a.confidence);
}

/** Columns that nobody has decided on yet. */
export function undecided(choices: readonly ColumnChoice[]): readonly ColumnChoice[] {
	return choices.filter(({ state }) => state === 'ask');
}

/** How sure a guess is, in the three steps in which it is told. */
export function surenessOf(confidence: number): 'sure' | 'likely' | 'ask' {
	if (confidence >= 0.9) return 'sure';
	return confidence >= askBelow ? 'likely' : 'ask';
}
