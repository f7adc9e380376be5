import { expect, test } from 'vitest';
import type { TableId } from './declaration.ts';
import { indicators } from './declared.ts';
import { dimensions } from './dimensions.ts';
import { dimensionInR, indicatorsInR } from './in-r.ts';

test('every declared indicator has its expressions in R, and no other has', () => {
	expect(Object.keys(indicatorsInR).sort()).toEqual(Object.keys(indicators).sort());
});

test('R and SQL agree on whether there is a denominator and a condition', () => {
	const differing = Object.values(indicators).filter(({ id, denominator, condition }) => {
		const inR = indicatorsInR[id];
		// A missing denominator is missing in SQL by a CASE, in R by the numerator.
		return (
			(inR?.denominator !== undefined) !== (denominator !== undefined) ||
			(inR?.condition !== undefined) !== (condition !== undefined)
		);
	});
	expect(differing.map(({ id }) => id)).toEqual([]);
});

test('every dimension of every table has its expression in R', () => {
	const missing = Object.values(dimensions).flatMap(({ id, expressions }) =>
		(Object.keys(expressions) as TableId[])
			.filter((table) => dimensionInR(id, table) === undefined)
			.map((table) => `${id} of ${table}`)
	);
	expect(missing).toEqual([]);
});

test('a grouping looks its codes up in the dimension that it groups', () => {
	expect(dimensionInR('residence_urban', 'enrolment')).toBe(
		'regroup(residence_at_entry, c("periurban" = "urban"))'
	);
	expect(dimensionInR('residence_urban', 'audit_establishment')).toBeUndefined();
});
