import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatFormQuestion, type FileQuestion } from './file-question.ts';
import { readFormQuestion } from './form-question.ts';

const name = fc.string({ minLength: 1, maxLength: 8 });
const names = fc.uniqueArray(name, { maxLength: 2 });

const questions: fc.Arbitrary<FileQuestion> = fc
	.record({
		design: fc.record(
			{ weight: name, strata: names, cluster: names, population: name },
			{ requiredKeys: ['strata', 'cluster'] }
		),
		indicator: fc.oneof(
			fc.constant({ kind: 'count' as const }),
			fc.record({ kind: fc.constantFrom('mean', 'total'), of: name }),
			fc.record({ kind: fc.constant('proportion' as const), of: name, equals: fc.string() })
		),
		by: names,
		where: fc.dictionary(name, fc.array(fc.string(), { minLength: 1, maxLength: 3 }), {
			maxKeys: 2
		}),
		lonely: fc.option(fc.constantFrom('adjust', 'remove', 'average', 'certainty'), {
			nil: undefined
		})
	})
	.map(({ lonely, ...question }) => {
		const file = 'survey.csv';
		return { file, ...question, ...(lonely ? { lonely } : {}) } as FileQuestion;
	});

test('what a link carries comes back', () => {
	fc.assert(
		fc.property(questions, (question) => {
			const text = formatFormQuestion(question);
			expect(text).not.toContain('survey.csv');
			expect(readFormQuestion(text, 'survey.csv')).toEqual(question);
		})
	);
});

test.each([
	'',
	'{',
	'[]',
	'null',
	'"count"',
	'{}',
	'{"indicator":{"kind":"median","of":"x"}}',
	'{"indicator":{"kind":"mean"}}',
	'{"indicator":{"kind":"mean","of":7}}',
	'{"indicator":{"kind":"proportion","of":"x"}}',
	'{"indicator":{"kind":"count"},"by":"sex"}',
	'{"indicator":{"kind":"count"},"where":{"sex":"F"}}',
	'{"indicator":{"kind":"count"},"design":{"weight":["w"]}}',
	'{"indicator":{"kind":"count"},"design":{"secondStage":{}}}',
	'{"indicator":{"kind":"count"},"lonely":"skip"}',
	'{"indicator":{"kind":"count"},"file":"/etc/passwd"}',
	'{"indicator":{"kind":"count"},"level":2}'
])('%s is no question of a form', (text) => {
	expect(readFormQuestion(text, 'f.csv')).toBeUndefined();
});

test('whatever stands in a link is read or refused', () => {
	fc.assert(
		fc.property(fc.json(), (text) => {
			expect(() => readFormQuestion(text, 'f.csv')).not.toThrow();
		})
	);
});
