import { expect, test } from 'vitest';
import type { Estimate } from '#lib/vocabulary/estimate.ts';
import thresholds from '#data/thresholds.json' with { type: 'json' };
import type { FileFindings } from './ask-file.ts';
import { findingsForLeaving } from './own-file-withhold.ts';

const estimate = (code: string, n: number): Estimate => ({
	...{ key: [code], n, missing: 0, clusters: 9, sumWeights: n, df: 8, quality: 'ok' },
	...{ value: 0.5, se: 0.1, low: 0.3, high: 0.7, deff: 1 }
});

function findings(counts: Readonly<Record<string, number>>, blank = 0): FileFindings {
	const estimates = Object.entries(counts).map(([code, n]) => estimate(code, n));
	return {
		answer: {
			question: {
				...{ file: 'f.csv', by: ['g'], where: {}, indicator: { kind: 'count' } },
				design: { strata: [], cluster: [] }
			},
			...{ estimates, access: 'own', unclassified: { n: blank, sumWeights: blank } }
		},
		top: estimates.map(({ key }) => key),
		sql: ''
	};
}

const left = (found: FileFindings) =>
	found.answer.estimates.filter(({ quality }) => quality !== 'suppressed').map(({ key }) => key[0]);

test('of a file that is looked at rows are people: fewer than ten are withheld, and the next smallest', () => {
	const out = findingsForLeaving(findings({ a: 9, b: 30, c: 40 }), { table: 'survey' }, thresholds);
	expect(left(out)).toEqual(['c']);
	expect(out.answer.estimates[0]).toMatchObject({ n: 0, value: null, sumWeights: 0 });
	expect(out.top).toEqual([['c']]);
});

test('of establishments three are enough, of students five', () => {
	const found = findings({ a: 3, b: 4, c: 40 });
	expect(left(findingsForLeaving(found, { table: 'own_audit_establishment' }, thresholds))).toEqual(
		['a', 'b', 'c']
	);
	expect(left(findingsForLeaving(found, { table: 'own_enrolment' }, thresholds))).toEqual(['c']);
});

test('how many are in no group is not said of few, nor where their total would tell others', () => {
	const of = (counts: Readonly<Record<string, number>>, blank: number) =>
		findingsForLeaving(findings(counts, blank), { table: 'own_other' }, thresholds).answer
			.unclassified?.n;
	expect(of({ a: 20, b: 30 }, 4)).toBeUndefined();
	expect(of({ a: 20, b: 30 }, 40)).toBe(40);
	expect(of({ a: 2, b: 30 }, 40)).toBeUndefined();
});
