import { expect, test } from 'vitest';
import { grade } from '#lib/disclosure/grade.ts';
import { qualities } from '#lib/vocabulary/estimate.ts';
import { gradeLines, gradeRows } from './grade-rows.ts';

const thresholds = {
	level: 0.95,
	minimumRespondents: 20,
	lowRespondents: 40,
	minimumClusters: 4,
	shareIntervalWidth: 0.25,
	relativeStandardError: 0.3,
	withheldBelow: { persons: 10, establishments: 3, heads: 5 }
};

test('each grade is explained with the thresholds in force', () => {
	const lines = gradeLines(thresholds);
	expect(lines.map(({ quality }) => quality)).toEqual(qualities);
	const when = Object.fromEntries(lines.map((line) => [line.quality, line.when]));
	expect(when.unreliable).toMatch(/fewer than 20 respondents, fewer than 4 clusters/i);
	expect(when['low-n']).toBe('20 to 39 respondents.');
	expect(when.imprecise).toMatch(/wider than 25 points.*more than 30% of/);
});

test('each invented figure has the grade that it is drawn with', () => {
	const rules = { minN: 25, lowN: 50, minClusters: 3, shareWidth: 0.3, relativeSe: 0.3 };
	const rows = gradeRows().filter(({ id }) => id !== 'suppressed');
	const graded = rows.map(({ marks: [mark] }) => {
		const { value = null, low = null, high = null, n = 0 } = mark?.figure ?? {};
		const se = low === null || high === null ? null : (high - low) / 4;
		const counts = { key: [], n, missing: 0, clusters: 9, sumWeights: n, df: 8, deff: 1 };
		return grade({ ...counts, value, low, high, se }, rules, 'share');
	});
	expect(graded).toEqual(rows.map(({ id }) => id));
});
