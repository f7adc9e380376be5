/**
 * npm start: installs what the lockfile asks for, makes the data, builds, and serves the site.
 * What stands already is not done again. `--dev` serves the sources by Vite; `--verbose` shows
 * what the steps say. Uses nothing but Node, since it runs before anything is installed.
 */
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { nodeTooOld, perform, preparation } from './support/prepare.mjs';
import { onInterrupt, run, tool } from './support/run.mjs';
import { serve } from './support/serve.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dev = process.argv.includes('--dev');
const verbose = process.argv.includes('--verbose');

const reason = nodeTooOld();
if (reason !== undefined) {
	console.error(reason);
	process.exit(1);
}
for (const step of preparation(root)) {
	if (dev && step.name === 'build') continue;
	if (!(await perform(step, { root, verbose }))) process.exit(1);
}
if (dev) {
	const extra = process.argv.slice(2).filter((arg) => !['--dev', '--verbose'].includes(arg));
	process.exit((await run(...tool('vite', ['dev', ...extra]), { root, loud: true })).code);
}

const path = (process.env.BASE_PATH ?? '').replace(/^\/+|\/+$/g, '');
const site = await serve({
	folder: join(root, 'build'),
	base: path === '' ? '' : `/${path}`,
	port: 4173,
	host: '127.0.0.1'
});
onInterrupt(site.close);
console.log(`The site is at ${site.address} (Ctrl-C stops it)`);
