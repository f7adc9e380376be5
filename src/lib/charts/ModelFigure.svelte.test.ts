import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Curves from './Curves.svelte';
import type { FigureModel } from './figure-model.ts';
import ModelFigure from './ModelFigure.svelte';
import { shareScale } from './scale.ts';

const point = { value: 0.9, low: 0.8, high: 0.95, quality: 'ok' } as const;
const model: FigureModel = {
	id: 'wait',
	finding: 'Rural graduates wait longer',
	what: 'Share without a first job.',
	keyItems: [],
	source: 'Survey of graduates.',
	measure: 'share',
	scale: shareScale,
	plot: {
		kind: 'curves',
		form: 'step',
		curves: [
			{ id: 'a', name: 'Rural', role: 'rural', points: [{ at: 0, figure: point, sentence: 'a' }] }
		],
		along: { low: 0, high: 24, ticks: [] },
		alongLabel: 'months',
		label: 'Share without a first job'
	},
	table: { caption: 'Share', columns: [], rows: [] },
	computed: { questions: [], sql: '', method: '' }
};

test('a figure of curves is drawn by the component that its page hands over', async () => {
	const screen = await render(ModelFigure, { model, Curves });
	await expect.element(screen.getByRole('group', { name: /without a first job/ })).toBeVisible();
});

test('a page that hands over nothing for its curves fails instead of showing an empty figure', async () => {
	vi.spyOn(console, 'error').mockImplementation(() => undefined);
	await expect(async () => render(ModelFigure, { model })).rejects.toThrow(/wait has curves/);
	vi.restoreAllMocks();
});

test('an absence needs no curves', async () => {
	const absence = { title: 'Nothing to show', sentence: 'Nobody answered.', engineHelps: false };
	const screen = await render(ModelFigure, { model: { ...model, absence } });
	await expect.element(screen.getByText('Nobody answered.')).toBeVisible();
});
