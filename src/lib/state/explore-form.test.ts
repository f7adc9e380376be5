import { expect, test } from 'vitest';
import type { FileQuestion } from '#lib/answers/file-question.ts';
import type { ColumnProfile } from '#lib/warehouse/describe.ts';
import { formOf, newForm, questionOf } from './explore-form.ts';

const column = (name: string, kind: ColumnProfile['kind'], distinct: number): ColumnProfile => ({
	...{ name, kind, present: 100, missing: 0, distinct, low: null, high: null },
	frequent: [{ value: 'a', count: 60 }]
});

const columns = [
	column('weight', 'number', 100),
	column('age', 'number', 70),
	column('region', 'text', 8),
	column('size', 'text', 3),
	column('village', 'text', 30),
	column('sex', 'text', 2)
];
const design = { weight: 'weight', strata: ['region', 'size'], cluster: ['village'] };

test('a recipe’s design is there at once, and its columns are not what is first asked of', () => {
	const form = newForm(columns, design);
	expect(form).toMatchObject({ weight: 'weight', meanOf: 'age', shareOf: 'sex', kind: 'mean' });
	expect(questionOf(form, 'f.csv')).toEqual({
		...{ file: 'f.csv', design, by: [], where: {}, indicator: { kind: 'mean', of: 'age' } }
	});
	expect(questionOf(newForm(columns), 'f.csv').design).toEqual({ strata: [], cluster: [] });
});

test.each<Partial<FileQuestion>>([
	{},
	{ indicator: { kind: 'total', of: 'age' }, by: ['sex', 'size'] },
	{ indicator: { kind: 'proportion', of: 'sex', equals: 'a' }, where: { size: ['a', 'b'] } },
	{ design: { strata: [], cluster: [], population: 'age' }, lonely: 'adjust' }
])('the form of a question asks it: %o', (part) => {
	const question: FileQuestion = {
		...{ file: 'f.csv', design, by: [], where: {}, indicator: { kind: 'count' } },
		...part
	};
	const form = formOf(question, columns);
	expect(form && questionOf(form, 'f.csv')).toEqual(question);
});

test.each<Partial<FileQuestion>>([
	{ by: ['sex', 'size', 'region'] },
	{ where: { sex: ['a'], size: ['a'] } },
	{ by: ['gone'] },
	{ indicator: { kind: 'mean', of: 'gone' } },
	{ design: { ...design, weight: 'gone' } }
])('no form asks %o', (part) => {
	const question: FileQuestion = {
		...{ file: 'f.csv', design, by: [], where: {}, indicator: { kind: 'count' } },
		...part
	};
	expect(formOf(question, columns)).toBeUndefined();
});
