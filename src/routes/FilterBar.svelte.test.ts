import { expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';
import FilterBar from './FilterBar.svelte';

const props = {
	fields: [
		{
			id: 'sex',
			label: 'Gender',
			value: 'F',
			options: [
				{ value: '', label: 'Women and men' },
				{ value: 'F', label: 'Women' }
			]
		},
		{
			id: 'size_band',
			label: 'Size',
			value: '',
			more: true,
			options: [
				{ value: '', label: 'All' },
				{ value: '1', label: '5 to 19' }
			]
		}
	],
	shown: 'Showing women: 184 workers.',
	clearHref: '/sectors/x',
	onchange: () => undefined
};

test('what is chosen is marked, and can be cleared', async () => {
	const screen = await render(FilterBar, props);
	await expect.element(screen.getByLabelText('Gender')).toHaveValue('F');
	expect(screen.container.querySelectorAll('label.on')).toHaveLength(1);
	const clear = screen.getByRole('link', { name: 'Clear filters' });
	await expect.element(clear).toHaveAttribute('href', '/sectors/x');
});

test('nothing chosen, nothing to clear', async () => {
	const fields = props.fields.map((field) => ({ ...field, value: '' }));
	const screen = await render(FilterBar, { ...props, fields });
	expect(screen.container.querySelectorAll('label.on, a')).toHaveLength(0);
});

test('a choice is told by its dimension and code, behind More too', async () => {
	const onchange = vi.fn();
	const screen = await render(FilterBar, { ...props, onchange });
	await screen.getByLabelText('Gender').selectOptions('Women and men');
	await screen.getByText('More filters').click();
	await screen.getByLabelText('Size').selectOptions('5 to 19');
	expect(onchange.mock.calls).toEqual([
		['sex', ''],
		['size_band', '1']
	]);
});

test('what of the address was ignored stands above', async () => {
	const note = 'sex=X is unknown; showing women and men.';
	const screen = await render(FilterBar, { ...props, notes: [note] });
	await expect.element(screen.getByText(note)).toBeVisible();
});
