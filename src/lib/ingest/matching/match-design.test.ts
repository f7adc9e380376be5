import { describe, expect, test } from 'vitest';
import { cycle, each, madeProfile as column } from '#tests/support/made-profile.ts';
import { rows, tracer } from '#tests/support/made-survey.ts';
import { matchProfiles } from '#tests/support/matching.ts';
import type { ColumnProfile } from './types.ts';

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
