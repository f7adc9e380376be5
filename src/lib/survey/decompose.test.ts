import { describe, expect, test } from 'vitest';
import {
	decomposed,
	homeCells as cellsOf,
	homeSurvey as survey,
	perStratum,
	type HomePerson as Person
} from '#tests/support/home-survey.ts';
import { noCode } from './cells.ts';
import type { Effect } from './decompose.ts';

const named = (effects: readonly Effect[]) =>
	Object.fromEntries(
		effects.map(({ part, category, value }) => [`${part} ${category ?? ''}`, value])
	);

test('an example worked by hand: 60% of a gap of 17.3 points is composition', () => {
	const share = [
		[0.2, 0.5, 0.3],
		[0.1, 0.3, 0.6]
	];
	const rate = [
		[0.7, 0.45, 0.15],
		[0.6, 0.35, 0.12]
	];
	const people = share.flatMap((shares, home) =>
		shares.map((weight, level) => {
			const y = rate[home]?.[level] ?? 0;
			return { stratum: 0, cluster: 3 * home + level, home, level, weight, y };
		})
	);
	const { effects, reason, lacking } = decomposed(cellsOf(people, [6]));
	expect({ reason, lacking }).toEqual({ reason: undefined, lacking: [] });
	const values = named(effects);
	const expected = {
		...{ 'difference ': 0.173, 'rate ': 0.0685, 'composition ': 0.1045 },
		...{ 'rate low': 0.015, 'rate middle': 0.04, 'rate high': 0.0135 },
		...{ 'composition low': 0.065, 'composition middle': 0.08, 'composition high': -0.0405 }
	};
	expect(Object.keys(values)).toEqual(Object.keys(expected));
	for (const [name, value] of Object.entries(expected)) expect(values[name]).toBeCloseTo(value, 12);
});

describe('what cannot be decomposed', () => {
	const people = survey(false);
	const design = [perStratum, perStratum];
	const isRural = ({ home }: Person) => home === 1;

	test('a category that one group lacks', () => {
		const list = people.filter((person) => !(isRural(person) && person.level === 2));
		expect(decomposed(cellsOf(list, design))).toEqual({
			...{ effects: [], reason: 'zero-denominator', lacking: ['high'] }
		});
	});

	test('a category in which nobody of one group answered', () => {
		const list = people.map((person) =>
			isRural(person) && person.level === 0 ? { ...person, y: null } : person
		);
		expect(decomposed(cellsOf(list, design))).toMatchObject({ effects: [], lacking: ['low'] });
	});

	test('a category without a denominator in both groups', () => {
		const list = people.map((person) => (person.level === 1 ? { ...person, x: 0 } : person));
		expect(decomposed(cellsOf(list, design))).toMatchObject({
			...{ effects: [], reason: 'zero-denominator', lacking: ['middle'] }
		});
	});

	test('a group without anybody, or without an answer', () => {
		const list = people.filter((person) => !isRural(person));
		expect(decomposed(cellsOf(list, design))).toEqual({
			effects: [],
			reason: 'empty',
			lacking: []
		});
		const blank = people.map((person) => (isRural(person) ? { ...person, y: null } : person));
		expect(decomposed(cellsOf(blank, design)).reason).toBe('all-missing');
	});

	test('but a category that both lack is passed over, and so is a person without one', () => {
		const list = people.filter(({ level }) => level !== 1);
		const { effects } = decomposed(cellsOf(list, design));
		expect(effects.filter(({ part }) => part === 'rate').map(({ category }) => category)).toEqual([
			...[null, 'low', 'high']
		]);
		const unknown = people.map((person) =>
			person.level === 1 ? { ...person, level: noCode } : person
		);
		expect(named(decomposed(cellsOf(unknown, design)).effects)).toEqual(named(effects));
	});
});
