import type { ColumnProfile, ValueCount } from '#lib/ingest/matching/types.ts';
import type { Settled } from '#lib/ingest/recipe/settle.ts';
import type { ContractColumn } from '#lib/state/import/bench.ts';

/** A column of the contract whose cells are codes, with every value that the file has for it. */
export interface CodedColumn {
	readonly contract: string;
	readonly title: string;
	/** Of the file. */
	readonly columns: readonly string[];
	readonly codes: ContractColumn['codes'];
	/** Values without a code first, then the most frequent. */
	readonly values: readonly CodedValue[];
	/** How many values have neither a code nor are known to be missing. */
	readonly open: number;
}

export interface CodedValue extends ValueCount {
	/** null: it says that there is no answer. Undefined: nobody has said what it is. */
	readonly code: string | null | undefined;
}

/** The coded columns of a file, those with open values first. */
export function codedColumns(
	settled: Settled,
	profiles: readonly ColumnProfile[],
	contract: readonly ContractColumn[]
): CodedColumn[] {
	const profileOf = new Map(profiles.map((profile) => [profile.column.name, profile]));
	return [...settled.matches.values()]
		.flatMap((match) => {
			const about = contract.find(({ id }) => id === match.contract);
			// Names that a list does not have stay as they are where the list is only an example.
			if (!about || about.codes.length === 0 || match.as === 'text') return [];
			const isCode = new Set(about.codes.map(({ code }) => code));
			const counted = valuesOf(match, profileOf);
			const values = counted.map(({ value, count }): CodedValue => {
				const known = settled.values.get(match.contract)?.get(value);
				const code = known === undefined && isCode.has(value) ? value : known;
				return { value, count, code };
			});
			const isOpen = ({ code }: CodedValue): boolean => code === undefined;
			return {
				...{ contract: match.contract, title: about.title, columns: match.columns },
				codes: about.codes,
				values: [...values.filter(isOpen), ...values.filter((one) => !isOpen(one))],
				open: values.filter(isOpen).length
			};
		})
		.sort((a, b) => Number(b.open > 0) - Number(a.open > 0));
}

/**
 * Items as they stood at first, later ones at the end: what a person is about to choose does not jump away
 * once it is settled.
 */
export function asAtFirst<Item>(
	items: readonly Item[],
	first: readonly string[],
	keyOf: (item: Item) => string
): Item[] {
	const place = new Map(first.map((key, index) => [key, index]));
	const placeOf = (item: Item): number => place.get(keyOf(item)) ?? first.length;
	return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** Values of one column; of several columns the column is the value. Parts of cells that hold several. */
function valuesOf(
	{ columns, separator }: { readonly columns: readonly string[]; readonly separator?: string },
	profileOf: ReadonlyMap<string, ColumnProfile>
): ValueCount[] {
	if (columns.length > 1) {
		return columns.map((column) => ({ value: column, count: profileOf.get(column)?.filled ?? 0 }));
	}
	const top = profileOf.get(columns[0] ?? '')?.top ?? [];
	if (separator === undefined) return [...top];
	const parts = new Map<string, number>();
	for (const { value, count } of top) {
		for (const part of value.split(separator).map((one) => one.trim())) {
			if (part) parts.set(part, (parts.get(part) ?? 0) + count);
		}
	}
	return [...parts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
