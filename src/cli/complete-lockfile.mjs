/**
 * npm run lock: writes package-lock.json, and adds the packages for other platforms that a mirror
 * of the registry may lack. Without them `npm ci` refuses the lockfile everywhere, though it would
 * never fetch what is for another platform.
 */
import { readFileSync, writeFileSync } from 'node:fs';

/**
 * @typedef {object} Entry
 * @property {string} [version]
 * @property {boolean} [dev]
 * @property {string} [license]
 * @property {Record<string, string>} [optionalDependencies]
 */

const file = 'package-lock.json';
const platform = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)/;
const lock = JSON.parse(readFileSync(file, 'utf8'));
/** @type {Record<string, Entry>} */
const packages = lock.packages;

for (const [path, { dev, license, optionalDependencies }] of Object.entries(packages)) {
	for (const [name, version] of Object.entries(optionalDependencies ?? {})) {
		const [, os = '', cpu = ''] = platform.exec(name) ?? [];
		const known = packages[`node_modules/${name}`] ?? packages[`${path}/node_modules/${name}`];
		if (known !== undefined || os === '') continue;
		const entry = { version, cpu: [cpu], dev, license, optional: true, os: [os] };
		packages[`node_modules/${name}`] = entry;
	}
}
lock.packages = Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify(lock, undefined, '\t')}\n`);
