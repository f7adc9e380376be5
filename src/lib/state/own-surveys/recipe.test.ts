import { expect, test } from 'vitest';
import { isOwnId } from '#lib/contracts/own-survey.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { kindOf, ownId } from './recipe.ts';

const recipe: Recipe = {
	format: 'recipe-1',
	file: { name: 'ours.csv', sha256: 'ab', rows: 2, columns: ['a'] },
	survey: { title: 'Ours', wave: '2025', synthetic: false, universe: 'graduates' },
	steps: [
		{ do: 'kind', kind: 'audit', unit: 'worker' },
		{ do: 'kind', kind: 'tracer', unit: 'graduate' }
	]
};

test('the kind is the one that was chosen last', () => {
	expect(kindOf(recipe)).toBe('tracer');
	expect(kindOf({ ...recipe, steps: [] })).toBe('other');
});

test('the id follows from file and steps: not from the order of names, nor from counts', async () => {
	const id = await ownId(recipe);
	expect(isOwnId(id)).toBe(true);
	const { steps, survey, file, format } = recipe;
	expect(await ownId({ steps, survey, file: { ...file }, format })).toBe(id);
	const counts = { sex: { filled: 10, codes: { F: 10 } } };
	expect(await ownId({ ...recipe, file: { ...file, counts } })).toBe(id);
	expect(await ownId({ ...recipe, file: { ...file, sha256: 'ac' } })).not.toBe(id);
	expect(await ownId({ ...recipe, steps: steps.slice(1) })).not.toBe(id);
});
