/**
 * npm run notebooks: renders every notebook of notebooks/ to static/notebooks/, where the site links to it.
 * Uses the R of this machine; where packages are missing and this is root on a machine with apt-get, installs
 * them, else prints the line to run. A notebook that does not agree with the site fails the command, and so
 * does a page that would ask anything of another origin.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import svelteConfig from '../../svelte.config.js';
import { confine, policyText } from './notebooks/confine.mjs';
import { callsElsewhere } from './support/calls-elsewhere.mjs';
import { nodeTooOld, perform, preparation } from './support/prepare.mjs';
import { run, secondsSince } from './support/run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const verbose = process.argv.includes('--verbose');
const folder = join(root, 'static/notebooks');
const policy = policyText(svelteConfig.kit?.csp?.directives ?? {});

const packages = [
	...[
		'r-base-core',
		'r-cran-survey',
		'r-cran-jsonlite',
		'r-cran-rmarkdown',
		'r-cran-knitr',
		'pandoc'
	]
];
const installation = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;

/** Whether R is here with all that the notebooks use. */
function hasR() {
	const expression = `names <- c("survey", "jsonlite", "rmarkdown", "knitr")
		found <- vapply(names, requireNamespace, TRUE, quietly = TRUE)
		quit(status = if (all(found) && rmarkdown::pandoc_available()) 0 else 1)`;
	return spawnSync('Rscript', ['-e', expression], { stdio: 'ignore' }).status === 0;
}

/** @returns {Promise<boolean>} false when R is not here and could not be installed */
async function haveR() {
	if (hasR()) return true;
	if (process.getuid?.() !== 0) return false;
	process.stdout.write('Installing R and its packages …\n');
	const env = { DEBIAN_FRONTEND: 'noninteractive' };
	for (const line of ['apt-get update', installation]) {
		const [command = '', ...args] = line.split(' ');
		const { code, output } = await run(command, args, { root, env, loud: verbose });
		if (code === 0) continue;
		process.stderr.write(output);
		return false;
	}
	return hasR();
}

/**
 * @param {string} file of notebooks/
 * @returns {Promise<boolean>}
 */
async function render(file) {
	const start = performance.now();
	process.stdout.write(`${file} …`);
	const expression = `rmarkdown::render("notebooks/${file}", output_dir = "static/notebooks", intermediates_dir = tempdir(), quiet = TRUE)`;
	const { code, output } = await run('Rscript', ['-e', expression], { root });
	process.stdout.write(code === 0 ? ` ${secondsSince(start)}\n` : ' failed\n');
	if (code !== 0) {
		process.stderr.write(output);
		return false;
	}
	const page = join(folder, file.replace(/\.Rmd$/, '.html'));
	const html = confine(readFileSync(page, 'utf8'), policy);
	writeFileSync(page, html);
	for (const line of html.match(
		/(?<=^## |<pre><code>)[^\n<]*(agree|hold|within|largest)[^\n<]*/gm
	) ?? []) {
		process.stdout.write(`  ${line}\n`);
	}
	process.stdout.write(`  static/notebooks/, ${Math.round(Buffer.byteLength(html) / 1000)} KB\n`);
	const calls = callsElsewhere(html);
	if (calls.length === 0) return true;
	process.stderr.write(`${page} asks something of another origin:\n${calls.join('\n')}\n`);
	rmSync(page);
	return false;
}

const reason = nodeTooOld();
if (reason !== undefined) {
	console.error(reason);
	process.exit(1);
}
for (const step of preparation(root)) {
	if (!(await perform(step, { root, verbose }))) process.exit(1);
}
if (!(await haveR())) {
	console.error(`The notebooks need R. On Debian or Ubuntu run: sudo ${installation}`);
	process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
copyFileSync(join(root, 'notebooks/notebook.css'), join(folder, 'notebook.css'));
const notebooks = readdirSync(join(root, 'notebooks')).filter((file) => file.endsWith('.Rmd'));
let failed = 0;
for (const file of notebooks.sort()) if (!(await render(file))) failed++;
console.log(
	failed === 0
		? `${notebooks.length} notebooks agree with the site. The next build links to them on /data.`
		: `${failed} of ${notebooks.length} notebooks failed.`
);
process.exitCode = failed === 0 ? 0 : 1;
