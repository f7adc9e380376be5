import { createRawSnippet, type Component } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FigureWithTakeAway from '#tests/browser/support/FigureWithTakeAway.svelte';
import Figure from './Figure.svelte';
import type { PanelProps, TakeAway } from './figure-context.ts';
import type { FigureModel } from './figure-model.ts';

const model: FigureModel = {
	id: 'gaps',
	finding: 'Three gaps can’t be told apart',
	what: 'Required minus attained.',
	keyItems: [],
	source: 'Skills audit. Demonstration data.',
	measure: 'levels',
	scale: { low: 0, high: 1, ticks: [] },
	plot: { kind: 'capsule', rows: [], label: 'Gaps' },
	table: {
		caption: 'Gap by skill',
		columns: [
			{ id: 'skill', label: 'Skill' },
			{ id: 'gap', label: 'Gap', number: true }
		],
		rows: [{ id: 'a', cells: ['Supervise', { text: '0.6', raw: 0.61 }] }]
	},
	computed: { questions: ['{"source":"audit"}'], method: 'A ratio.' }
};
const children = createRawSnippet(() => ({ render: () => '<p>plot</p>' }));

/** Stands in for the code that is fetched: what it is asked for, and a panel that names itself. */
function fakeTakeAway() {
	const save = vi.fn<TakeAway['save']>().mockResolvedValue();
	const asked: PanelProps[] = [];
	const Panel = ((_: unknown, props: PanelProps) => {
		asked.push({ ...props });
		return {};
	}) as Component<PanelProps>;
	const load = vi.fn(async (): Promise<TakeAway> => ({ save, Panel }));
	return { load, save, asked };
}

test('a figure is named by its finding', async () => {
	const screen = await render(Figure, { model, children });
	await expect.element(screen.getByRole('figure', { name: model.finding })).toBeInTheDocument();
});

test('the table twin and the computation open on demand, without anything being fetched', async () => {
	const screen = await render(Figure, { model, children });
	const table = screen.getByRole('table', { name: 'Gap by skill' });
	await expect.element(table).not.toBeInTheDocument();
	await screen.getByText('Table', { exact: true }).click();
	await expect.element(table).toBeVisible();
	await expect.element(screen.getByRole('rowheader', { name: 'Supervise' })).toBeVisible();
	await screen.getByText('How this was computed').click();
	await expect.element(screen.getByText('{"source":"audit"}')).toBeVisible();
});

test('once the figure is another one its table is drawn where it is seen', async () => {
	const screen = await render(Figure, { model, children });
	const twin = screen.getByText('Table', { exact: true });
	const rows = () => screen.container.querySelectorAll('.twin tbody tr').length;
	expect(rows()).toBe(1);
	const two = { ...model.table, rows: [...model.table.rows, { id: 'b', cells: ['Plan', '0.2'] }] };
	await screen.rerender({ model: { ...model, table: two } });
	expect(rows()).toBe(0);
	await twin.click();
	await expect.poll(rows).toBe(2);
	await twin.click();
	await screen.rerender({ model });
	await expect.poll(rows).toBe(0);
	window.dispatchEvent(new Event('beforeprint'));
	expect(rows()).toBe(1);
	window.dispatchEvent(new Event('afterprint'));
	await expect.poll(rows).toBe(0);
});

test('what can be taken away stands in one order', async () => {
	const { load } = fakeTakeAway();
	const screen = await render(FigureWithTakeAway, { model, load, children });
	const actions = screen.getByRole('group', { name: 'Take this figure with you' }).element();
	const names = [...actions.querySelectorAll(':scope > button, :scope > details > summary')];
	expect(names.map((name) => name.textContent.trim())).toEqual([
		...['Table', 'CSV', 'PNG', 'SVG', 'R', 'Copy link', 'Cite', 'Embed'],
		'How this was computed'
	]);
	expect(load).not.toHaveBeenCalled();
});

test.each(['CSV', 'PNG', 'SVG', 'R'])(
	'%s is made of the figure and what the page shows',
	async (form) => {
		const { load, save } = fakeTakeAway();
		const screen = await render(FigureWithTakeAway, { model, load, children });
		await screen.getByRole('button', { name: form, exact: true }).click();
		await expect.poll(() => save.mock.calls).toHaveLength(1);
		expect(save).toHaveBeenCalledWith(
			form.toLowerCase(),
			model,
			expect.objectContaining({ text: 'Showing women.' })
		);
	}
);

test.each([
	['Cite', 'cite'],
	['Embed', 'embed'],
	['How this was computed', 'code']
])('%s is drawn by what is fetched when it is opened', async (name, about) => {
	const { load, asked } = fakeTakeAway();
	const screen = await render(FigureWithTakeAway, { model, load, children });
	await screen.getByText(name, { exact: true }).click();
	await expect.poll(() => asked.map((one) => one.about)).toEqual([about]);
	expect(load).toHaveBeenCalledOnce();
});

test('what can’t be fetched is said, and fetched at the next try', async () => {
	const { load, save } = fakeTakeAway();
	load.mockRejectedValueOnce(new TypeError('Failed to fetch'));
	const screen = await render(FigureWithTakeAway, { model, load, children });
	await screen.getByRole('button', { name: 'SVG' }).click();
	await expect.element(screen.getByRole('status')).toHaveTextContent('could not be made here');
	await screen.getByRole('button', { name: 'SVG' }).click();
	await expect.poll(() => save.mock.calls).toHaveLength(1);
	await expect.element(screen.getByRole('status')).toHaveTextContent(/^$/);
});

test('the link of a figure ends in its id', async () => {
	const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
	const screen = await render(Figure, { model, children });
	await screen.getByRole('button', { name: 'Copy link' }).click();
	await expect.element(screen.getByRole('status')).toHaveTextContent('Link copied');
	expect(write).toHaveBeenCalledWith(`${location.href}#gaps`);
	vi.restoreAllMocks();
});

test('a figure of a file on this device offers files and its SQL, no link and no citation', async () => {
	const { load, asked } = fakeTakeAway();
	const own = { ...model, local: true, computed: { ...model.computed, sql: 'SELECT 1' } };
	const screen = await render(FigureWithTakeAway, { model: own, load, children });
	await expect.element(screen.getByRole('button', { name: 'CSV' })).toBeVisible();
	await expect.element(screen.getByRole('button', { name: 'PNG' })).toBeVisible();
	for (const name of ['R', 'Copy link', 'Cite', 'Embed'])
		expect(screen.getByText(name, { exact: true }).elements()).toHaveLength(0);
	await screen.getByText('How this was computed').click();
	await expect.element(screen.getByText('SELECT 1')).toBeVisible();
	expect(asked).toEqual([]);
});

test('a figure that can’t be drawn offers no file, but how it was asked', async () => {
	const { load } = fakeTakeAway();
	const absence = { title: 'Nobody is left', sentence: 'Loosen a filter.', engineHelps: false };
	const screen = await render(FigureWithTakeAway, {
		...{ model: { ...model, absence }, load, children }
	});
	await expect.element(screen.getByRole('figure', { name: absence.title })).toBeVisible();
	expect(screen.getByRole('button', { name: 'CSV' }).elements()).toHaveLength(0);
	await expect.element(screen.getByText('How this was computed')).toBeVisible();
});
