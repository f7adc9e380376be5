import { expect, test } from 'vitest';
import { render } from 'vitest-browser-svelte';
import type { Figure } from '#lib/vocabulary/numbers.ts';
import KeyFigures from './KeyFigures.svelte';

const figure: Figure = { value: 0.4, low: 0.3, high: 0.5, n: 1184, quality: 'ok' };

async function terms(shown: Figure) {
	const items = [{ label: 'In work', figure: shown, measure: 'share' as const }];
	const { container } = await render(KeyFigures, { items });
	return [...container.querySelectorAll('dt')].map((one) =>
		one.textContent?.trim().replaceAll(/\s+/g, ' ')
	);
}

test('a key figure has its n beside its name, and none where the number is withheld', async () => {
	expect(await terms(figure)).toEqual(['In work n 1,184']);
	const withheld: Figure = { value: null, low: null, high: null, n: 4, quality: 'suppressed' };
	expect(await terms(withheld)).toEqual(['In work']);
});

test('a text has none', async () => {
	const items = [{ label: 'Latest year', text: '2024' }];
	const { container } = await render(KeyFigures, { items });
	expect(container.querySelector('dt')?.textContent?.trim()).toBe('Latest year');
});
