import { describe, expect, test } from 'vitest';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { tinyCatalogue } from '#tests/support/tiny-catalogue.ts';
import { compilePlan } from './compile-plan.ts';
import { codesOf, isPlan, planQuestion } from './plan.ts';

const question: Question = { source: 'audit', indicator: 'incidence', by: [], where: {} };
const plan = (asked: Partial<Question>) => planQuestion({ ...question, ...asked }, tinyCatalogue);
const parseWhere = (text: string) => JSON.parse(text) as Question['where'];

describe('what does not exist is said by name', () => {
	test.each([
		['unknown-indicator', { indicator: 'happiness' }, { indicator: 'happiness' }],
		['unknown-source', { source: 'tracer' }, { source: 'tracer', indicator: 'incidence' }],
		['unknown-dimension', { by: ['colour'] }, { dimension: 'colour' }],
		['unknown-dimension', { where: { colour: ['red'] } }, { dimension: 'colour' }],
		['unknown-code', { where: { sex: ['F', 'X'] } }, { dimension: 'sex', code: 'X' }],
		[
			'not-available-by',
			{ indicator: 'gap-density', where: { sex: ['F'] } },
			{ dimension: 'gender', indicator: 'Staff not fully proficient' }
		],
		[
			'not-available-by',
			{ indicator: 'gap-density', difference: { dimension: 'sex', minus: ['F', 'M'] } },
			{ dimension: 'gender', indicator: 'Staff not fully proficient' }
		]
	] as const)('%s', (code, asked, details) => {
		expect(plan(asked)).toEqual({ code, details });
	});

	test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
		'%s is neither an indicator nor a dimension nor a code',
		(name) => {
			expect(plan({ indicator: name })).toMatchObject({ code: 'unknown-indicator' });
			expect(plan({ by: [name] })).toMatchObject({ code: 'unknown-dimension' });
			const where = parseWhere(`{"${name}":["x"]}`);
			expect(plan({ where })).toMatchObject({ code: 'unknown-dimension' });
			expect(plan({ where: { sex: [name] } })).toMatchObject({ code: 'unknown-code' });
		}
	);

	test('the raw code of a grouping is no code of it', () => {
		expect(plan({ where: { residence_urban: ['periurban'] } })).toMatchObject({
			code: 'unknown-code'
		});
	});
});

test('people are added up within one skill, never over several, where they would count twice', () => {
	const asked = { indicator: 'people-short', where: { sector: ['A'] } };
	const needsOne = {
		code: 'needs-one',
		details: { indicator: 'People short', dimension: 'skill' }
	};
	expect(plan(asked)).toEqual(needsOne);
	expect(plan({ ...asked, where: { skill: ['K1', 'K2'] } })).toEqual(needsOne);
	expect(plan({ ...asked, where: { skill: ['K1'] } })).toHaveProperty('indicator');
	expect(plan({ ...asked, by: ['skill'] })).toHaveProperty('indicator');
});

describe('a plan', () => {
	test('keys by the dimensions asked for, then by that of the difference', () => {
		const found = plan({ by: ['sex'], difference: { dimension: 'position', minus: ['a', 'b'] } });
		expect(isPlan(found) && found.by).toEqual(['sex', 'position']);
	});

	test('knows the codes of every dimension in the order of the page', () => {
		const found = plan({ by: ['residence_rural'], where: { position: ['other'] } });
		expect(isPlan(found) && found.codes).toEqual({
			residence_rural: ['urban', 'rural'],
			position: ['professional', 'other']
		});
	});

	test('binds the codes of its restrictions', () => {
		const found = plan({ where: { sex: ['M', 'F'], sector: ['A'] } });
		if (!isPlan(found)) throw new Error(found.code);
		const { cells, frame } = compilePlan(found);
		expect(cells.parameters).toEqual(['A', 'F', 'M']);
		expect(frame.parameters).toEqual([]);
	});
});

test('a code list that the catalogue lacks gives no codes', () => {
	const sex = dimensions.sex;
	expect(sex && codesOf(sex, { ...tinyCatalogue, codeLists: {} })).toEqual([]);
});
