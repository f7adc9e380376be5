import { describe, expect, test } from 'vitest';
import {
	decomposed,
	homeCells as cellsOf,
	homeSurvey as survey,
	perStratum,
	type HomePerson as Person
} from '#tests/support/home-survey.ts';
import { difference } from './contrast.ts';
import { emptyTally, tally } from './tally.ts';
import { variance } from './variance.ts';

describe.each([
	['means', false],
	['ratios', true]
])('standard errors of the effects on %s', (_, isRatio) => {
	const people = survey(isRatio);
	const cells = cellsOf(people, [perStratum, perStratum]);
	const { effects } = decomposed(cells);
	const options = { strata: cells.strata, lonely: 'fail', over: 'design' } as const;
	const errors = effects.map(({ scores }) => Math.sqrt(variance(scores, options) ?? NaN));

	test('are near those of a jackknife that leaves out one cluster', () => {
		const squares = effects.map(() => 0);
		for (let out = 0; out < 2 * perStratum; out++) {
			const left = people.filter(({ cluster }) => cluster !== out);
			const isSame = (person: Person) => person.stratum === Math.floor(out / perStratum);
			const grown = left.map((person) =>
				isSame(person)
					? { ...person, weight: (person.weight * perStratum) / (perStratum - 1) }
					: person
			);
			const again = decomposed(cellsOf(grown, [perStratum, perStratum])).effects;
			again.forEach(({ value }, i) => {
				const apart = value - (effects[i]?.value ?? NaN);
				squares[i] = (squares[i] ?? 0) + (apart * apart * (perStratum - 1)) / perStratum;
			});
		}
		errors.forEach((error, i) => {
			const ratio = error / Math.sqrt(squares[i] ?? NaN);
			// The composition effect of the ratios is near 0, where the delta method is at its weakest.
			expect(ratio).toBeGreaterThan(0.94);
			expect(ratio).toBeLessThan(1.06);
		});
	});

	test('for the sum of both is that of the difference', () => {
		const [urban = emptyTally([]), rural = emptyTally([])] = tally(cells, ['home'], {});
		const kind = isRatio ? 'ratio' : 'mean';
		const whole = difference(urban, rural, { ...options, kind, level: 0.95 });
		expect(effects[0]?.value).toBeCloseTo(whole.value ?? NaN, 13);
		expect(errors[0]).toBeCloseTo(whole.se ?? NaN, 13);
		expect(effects[0]?.scores.n.reduce((sum, n) => sum + n, 0)).toBe(whole.n);
		const [, rate, composition] = effects;
		effects[0]?.scores.score.forEach((score, c) => {
			const parts = (rate?.scores.score[c] ?? NaN) + (composition?.scores.score[c] ?? NaN);
			expect(score).toBeCloseTo(parts, 14);
		});
	});
});
