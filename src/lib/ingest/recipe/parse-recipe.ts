import { problem, type Problem } from '#lib/vocabulary/problem.ts';
import type { Recipe } from './recipe.ts';
import {
	flag,
	list,
	matching,
	object,
	oneOf,
	record,
	text,
	textOrNull,
	variant,
	wholeNumber,
	type Shape
} from './shape.ts';

/** Whether what JSON.parse gave is a recipe is told by `recipeShape`; `recipe.schema.json` says the same. */
export function parseRecipe(source: string): Recipe | Problem {
	let value: unknown;
	try {
		// Editors of Windows put a byte order mark before what they save.
		value = JSON.parse(source.replace(/^\ufeff/, ''));
	} catch (error) {
		// The engine quotes the text around the place, with its line breaks.
		const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
		return problem('bad-recipe', { why: `it is not JSON (${why}).` });
	}
	const wrong = recipeShape(value, 'the recipe');
	return wrong === undefined ? (value as Recipe) : problem('bad-recipe', { why: `${wrong}.` });
}

export function isRecipe(parsed: Recipe | Problem): parsed is Recipe {
	return 'format' in parsed;
}

/** The text of a recipe, to keep or hand on. */
export function formatRecipe(recipe: Recipe): string {
	return `${JSON.stringify(recipe, undefined, '\t')}\n`;
}

const day: Shape = (value, name) => {
	const isDay = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
	const date = new Date(isDay ? `${value}T00:00:00Z` : Number.NaN);
	// The 31st of February is taken for a day of March.
	const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(String(value));
	return isReal ? undefined : `${name} must be a day such as 2024-03-31`;
};
const row: Shape = (value, name) =>
	wholeNumber(value, name) ?? (value === 0 ? `${name} must be 1 or more` : undefined);
const character: Shape = (value, name) =>
	text(value, name) ??
	([...(value as string)].length > 1 ? `${name} must be one character or none` : undefined);

const reading = object(
	{
		format: oneOf('text', 'xlsx', 'sav'),
		gzip: flag,
		encoding: oneOf(
			...['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'macintosh']
		),
		bom: flag,
		delimiter: character,
		quote: oneOf('"', "'", ''),
		comment: text,
		headerRow: wholeNumber,
		headerRows: wholeNumber,
		decimal: oneOf('.', ','),
		thousands: oneOf('', ',', '.', ' ', "'")
	},
	{ escape: oneOf('\\'), sheet: text, firstRow: row, lastRow: row }
);

const kinds = ['tracer', 'audit', 'enrolment', 'labour-force', 'other'];
const units = [
	...['graduate', 'establishment', 'worker', 'worker-skill', 'student'],
	...['head-count', 'person', 'aggregate', 'row']
];
const measures = ['importance', 'proficiency_required', 'proficiency_attained'];

function step(name: string, required: Record<string, Shape>, optional?: Record<string, Shape>) {
	return object({ do: oneOf(name), ...required }, optional);
}

const steps = variant('do', {
	read: step('read', { reading }),
	kind: step('kind', { kind: oneOf(...kinds), unit: oneOf(...units) }),
	match: step(
		'match',
		{ contract: text, columns: list(text) },
		{
			as: oneOf('text', 'number', 'date', 'codes', 'scale'),
			datePattern: text,
			separator: matching(/^[^]+$/, 'a text that is not empty')
		}
	),
	values: step('values', { contract: text, values: record(textOrNull) }),
	lengthen: step('lengthen', {
		columns: list(object({ column: text, skill: text, holds: oneOf(...measures) }))
	}),
	'leave-out': step('leave-out', { column: text, why: oneOf('personal', 'chosen') }),
	keep: step('keep', { column: text }),
	design: step('design', {
		design: object({}, { weight: text, stratum: list(text), cluster: list(text), fpc: text })
	}),
	accept: step('accept', { rule: text })
});

const counts = record(object({ filled: wholeNumber, codes: record(wholeNumber) }));

/** The grammar of a recipe. */
export const recipeShape = object({
	format: oneOf('recipe-1'),
	file: object(
		{
			name: text,
			sha256: matching(/^([0-9a-f]{64})?$/, 'a SHA-256 in hexadecimal'),
			rows: wholeNumber,
			columns: list(text)
		},
		{ counts }
	),
	survey: object(
		{ title: text, wave: text, synthetic: flag, universe: text },
		{ from: day, to: day }
	),
	steps: list(steps)
});
