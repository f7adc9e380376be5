import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { formatShared, readShared } from './recipe-link.ts';

const text = fc.string({ unit: 'grapheme', maxLength: 30 });

const recipes = fc.record({
	format: fc.constant('recipe-1' as const),
	file: fc.record({
		name: text,
		sha256: fc.string({
			unit: fc.constantFrom(...'0123456789abcdef'),
			minLength: 64,
			maxLength: 64
		}),
		rows: fc.nat(),
		columns: fc.array(text, { maxLength: 5 })
	}),
	survey: fc.record({ title: text, wave: text, synthetic: fc.boolean(), universe: text }),
	steps: fc.array(
		fc.record({
			do: fc.constant('values' as const),
			contract: text,
			values: fc.dictionary(text, fc.option(text))
		}),
		{ maxLength: 4 }
	)
});

test('a recipe comes back from its fragment, with the figure that is meant', async () => {
	await fc.assert(
		fc.asyncProperty(recipes, fc.option(text, { nil: undefined }), async (recipe, figure) => {
			const fragment = await formatShared({ recipe, ...(figure === undefined ? {} : { figure }) });
			expect(fragment).toMatch(/^#recipe=[\w-]+(&at=.*)?$/s);
			const read = await readShared(fragment);
			expect(read?.recipe).toEqual(JSON.parse(JSON.stringify(recipe)));
			expect(read?.figure).toBe(figure);
		})
	);
});

test('counts of codes stay on the device', async () => {
	const recipe: Recipe = {
		format: 'recipe-1',
		file: {
			...{ name: 'a.csv', sha256: 'ab'.repeat(32), rows: 20, columns: ['sex'] },
			counts: { sex: { filled: 20, codes: { F: 20 } } }
		},
		survey: { title: 'A', wave: '1', synthetic: false, universe: '' },
		steps: []
	};
	const read = await readShared(await formatShared({ recipe }));
	expect(read?.recipe.file.counts).toBeUndefined();
});

test('what is no recipe, cut off, or grows beyond measure is none', async () => {
	await fc.assert(
		fc.asyncProperty(fc.string(), async (text) => {
			expect(await readShared(`#recipe=${text}`)).toBeUndefined();
		})
	);
	expect(await readShared('')).toBeUndefined();
	expect(await readShared('#portfolio')).toBeUndefined();
	const zeros = new Blob([new Uint8Array(50_000_000)])
		.stream()
		.pipeThrough(new CompressionStream('deflate-raw'));
	const bomb = Buffer.from(await new Response(zeros).arrayBuffer()).toString('base64url');
	expect(await readShared(`#recipe=${bomb}`)).toBeUndefined();
});
