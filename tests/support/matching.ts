import { matchColumns, type MatchContext } from '#lib/ingest/matching/match.ts';
import type { ColumnProfile, Matching } from '#lib/ingest/matching/types.ts';
import { readCatalogueFiles } from '../../src/cli/catalogue.ts';
import { readContractFiles } from '../../src/cli/contracts.ts';

const catalogue = await readCatalogueFiles();
const contracts = await readContractFiles();

/** What data/ says, for tests that need the real words. */
export const dataContext = { catalogue, contracts };

export function matchProfiles(
	profiles: readonly ColumnProfile[],
	context: Partial<MatchContext> = {}
): Matching {
	return matchColumns(profiles, { catalogue, contracts, fileName: 'data.csv', ...context });
}

/** By contract column, the column of the file. */
export function mappingOf({ matches }: Matching): Record<string, string> {
	return Object.fromEntries(
		matches.map(({ contract, columns }) => [contract, columns.join(' + ')])
	);
}
