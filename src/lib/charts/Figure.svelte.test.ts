import { createRawSnippet } from 'svelte';
import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import Figure from './Figure.svelte';

const props = {
	id: 'gaps',
	finding: 'Three gaps can’t be told apart',
	what: 'Required minus attained.',
	source: 'Skills audit. Demonstration data.',
	children: createRawSnippet(() => ({ render: () => '<p>plot</p>' })),
	table: {
		caption: 'Gap by skill',
		columns: [
			{ id: 'skill', label: 'Skill' },
			{ id: 'gap', label: 'Gap', number: true }
		],
		rows: [{ id: 'a', cells: ['Supervise', { text: '0.6', raw: 0.61 }] }]
	},
	computed: { questions: ['{"source":"audit"}'], sql: 'SELECT 1', method: 'A ratio.' }
};

test('a figure is named by its finding', async () => {
	const screen = await render(Figure, props);
	await expect.element(screen.getByRole('figure', { name: props.finding })).toBeInTheDocument();
});

test('the table twin and the computation open on demand', async () => {
	const screen = await render(Figure, props);
	const table = screen.getByRole('table', { name: 'Gap by skill' });
	await expect.element(table).not.toBeInTheDocument();
	await screen.getByText('Table', { exact: true }).click();
	await expect.element(table).toBeVisible();
	await expect.element(screen.getByRole('rowheader', { name: 'Supervise' })).toBeVisible();
	await screen.getByText('How this was computed').click();
	await expect.element(screen.getByText('{"source":"audit"}')).toBeVisible();
});

test('the CSV button saves the table with notes first', async () => {
	let saved: Blob | undefined;
	vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
		if (blob instanceof Blob) saved = blob;
		return 'blob:test';
	});
	const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
	const screen = await render(Figure, props);
	await screen.getByRole('button', { name: 'CSV' }).click();
	expect(click).toHaveBeenCalledOnce();
	expect(click.mock.contexts[0]).toMatchObject({ download: expect.stringMatching(/gaps.*\.csv$/) });
	const text = await saved?.text();
	expect(text).toMatch(/^# Three gaps/);
	const notes = ['Skills audit. Demonstration data.', 'A ratio.', `Address: ${location.href}#gaps`];
	expect(text).toContain(notes.map((note) => `# ${note}\r\n`).join(''));
	expect(text).toMatch(/\r\nskill,gap\r\nSupervise,0.61\r\n$/);
	vi.restoreAllMocks();
});

test('the link of a figure ends in its id', async () => {
	const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
	const screen = await render(Figure, props);
	await screen.getByRole('button', { name: 'Copy link' }).click();
	await expect.element(screen.getByRole('status')).toHaveTextContent('Link copied');
	expect(write).toHaveBeenCalledWith(`${location.href}#gaps`);
	vi.restoreAllMocks();
});

test('a figure of a file on this device offers no link', async () => {
	const screen = await render(Figure, { ...props, local: true });
	await expect.element(screen.getByRole('button', { name: 'CSV' })).toBeVisible();
	expect(screen.getByRole('button', { name: 'Copy link' }).elements()).toHaveLength(0);
});
