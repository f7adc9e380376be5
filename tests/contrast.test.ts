import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { contrast, distance, lightness } from './support/colours.ts';

const light = tokensOf('src/routes/tokens.css', ':root {');
const darkBySystem = tokensOf('src/routes/themes.css', ":root:where(:not([data-theme='light'])) {");
const darkByChoice = tokensOf('src/routes/themes.css', ":root:where([data-theme='dark']) {");

/** Text stands on these; words of care have tints of their own. */
const texts: Readonly<Record<string, readonly string[]>> = {
	text: ['surface', 'ground', 'sunk', 'accent-soft', 'note-soft', 'error-soft'],
	muted: ['surface', 'ground', 'sunk', 'accent-soft', 'note-soft'],
	accent: ['surface', 'ground', 'sunk', 'accent-soft'],
	'on-accent': ['accent'],
	gap: ['surface', 'ground'],
	'low-n': ['surface', 'ground', 'note-soft'],
	imprecise: ['surface', 'ground'],
	suppressed: ['surface', 'ground'],
	error: ['surface', 'ground', 'error-soft']
};

const marks = [
	...['line-strong', 'comparison', 'required', 'attained', 'gap'],
	...['sector-1', 'sector-2', 'sector-3', 'women', 'men', 'rural', 'periurban', 'urban']
];

/** Colours that one chart uses together: least distance in any kind of sight, least step in greyscale. */
const sets = [
	{ members: ['sector-1', 'sector-2', 'sector-3'], apart: 9, grey: 0 },
	{ members: ['women', 'men'], apart: 20, grey: 25 },
	{ members: ['rural', 'periurban', 'urban'], apart: 12, grey: 9 },
	{ members: ['gap', 'attained'], apart: 12, grey: 0 }
];

describe.each([
	['light', light],
	['dark', { ...light, ...darkByChoice }]
])('%s', (_, tokens) => {
	const colour = (name: string) => tokens[name] ?? '';

	test.each(Object.entries(texts))('text in %s can be read where it stands', (name, grounds) => {
		for (const ground of grounds) {
			expect(contrast(colour(name), colour(ground)), ground).toBeGreaterThanOrEqual(4.5);
		}
	});

	test.each(marks)('marks in %s can be seen', (name) => {
		expect(contrast(colour(name), colour('surface'))).toBeGreaterThanOrEqual(3);
		expect(contrast(colour(name), colour('ground'))).toBeGreaterThanOrEqual(3);
	});

	test('women and men, who overlap in a plot, stand out from one another', () => {
		expect(contrast(colour('women'), colour('men'))).toBeGreaterThanOrEqual(3);
	});

	test.each(sets)('$members can be told apart in every kind of sight', (set) => {
		for (const [i, a] of set.members.entries()) {
			for (const b of set.members.slice(i + 1)) {
				expect(distance(colour(a), colour(b)), `${a}, ${b}`).toBeGreaterThanOrEqual(set.apart);
				const step = Math.abs(lightness(colour(a)) - lightness(colour(b)));
				expect(step, `${a}, ${b} in grey`).toBeGreaterThanOrEqual(set.grey);
			}
		}
	});
});

test('dark by the system and dark by choice are the same', () => {
	expect(darkBySystem).toEqual(darkByChoice);
});

test('black on white has the highest contrast', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
});

/** The colours that a rule of a style sheet sets, by name. */
function tokensOf(file: string, rule: string): Record<string, string> {
	const css = readFileSync(file, 'utf8');
	const start = css.indexOf(rule);
	if (start < 0) throw new Error(`${file} has no rule ${rule}`);
	const body = css.slice(start, css.indexOf('}', start));
	return Object.fromEntries(
		[...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})\b/g)].map(([, name = '', value = '']) => [
			name,
			value
		])
	);
}
