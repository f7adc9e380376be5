import { describe, expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { rows, tracer } from '#tests/support/made-survey.ts';
import { matchProfiles } from '#tests/support/matching.ts';
import { askBelow, type ColumnProfile } from './types.ts';

describe('the design', () => {
	const survey = [
		...tracer,
		column('stratum', cycle(rows, 'A', 'B', 'C')),
		column(
			'PSU',
			each(rows, (row) => Math.floor(row / 5) + 100)
		),
		column('N_stratum', cycle(rows, '300', '800', '500'))
	];

	test('is found by name and content, with its reasons', () => {
		const { design } = matchProfiles(survey);
		expect(design.value).toEqual({
			weight: 'Final weight',
			stratum: ['stratum'],
			cluster: ['PSU'],
			fpc: 'N_stratum'
		});
		expect(design.reason).toContain('weight');
	});

	test('of things is found where strata and clusters say that they were drawn, and nothing else is', () => {
		const yields = column(
			'Yield in kg',
			each(rows, (row) => 800 + ((row * 37) % 200))
		);
		const crops = [column('Crop', cycle(rows, 'maize', 'beans')), yields];
		const { design, kind, matches } = matchProfiles([
			...crops,
			...survey.filter(({ column: { name } }) => ['stratum', 'PSU', 'Final weight'].includes(name))
		]);
		expect(kind.guess).toBe('other');
		expect(design.value).toEqual({
			weight: 'Final weight',
			stratum: ['stratum'],
			cluster: ['PSU']
		});
		expect(matches.map(({ contract }) => contract).toSorted()).toEqual([
			...['cluster', 'stratum', 'weight']
		]);
		expect(matchProfiles(crops).design.value).toEqual({});
	});

	const numbered = column(
		'id',
		each(rows, (row) => row + 1)
	);
	const weights = column('wt', cycle(rows, '1.2', '0.8', '3.1', '2.2'));
	const drawn = column('psu', cycle(rows, ...Array.from({ length: 20 }, (_, psu) => `${psu + 1}`)));

	test.each([
		['a weight beside clusters', 'y', [weights, drawn], ['wt']],
		['a weight alone', 'y', [weights], ['wt']],
		['strata alone', 'y', [column('strata', cycle(rows, '1', '2', '3'))], ['strata']],
		['weights and clusters of things', 'yield', [weights, drawn], ['wt', 'psu']],
		['clusters of things', 'price', [drawn], ['psu']]
	])('is asked where only its name tells: %s', (_, measured, columns, asked) => {
		const figures = column(
			measured,
			each(rows, (row) => ((row * 17) % 23) / 3)
		);
		const { design, asks, kind } = matchProfiles([numbered, ...columns, figures], {
			kind: 'other'
		});
		expect(kind.guess).toBe('other');
		expect(design.confidence).toBeLessThan(askBelow);
		const questions = asks.filter(({ about }) => about === 'design');
		expect(questions.map(({ options }) => options[0]?.value)).toEqual(asked);
		const taken = [design.value.weight, design.value.stratum, design.value.cluster].flat();
		expect(asked.filter((name) => taken.includes(name))).toEqual([]);
	});

	test.each(['Weight (kg)', 'weight_grams', 'Birth weight'])(
		'is not asked where %s tells what something weighs',
		(heading) => {
			const weighed = column(
				heading,
				each(rows, (row) => 2 + (row % 17) / 7)
			);
			const { design, asks } = matchProfiles([numbered, weighed], { kind: 'other' });
			expect(asks).toEqual([]);
			expect(design.value).toEqual({});
		}
	);

	test('is not asked of a weight beside what only things have', () => {
		const breed = column('Breed', cycle(rows, 'Merino', 'Angora'));
		const { asks } = matchProfiles([numbered, breed, weights], { kind: 'other' });
		expect(asks).toEqual([]);
	});

	test('is said to be missing', () => {
		const { design } = matchProfiles(tracer.slice(0, 6));
		expect(design.value).toEqual({});
		expect(design.reason).toContain('every row counts once');
	});
});

test('personal columns are told', () => {
	const { personal } = matchProfiles([
		...tracer,
		column(
			'Full name',
			each(rows, (row) => `Lerato Mokoena${'abcdefghij'[row % 10] ?? ''}`)
		),
		column(
			'Cell',
			each(rows, (row) => `+266 58${100000 + row}`)
		),
		column(
			'contact',
			each(rows, (row) => `a${row}@example.org`)
		),
		column('Do you own a cell phone?', cycle(rows, 'Yes', 'No')),
		column('Name of institution', cycle(rows, 'Roma College', 'Leribe College')),
		column(
			'latitude',
			each(rows, (row) => -29.3 - row / 997)
		)
	]);
	expect(personal).toEqual([
		{ column: 'Cell', looksLike: 'phone' },
		{ column: 'Full name', looksLike: 'name' },
		{ column: 'contact', looksLike: 'email' },
		{ column: 'latitude', looksLike: 'coordinates' }
	]);
});

test('dates that can be read two ways are asked, dates that cannot are not', () => {
	const ambiguous = {
		...column('Interview date', cycle(rows, '03/04/2024', '05/06/2024')),
		dates: { '%d/%m/%Y': rows, '%m/%d/%Y': rows }
	};
	const plain = {
		...column('Interview date', cycle(rows, '13/04/2024', '05/06/2024')),
		dates: { '%d/%m/%Y': rows, '%m/%d/%Y': rows / 2 }
	};
	const about = (profile: ColumnProfile) =>
		matchProfiles([...tracer, profile]).asks.filter((ask) => ask.about === 'date');
	expect(about(ambiguous)[0]?.options.map(({ value }) => value)).toEqual(['%d/%m/%Y', '%m/%d/%Y']);
	expect(about(plain)).toEqual([]);
});

test('one column an answer is one question', () => {
	const ticks = (share: number) => each(rows, (row) => Number(row % share === 0));
	const { matches } = matchProfiles([
		...tracer,
		column('barrier/cost', ticks(2)),
		column('barrier/distance', ticks(3)),
		column('barrier/time', ticks(5))
	]);
	expect(matches.find(({ contract }) => contract === 'barrier')).toMatchObject({
		columns: ['barrier/cost', 'barrier/distance', 'barrier/time'],
		values: { 'barrier/cost': 'cost', 'barrier/distance': 'distance', 'barrier/time': 'time' }
	});
});
