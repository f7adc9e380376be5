import { expect, test } from 'vitest';
import { sampleSizeOf, type SampleForm } from './sample-form.ts';

const form: SampleForm = {
	...{ population: '800', margin: '5', share: '50', level: '95' },
	...{ designEffect: '1', responseRate: '35' }
};

test('what is written gives answers, invitations and what can be reached', () => {
	const found = sampleSizeOf(form);
	expect(found.size).toEqual({ answers: 260, invitations: 743, outOfReach: false });
	expect(found.reached).toBe(280);
});

test.each([
	['1,200', 1200],
	['1 200', 1200],
	['1\u00a0200', 1200]
])('%s people are that many', (population, people) => {
	expect(sampleSizeOf({ ...form, population })).toEqual(
		sampleSizeOf({ ...form, population: String(people) })
	);
});

test('a decimal comma is read', () => {
	expect(sampleSizeOf({ ...form, margin: '2,5' })).toEqual(
		sampleSizeOf({ ...form, margin: '2.5' })
	);
});

test.each([
	['population', ''],
	['population', '12.5'],
	['population', '-3'],
	['margin', '0'],
	['margin', 'five'],
	['share', '100'],
	['level', '1e3'],
	['designEffect', '0.5'],
	['responseRate', '0']
] as const)('%s of “%s” is named, and nothing worked out', (field, text) => {
	const found = sampleSizeOf({ ...form, [field]: text });
	expect(found.bad).toEqual([field]);
	expect(found.size).toBeUndefined();
});
