import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { formatRecipe, isRecipe, parseRecipe, recipeShape } from './parse-recipe.ts';
import { stripCounts, type Recipe } from './recipe.ts';
import schema from './recipe.schema.json' with { type: 'json' };

const isValid = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true }).compile(
	schema
);

const full: Recipe = {
	format: 'recipe-1',
	file: {
		...{ name: 'wave.csv', sha256: 'a'.repeat(64), rows: 120, columns: ['id', 'sex'] },
		counts: { sex: { filled: 100, codes: { F: 60, M: 40 } } }
	},
	survey: {
		...{ title: 'Own', wave: '2024', synthetic: false, universe: 'graduates' },
		...{ from: '2024-03-01', to: '2024-06-30' }
	},
	steps: [
		{
			do: 'read',
			reading: {
				...{ format: 'text', gzip: false, encoding: 'utf-8', bom: false, delimiter: ';' },
				...{ quote: '"', comment: '', headerRow: 3, headerRows: 1, lastRow: 90 },
				...{ decimal: ',', thousands: ' ' }
			}
		},
		{ do: 'kind', kind: 'tracer', unit: 'graduate' },
		{ do: 'match', contract: 'sex', columns: ['sex'], as: 'codes' },
		{ do: 'match', contract: 'barrier', columns: ['b'], separator: ' ' },
		{ do: 'values', contract: 'sex', values: { '1': 'F', '9': null } },
		{
			do: 'lengthen',
			columns: [{ column: 'w', skill: 'SK-1', holds: 'proficiency_attained' }]
		},
		{ do: 'leave-out', column: 'phone', why: 'personal' },
		{ do: 'keep', column: 'village' },
		{ do: 'design', design: { weight: 'w', stratum: ['s'], cluster: [] } },
		{ do: 'accept', rule: 'weight-zero' }
	]
};

function sentence(source: string): string {
	const parsed = parseRecipe(source);
	if (isRecipe(parsed)) throw new Error('was read');
	return problems.sentence(parsed);
}

test('a recipe is read as it was written', () => {
	expect(parseRecipe(formatRecipe(full))).toEqual(full);
	expect(isValid(full)).toBe(true);
});

test('a byte order mark before it is none of its own', () => {
	expect(parseRecipe(`\ufeff${formatRecipe(full)}`)).toEqual(full);
});

test('a file without a header row has a recipe too', () => {
	const steps = full.steps.map((step) =>
		step.do === 'read'
			? { ...step, reading: { ...step.reading, headerRow: 0, headerRows: 0 } }
			: step
	);
	const bare = { ...full, steps };
	expect(parseRecipe(formatRecipe(bare))).toEqual(bare);
	expect(isValid(bare)).toBe(true);
});

test.each(['2024-02-31', '2024-99-99', '0000-00-00'])('%s is no day', (from) => {
	expect(sentence(JSON.stringify({ ...full, survey: { ...full.survey, from } }))).toContain(
		'a day'
	);
});

test('what is no JSON is told on one line', () => {
	expect(sentence('{\n"format":\n\n"recipe-1",\n}\n')).not.toMatch(/\n/);
});

test('a link carries no counts', () => {
	expect(stripCounts(full).file).not.toHaveProperty('counts');
	expect(parseRecipe(formatRecipe(stripCounts(full)))).toEqual(stripCounts(full));
});

test.each([
	['', 'it is not JSON'],
	['[]', 'the recipe must be an object'],
	['{}', 'the recipe has no “format”'],
	['{"format":"recipe-9"}', 'the recipe has no “file”'],
	[formatRecipe({ ...full, format: 'recipe-9' as 'recipe-1' }), 'format must be one of “recipe-1”'],
	[JSON.stringify({ ...full, extra: 1 }), 'a key “extra” that this version does not know'],
	[JSON.stringify({ ...full, steps: [{ do: 'dance' }] }), 'steps[0].do must be one of'],
	[
		JSON.stringify({ ...full, steps: [{ do: 'keep', column: 7 }] }),
		'steps[0].column must be a text'
	]
])('%s: %s', (source, says) => {
	expect(sentence(source)).toContain(says);
});

/** Every place in a JSON value, as paths. */
function places(value: unknown, path: readonly string[] = []): (readonly string[])[] {
	if (typeof value !== 'object' || value === null) return [path];
	const inner = Object.entries(value).flatMap(([key, one]) => places(one, [...path, key]));
	return [path, ...inner];
}

function changed(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
	if (key === undefined) return by;
	if (Array.isArray(value)) {
		return value.map((one, i) => (String(i) === key ? changed(one, rest, by) : one));
	}
	const record = value as Record<string, unknown>;
	return { ...record, [key]: changed(record[key], rest, by) };
}

function without(value: unknown, path: readonly string[]): unknown {
	const key = path.at(-1) ?? '';
	const parent = path
		.slice(0, -1)
		.reduce(
			(inner, one) => (inner as Record<string, unknown>)[one] as Record<string, unknown>,
			value as Record<string, unknown>
		);
	if (Array.isArray(parent) || key === '') return value;
	const rest = Object.entries(parent).filter(([name]) => name !== key);
	return changed(value, path.slice(0, -1), Object.fromEntries(rest));
}

test('what the schema allows is read, and nothing else', () => {
	const odd = fc.oneof(
		fc.constantFrom<unknown>(
			'',
			'x',
			'2024-01-01',
			'2024-1-1',
			0,
			1,
			-1,
			1.5,
			1e21,
			true,
			null,
			[]
		),
		fc.constantFrom<unknown>(
			{},
			['a'],
			[1],
			{ a: 'b' },
			{ a: null },
			{ a: 1 },
			'😀',
			'"',
			'\\',
			' '
		),
		fc.jsonValue()
	);
	const place = fc.constantFrom(...places(full));
	fc.assert(
		fc.property(place, odd, fc.boolean(), (path, by, isGone) => {
			const other = isGone ? without(full, path) : changed(full, path, by);
			expect(recipeShape(other, 'the recipe') === undefined).toBe(isValid(other));
		}),
		{ numRuns: 3000 }
	);
});
