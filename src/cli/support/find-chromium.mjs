import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** The sentence for a machine without a browser that we may not install one on. */
export const howToInstall =
	'The browser tests need Chromium: run "sudo apt-get install chromium", or set CHROMIUM_PATH to a Chromium or Chrome.';

/**
 * The Chromium or Chrome of this machine: CHROMIUM_PATH, else the first known name on the path.
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string | undefined}
 */
export function findChromium(env = process.env) {
	if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
	const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
	return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable);
}

/**
 * As findChromium, after an attempt to install one where that is allowed (as root, with apt-get).
 * @returns {string | undefined} undefined when there is none and none could be installed
 */
export function findOrInstallChromium() {
	const found = findChromium();
	if (found !== undefined || !isRoot()) return found;
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	for (const args of [['update'], ['install', '-y', 'chromium']]) {
		if (spawnSync('apt-get', args, { env, stdio: 'ignore' }).status !== 0) return undefined;
	}
	return findChromium();
}

/** Launch arguments: nothing but the tested page may use the network. */
export function chromiumArgs() {
	const quiet = [
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--disable-quic',
		'--disable-gpu',
		'--no-first-run'
	];
	// Chromium's sandbox does not start as root.
	return isRoot() ? ['--no-sandbox', ...quiet] : quiet;
}

function isRoot() {
	return process.getuid?.() === 0;
}

/** @param {string} file */
function isExecutable(file) {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
