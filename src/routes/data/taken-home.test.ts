import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readNotebooks } from './taken-home.server.ts';

test('rendered notebooks are listed by title, and none where none was rendered', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'notebooks-'));
	expect(await readNotebooks(join(folder, 'absent'))).toEqual([]);
	writeFileSync(join(folder, 'b.html'), '<html><head><title>A first</title></head></html>');
	writeFileSync(join(folder, 'a.html'), '<html><head><title>B second</title></head></html>');
	writeFileSync(join(folder, 'notes.txt'), 'no notebook');
	expect(await readNotebooks(folder)).toEqual([
		{ path: '/notebooks/b.html', title: 'A first' },
		{ path: '/notebooks/a.html', title: 'B second' }
	]);
});
