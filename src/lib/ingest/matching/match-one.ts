import { wordsFor } from './candidates.ts';
import { contentOf } from './content.ts';
import type { MatchContext } from './match.ts';
import { makeTools } from './tools.ts';
import type { ColumnMatch, ColumnProfile } from './types.ts';

/** The code that a text would have in a column of this contract; null: no answer; undefined: none is known. */
export function codeOfText(
	profile: ColumnProfile,
	text: string,
	match: (profile: ColumnProfile) => ColumnMatch
): string | null | undefined {
	const top = [{ value: text, count: 1 }];
	const { values } = match({ ...profile, top, distinct: 1 });
	return Object.hasOwn(values, text) ? values[text] : undefined;
}

/**
 * How a column is read that a person says is this contract column, whatever it looks like: as what, and which of
 * its values have a code. Nothing is said of how sure that is, for the person is.
 * @param rows of the file
 * @throws RangeError when the table has no such column
 */
export function matchOne(
	profile: ColumnProfile,
	{
		table,
		contract,
		rows
	}: { readonly table: string; readonly contract: string; readonly rows: number },
	{ catalogue, contracts }: Pick<MatchContext, 'catalogue' | 'contracts'>
): ColumnMatch {
	const field = contracts.tables[table]?.fields.find(({ name }) => name === contract);
	if (!field) throw new RangeError(`${table} has no column ${contract}`);
	const tools = makeTools({ catalogue, contracts }, [profile.column.heading], rows);
	const words = wordsFor(contract, table, tools);
	const naming = tools.namer.naming(profile.column);
	const { map, as, datePattern, reason } = contentOf(
		profile,
		{ field, words, name: 1, naming },
		tools
	);
	return {
		...{ contract, columns: [profile.column.name], confidence: 1, reason, others: [] },
		...{ values: map?.values ?? {}, unmatched: map?.unmatched ?? [] },
		...(as ? { as } : {}),
		...(datePattern ? { datePattern } : {}),
		...(map?.separator ? { separator: map.separator } : {})
	};
}
