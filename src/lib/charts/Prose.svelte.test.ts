import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Prose from './Prose.svelte';
import './values.css';

async function shown(text: string) {
	const { container } = await render(Prose, { text });
	return { container, whole: [...container.querySelectorAll('.whole')].map((e) => e.textContent) };
}

test('intervals, n and amounts stay whole, and the text is what it was', async () => {
	const text =
		'Of rural women 33% (30–37), n 1,184, −4 points (−11 to 3); M 5,200 (4,800–5,700) a month in 2024.';
	const { container, whole } = await shown(text);
	expect(container.textContent).toBe(text);
	expect(whole).toEqual(['30–37', 'n 1,184', '−11 to 3', 'M 5,200', '4,800–5,700']);
});

test('steps between levels stay whole in lists of skills', async () => {
	const { whole } = await shown('Cut fabrics, 3 to 4; Lead a team of 12, 2 to 3');
	expect(whole).toEqual(['3 to 4', '2 to 3']);
});

test('a text without any has no further elements', async () => {
	const { container, whole } = await shown('Women and men can’t be told apart in 2024.');
	expect([container.textContent, whole]).toEqual([
		'Women and men can’t be told apart in 2024.',
		[]
	]);
});

test('a line breaks before an interval, never within it', async () => {
	const { container } = await shown('Rural 33% (30–37) of all');
	container.style.width = '9ch';
	const [interval] = container.querySelectorAll('.whole');
	expect(interval?.getClientRects()).toHaveLength(1);
});
