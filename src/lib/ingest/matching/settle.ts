import { matchingWords as words } from '#lib/vocabulary/messages/import-matching.ts';
import type { SchemaField } from '#lib/contracts/table-schema.ts';
import { assignBest } from './assign.ts';
import type { Candidate, Named } from './candidates.ts';
import type { Content } from './evidence.ts';
import { askBelow, type ColumnMatch } from './types.ts';

/** A contract column with the column of the file that it was paired with. */
export interface Chosen extends Candidate {
	/** The confidence, rivals considered. */
	readonly sure: number;
	readonly others: ColumnMatch['others'];
}

export interface Settled {
	/** Sure enough to be taken. */
	readonly matches: readonly ColumnMatch[];
	/** By contract column, what was found, sure or not. */
	readonly chosen: ReadonlyMap<string, Chosen>;
}

/** Least confidence at which a column is offered as an answer. */
const offered = 0.25;

export interface Sought {
	readonly fields: readonly SchemaField[];
	/** Contract columns that are asked, however sure they look. */
	readonly doubtful?: (contract: string) => boolean;
}

/** Pairs contract columns with columns of the file, each at most once, so that the sum of confidences is greatest. */
export function settle(
	columns: readonly Named[],
	candidates: readonly Candidate[],
	{ fields, doubtful = () => false }: Sought
): Settled {
	const wanted = new Set(fields.map(({ name }) => name));
	const possible = candidates.filter(
		({ contract, confidence }) => wanted.has(contract) && confidence >= offered
	);
	const pairs = pairUp(columns, possible);
	const owner = new Map(pairs.map((pair) => [pair.column, pair]));
	const chosen = pairs.map((pair): Chosen => {
		const rivals = possible
			.filter(({ contract, column }) => contract === pair.contract && column !== pair.column)
			.filter((rival) => (owner.get(rival.column)?.confidence ?? 0) < rival.confidence)
			.sort(
				(one, other) => other.confidence - one.confidence || (one.column < other.column ? -1 : 1)
			);
		const others = rivals
			.slice(0, 5)
			.map(({ column, confidence }) => ({ column, confidence: round(confidence) }));
		const sure = withRival(
			pair,
			rivals.find((rival) => !areTwins(pair, rival))
		);
		const asked = doubtful(pair.contract) || isContested(pair, possible, pairs);
		const most = asked ? askBelow - 0.05 : 1;
		return { ...pair, sure: Math.min(most, sure), others };
	});
	return {
		matches: chosen.filter(({ sure }) => sure >= askBelow).map(matchOf),
		chosen: new Map(chosen.map((entry) => [entry.contract, entry]))
	};
}

function pairUp(columns: readonly Named[], possible: readonly Candidate[]): Candidate[] {
	const contracts = [...new Set(possible.map(({ contract }) => contract))];
	const rowOf = new Map(contracts.map((contract, row) => [contract, row]));
	const place = new Map(columns.map(({ profile }, index) => [profile.column.name, index]));
	const scores = contracts.map(() => new Array<number>(columns.length).fill(0));
	for (const { contract, column, confidence, odds } of possible) {
		const row = scores[rowOf.get(contract) ?? -1];
		// Squared, so that one sure pair outweighs two halves.
		if (row) row[place.get(column) ?? 0] = confidence ** 2 + Math.max(0, odds) / 1000;
	}
	const best = assignBest(scores);
	return possible.filter(
		({ contract, column }) => best[rowOf.get(contract) ?? -1] === place.get(column)
	);
}

/** Codes without labels whose name would do as well for another contract column that has found none. */
function isContested(
	pair: Candidate,
	possible: readonly Candidate[],
	pairs: readonly Candidate[]
): boolean {
	if (pair.content.odds > 0) return false;
	return possible.some(
		({ contract, column, odds }) =>
			column === pair.column &&
			Math.abs(odds - pair.odds) < 0.3 &&
			!pairs.some((other) => other.contract === contract)
	);
}

/** The code and the label of the same answer, in two columns: either will do. */
function areTwins(one: Candidate, other: Candidate): boolean {
	const [first, second] = [one.content.map, other.content.map];
	if (one.content.as !== 'codes' || !first || !second) return false;
	return (
		first.fit >= 0.9 &&
		second.fit >= 0.9 &&
		first.codes === second.codes &&
		first.own > 0.9 !== second.own > 0.9
	);
}

/** Two columns that fit about as well halve the confidence: one of them is wrong. */
function withRival(best: Candidate, rival: Candidate | undefined): number {
	if (!rival) return best.confidence;
	const lead = Math.max(0, best.odds - rival.odds);
	return best.confidence * (1 - 0.45 * Math.exp(-1.2 * lead) * rival.confidence);
}

function matchOf({ contract, column, name, content, sure, others }: Chosen): ColumnMatch {
	const said = name.phrase === undefined ? words.byCells : words.called(name.phrase);
	const { map } = content;
	return {
		contract,
		columns: [column],
		confidence: round(sure),
		reason: [said, content.reason, ...saidMissing(map)].join('; '),
		others,
		values: map?.values ?? {},
		unmatched: map?.unmatched ?? [],
		...(content.as ? { as: content.as } : {}),
		...(content.datePattern ? { datePattern: content.datePattern } : {}),
		...(map?.separator ? { separator: map.separator } : {})
	};
}

/** Which values say that there is no answer. */
function saidMissing(map: Content['map']): string[] {
	const none = Object.entries(map?.values ?? {}).flatMap(([value, code]) =>
		code === null ? [value] : []
	);
	return none.length === 0 ? [] : [words.missing(none.slice(0, 4), none.length - 4)];
}

/** Two digits: more would pretend to know. */
export function round(confidence: number): number {
	return Math.floor(confidence * 100) / 100;
}
