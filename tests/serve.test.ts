import { mkdtemp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../src/cli/support/serve.mjs';

let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
	const folder = await mkdtemp(join(tmpdir(), 'served '));
	await mkdir(join(folder, 'page'));
	await writeFile(join(folder, 'index.html'), 'first');
	await writeFile(join(folder, 'page', 'index.html'), 'second');
	await writeFile(join(folder, '404.html'), 'not here');
	const outside = join(await mkdtemp(join(tmpdir(), 'outside ')), 'secret.txt');
	await writeFile(outside, 'secret');
	await symlink(outside, join(folder, 'link.txt'));
	await symlink(join(folder, 'loop'), join(folder, 'loop'));
	site = await serve({ folder });
});

afterAll(() => site.close());

test.each([
	'index.html/',
	'index.html/more',
	`${'x'.repeat(300)}/`,
	'x/'.repeat(2_500),
	'loop',
	'%00',
	'%E0%A4%A',
	'..%2f..%2fetc%2fpasswd'
])('an address that leads nowhere is a 404 and the next request is answered: %s', async (path) => {
	const lost = await fetch(site.address + path);
	expect(lost.status).toBe(404);
	const next = await fetch(site.address);
	expect([next.status, await next.text()]).toEqual([200, 'first']);
});

test('a link that leads out of the folder is not followed', async () => {
	const answer = await fetch(`${site.address}link.txt`);
	expect([answer.status, await answer.text()]).toEqual([404, 'not here']);
});

test('a folder is served by its page, with a slash', async () => {
	const answer = await fetch(`${site.address}page`);
	expect([answer.url.endsWith('/page/'), await answer.text()]).toEqual([true, 'second']);
});
