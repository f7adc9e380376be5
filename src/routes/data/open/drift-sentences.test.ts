import { expect, test } from 'vitest';
import { shareThresholds } from '#lib/ingest/recipe/share-change.ts';
import { driftSentences } from './drift-sentences.ts';

const nothing = {
	...{ newColumns: [], missingColumns: [], renamedColumns: [], newCodes: [], goneCodes: [] },
	...{ changedShares: [], reading: [], thresholds: shareThresholds }
};
const names = {
	contract: (id: string) => ({ sector: 'Sector', weight: 'Weight' })[id] ?? id,
	code: (contract: string, code: string) => (contract + code === 'sectorMIN' ? 'Mining' : code)
};

test('columns and codes are told by their titles and labels, not by how the contract writes them', () => {
	const sentences = driftSentences(
		{
			...nothing,
			missingColumns: [{ column: 'wt', contracts: ['weight'] }],
			changedShares: [{ contract: 'sector', code: 'MIN', before: 0.1, now: 0.3 }]
		},
		names
	);
	expect(sentences).toHaveLength(2);
	expect(sentences[0]).toContain('Weight');
	expect(sentences[1]).toBe('The share of “Mining” in Sector was 10% of the rows and is 30%.');
	expect(driftSentences(nothing, names)).toEqual([]);
});
