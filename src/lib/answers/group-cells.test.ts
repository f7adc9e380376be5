import { expect, test } from 'vitest';
import { noCode } from '#lib/survey/cells.ts';
import { tally } from '#lib/survey/tally.ts';
import { tinyCells } from '#tests/support/tiny-book.ts';
import { tinyCatalogue } from '#tests/support/tiny-catalogue.ts';
import { groupCells } from './group-cells.ts';
import { isPlan, planQuestion } from './plan.ts';

const homes = ['urban', 'periurban', 'rural', 'unknown', ''];
const cells = tinyCells(
	homes.map((residence, i) => ({ cluster: i, codes: { residence }, y: 1, w: i + 1 })),
	{ residence: ['rural', 'unknown', 'periurban', 'urban'] }
);

function grouped(by: readonly string[], where: Readonly<Record<string, readonly string[]>> = {}) {
	const question = { source: 'audit', indicator: 'incidence', by, where };
	const plan = planQuestion(question, tinyCatalogue);
	if (!isPlan(plan)) throw new Error(plan.code);
	return groupCells(cells, plan);
}

test('peri-urban homes count where the View says, those of no known place nowhere', () => {
	expect(grouped(['residence_urban']).dimensions.residence_urban).toEqual({
		codes: ['urban', 'rural'],
		index: Uint16Array.of(0, 0, 1, noCode, noCode)
	});
	const rural = grouped(['residence_rural']);
	const weights = tally(rural, ['residence_rural'], {}).map(({ key, sumWeights }) => [
		...key,
		sumWeights
	]);
	expect(weights).toEqual([
		['urban', 1],
		['rural', 2 + 3]
	]);
});

test('a restriction by a grouping gets its column too', () => {
	const kept = grouped([], { residence_urban: ['urban'] });
	expect(tally(kept, [], { residence_urban: ['urban'] })[0]?.sumWeights).toBe(1 + 2);
});

test('what is grouped stays as it is, and nothing else is added', () => {
	expect(grouped(['residence_urban']).dimensions.residence).toBe(cells.dimensions.residence);
	expect(Object.keys(grouped(['residence']).dimensions)).toEqual(['residence']);
	expect(Object.keys(grouped(['position']).dimensions)).toEqual(['residence']);
});
