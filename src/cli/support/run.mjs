import { spawn } from 'node:child_process';
import process from 'node:process';

/** What runs now, so that an interrupt ends it too. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
for (const signal of signals) process.on(signal, interrupt);

/** @param {NodeJS.Signals} signal */
function interrupt(signal) {
	for (const child of running) child.kill(signal);
	process.exit(130);
}

/**
 * Once steps are over: what an interrupt does from here on.
 * @param {() => Promise<void>} close
 */
export function onInterrupt(close) {
	for (const signal of signals) {
		process.off(signal, interrupt);
		process.once(signal, () => close().then(() => process.exit(0)));
	}
}

/**
 * Runs a command, keeps what it says, and shows that only if it fails.
 * @param {string} command
 * @param {string[]} args
 * @param {{ root: string; env?: NodeJS.ProcessEnv; loud?: boolean }} options loud: show it as it comes
 * @returns {Promise<{ code: number; output: string }>} code 127 when it could not be started
 */
export function run(command, args, { root, env = {}, loud = false }) {
	return new Promise((done) => {
		const child = spawn(command, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: loud ? 'inherit' : ['ignore', 'pipe', 'pipe']
		});
		running.add(child);
		/** @type {Buffer[]} */
		const said = [];
		child.stdout?.on('data', (piece) => said.push(piece));
		child.stderr?.on('data', (piece) => said.push(piece));
		/** @param {number} code @param {string} [reason] */
		const end = (code, reason = '') => {
			running.delete(child);
			done({ code, output: Buffer.concat(said).toString() + reason });
		};
		child.on('error', (error) => end(127, `${error.message}\n`));
		child.on('close', (code, signal) => end(code ?? (signal === null ? 1 : 130)));
	});
}

/**
 * A tool of node_modules, started by this Node.
 * @param {string} name as in node_modules/.bin
 * @param {string[]} args
 * @returns {[string, string[]]}
 */
export function tool(name, args) {
	return [process.execPath, [`node_modules/.bin/${name}`, ...args]];
}

/**
 * Whole seconds since a moment, as text.
 * @param {number} start from performance.now()
 */
export function secondsSince(start) {
	return `${((performance.now() - start) / 1000).toFixed(0)} s`;
}
