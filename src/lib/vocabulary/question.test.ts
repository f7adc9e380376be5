import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalQuestion, formatQuestion, parseQuestion, type Question } from './question.ts';

const codes = fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 4 });
const names = fc.oneof(
	fc.constantFrom('sex', 'sector', '__proto__', 'constructor', '10', '9', ''),
	fc.string({ unit: 'grapheme' })
);
const where = fc
	.array(fc.tuple(names, codes), { maxLength: 4 })
	// As JSON.parse makes it: `__proto__` is a key like any other.
	.map((entries) => Object.fromEntries(entries));
const questions: fc.Arbitrary<Question> = fc
	.record(
		{
			source: fc.string(),
			indicator: fc.string(),
			by: fc.array(names, { maxLength: 4 }),
			where,
			difference: fc.record({ dimension: names, minus: fc.tuple(fc.string(), fc.string()) })
		},
		{ requiredKeys: ['source', 'indicator', 'by', 'where'] }
	)
	.map((question) => question as Question);

const plain: Question = { source: 's', indicator: 'i', by: [], where: {} };

describe('a Question', () => {
	test('comes back canonical from its text', () => {
		fc.assert(
			fc.property(questions, (question) => {
				const text = formatQuestion(question);
				expect(parseQuestion(text)).toEqual(canonicalQuestion(question));
				expect(formatQuestion(parseQuestion(text))).toBe(text);
			})
		);
	});

	test('has one text however its codes and restrictions are ordered or repeated', () => {
		fc.assert(
			fc.property(questions, (question) => {
				const turned = Object.entries(question.where)
					.reverse()
					.map(([id, list]) => [id, [...list, ...list].reverse()]);
				const other = { ...question, where: Object.fromEntries(turned) };
				expect(formatQuestion(other)).toBe(formatQuestion(question));
			})
		);
	});

	test('keeps the order of the dimensions that split it, each once', () => {
		expect(canonicalQuestion({ ...plain, by: ['b', 'a', 'b'] }).by).toEqual(['b', 'a']);
	});

	test('loses a restriction without codes, and no other', () => {
		const asked = { ...plain, where: { a: [], b: ['2', '1', '2'] } };
		expect(canonicalQuestion(asked).where).toEqual({ b: ['1', '2'] });
	});

	test('keeps the direction of a difference', () => {
		const difference = { dimension: 'sex', minus: ['M', 'F'] as const };
		expect(parseQuestion(formatQuestion({ ...plain, difference })).difference).toEqual(difference);
	});

	test('restricts by a dimension called __proto__ instead of dropping the restriction', () => {
		const text = '{"source":"s","indicator":"i","by":[],"where":{"__proto__":["x"]}}';
		expect(Object.keys(parseQuestion(text).where)).toEqual(['__proto__']);
		expect(formatQuestion(parseQuestion(text))).toBe(text);
		expect(({} as Record<string, unknown>).x).toBeUndefined();
	});

	test.each([
		'null',
		'[]',
		'"audit"',
		'{}',
		'{"source":"s","indicator":"i","by":"sex","where":{}}',
		'{"source":"s","indicator":"i","by":[1],"where":{}}',
		'{"source":"s","indicator":"i","by":[],"where":[]}',
		'{"source":"s","indicator":"i","by":[],"where":{"sex":"F"}}',
		'{"source":"s","indicator":"i","by":[],"where":{"sex":[null]}}',
		'{"source":"s","indicator":"i","by":[],"where":{},"difference":{"dimension":"sex","minus":["F"]}}',
		'{"source":"s","indicator":"i","by":[],"where":{},"difference":null}',
		'{"source":"s"'
	])('is not made of %s', (text) => {
		expect(() => parseQuestion(text)).toThrow(SyntaxError);
	});
});
