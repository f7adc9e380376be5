import { expect, test } from 'vitest';
import { indicators } from '#lib/indicators/declared.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { tinyCatalogue } from '#tests/support/tiny-catalogue.ts';
import { slimCatalogue } from './publication.ts';
import { planShards } from './shard-plan.ts';

const planned = planShards(tinyCatalogue);

test('every sector and wave has a shard of its own, and every table one of all', () => {
	expect(planned.map(({ table, slice, where }) => [table, slice, where.sector])).toEqual([
		['audit_skill', 'A', ['A']],
		['audit_skill', 'B', ['B']],
		['audit_skill', 'A-reach', ['A']],
		['audit_skill', 'B-reach', ['B']],
		['audit_skill', 'all-incidence', undefined],
		['audit_skill', 'all-attainment', undefined],
		['audit_establishment', 'all-vacancies', undefined],
		['audit_establishment', 'all', undefined],
		['tracer', '2024-work', undefined],
		['tracer', '2024-courses', undefined],
		['tracer', '2024', undefined],
		['tracer', 'waves', undefined],
		['tracer', '2024-sectors', undefined],
		['frame', 'all', undefined],
		['enrolment', 'all', undefined]
	]);
});

test('a shard holds indicators of its own table, by dimensions that the table has', () => {
	for (const { table, slice, indicators: held, by } of planned) {
		expect(held.length, slice).toBeGreaterThan(0);
		expect(held.filter((id) => indicators[id]?.table !== table)).toEqual([]);
		expect(by.filter(({ id }) => !dimensions[id]?.expressions[table])).toEqual([]);
		expect(by.filter(({ id }) => dimensions[id]?.groups)).toEqual([]);
		expect(new Set(by.map(({ id }) => id)).size).toBe(by.length);
	}
});

test('every declared indicator stands in some shard', () => {
	const held = new Set(planned.flatMap((shard) => shard.indicators));
	expect(Object.keys(indicators).filter((id) => !held.has(id))).toEqual([]);
});

test('codes come in the order of the code lists', () => {
	const sex = planned[0]?.by.find(({ id }) => id === 'sex');
	expect(sex?.codes).toEqual(['F', 'M']);
});

test('the browser gets the code lists of the dimensions and no others', () => {
	const { codeLists, ...rest } = slimCatalogue(tinyCatalogue);
	expect(tinyCatalogue.codeLists).toHaveProperty('lqf_level');
	expect(codeLists).not.toHaveProperty('lqf_level');
	expect(codeLists.sex?.map(({ code }) => code)).toEqual(['F', 'M']);
	expect(rest.thresholds).toEqual(tinyCatalogue.thresholds);
	expect(rest.surveys.map(({ id, wave, title, coverage }) => [id, wave, title, coverage])).toEqual(
		tinyCatalogue.surveys.map(({ id, wave, title, coverage }) => [id, wave, title, coverage])
	);
	expect(rest.skills.map(({ id, label }) => [id, label])).toEqual(
		tinyCatalogue.skills.map(({ id, label }) => [id, label])
	);
	expect(Object.keys(codeLists).length).toBe(Object.keys(tinyCatalogue.codeLists).length - 1);
});
