import { createReadStream, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';

/** @type {Record<string, string>} */
const types = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.mjs': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.webmanifest': 'application/manifest+json; charset=utf-8',
	'.csv': 'text/csv; charset=utf-8',
	'.txt': 'text/plain; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.ico': 'image/x-icon',
	'.woff2': 'font/woff2',
	'.wasm': 'application/wasm'
};

const encodings = [
	{ name: 'br', suffix: '.br' },
	{ name: 'gzip', suffix: '.gz' }
];

/** Names that change with their content: SvelteKit's own, and `name.<hash>` under generated/. */
const immutable = /\/_app\/immutable\/|\/generated\/.*\.[0-9a-f]{8,}(\.\w+)*$/;

/**
 * Serves a folder as a plain static host does: the compressed twin of a file where there is one
 * and the browser takes it, index.html for a folder, 404.html for what is not there.
 * @param {{ folder: string; base?: string; port?: number; host?: string }} options base: the path
 *   under which the site lives, '' or '/name'; port: the first one to try, 0 for any
 * @returns {Promise<{ address: string; close: () => Promise<void> }>}
 */
export async function serve({ folder, base = '', port = 0, host = '127.0.0.1' }) {
	const server = createServer((request, response) => {
		const url = request.url ?? '/';
		if (request.method !== 'GET' && request.method !== 'HEAD') {
			response.writeHead(405, { allow: 'GET, HEAD' }).end();
			return;
		}
		const answer = answerFor({ folder: realpathSync(folder), base, url });
		if (answer.location !== undefined) {
			response.writeHead(308, { location: answer.location }).end();
		} else {
			const { file, status } = answer;
			send({ request, response, file, status, folder: realpathSync(folder) });
		}
	});
	const bound = await listen(server, port, host);
	return {
		address: `http://${host}:${bound}${base}/`,
		close: () =>
			new Promise((done) => {
				server.close(() => done());
				server.closeAllConnections();
			})
	};
}

/**
 * @param {{ folder: string; base: string; url: string }} request
 * @returns {{ location: string } | { location?: undefined; file: string; status: number }}
 */
function answerFor({ folder, base, url }) {
	const [path = '/', query] = url.split('?', 2);
	const missing = { file: join(folder, '404.html'), status: 404 };
	const tail = query === undefined ? '' : `?${query}`;
	if (base !== '' && (path === '/' || path === base)) return { location: `${base}/${tail}` };
	const inside = decode(path);
	if (inside === undefined || !inside.startsWith(`${base}/`)) return missing;
	const file = join(folder, inside.slice(base.length));
	if (!`${file}${sep}`.startsWith(`${folder}${sep}`)) return missing;
	if (isFile(file)) return isWithin(folder, file) ? { file, status: 200 } : missing;
	if (!isFile(join(file, 'index.html'))) return missing;
	// One leading slash: "//host" would name another origin.
	if (!path.endsWith('/')) return { location: `${path.replace(/^\/+/, '/')}/${tail}` };
	return { file: join(file, 'index.html'), status: 200 };
}

/**
 * @typedef {import('node:http').IncomingMessage} Request
 * @typedef {import('node:http').ServerResponse} Response
 */

/**
 * @param {{ request: Request; response: Response; file: string; status: number; folder: string }} what
 */
function send({ request, response, file, status, folder }) {
	if (!isFile(file)) {
		response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found\n');
		return;
	}
	const accepted = String(request.headers['accept-encoding'] ?? '').split(/\s*,\s*/);
	const coding = encodings.find(
		({ name, suffix }) => accepted.includes(name) && isFile(file + suffix)
	);
	const stored = file + (coding?.suffix ?? '');
	const { size, mtimeMs } = statSync(stored);
	const etag = `W/"${size.toString(36)}-${Math.round(mtimeMs).toString(36)}"`;
	const lasting = immutable.test(file.slice(folder.length).split(sep).join('/'));
	const headers = {
		'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
		etag,
		vary: 'accept-encoding'
	};
	if (status === 200 && request.headers['if-none-match'] === etag) {
		response.writeHead(304, headers).end();
		return;
	}
	response.writeHead(status, {
		...headers,
		'content-type': types[extname(file)] ?? 'application/octet-stream',
		'content-length': size,
		'x-content-type-options': 'nosniff',
		...(coding === undefined ? {} : { 'content-encoding': coding.name })
	});
	if (request.method === 'HEAD') response.end();
	else
		createReadStream(stored)
			.on('error', () => response.destroy())
			.pipe(response);
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port the first to try
 * @param {string} host
 * @returns {Promise<number>} the port it got
 */
function listen(server, port, host) {
	return new Promise((done, fail) => {
		let next = port;
		server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
			if (error.code === 'EADDRINUSE' && next !== 0 && next < port + 200) {
				server.listen(++next, host);
			} else fail(error);
		});
		server.on('listening', () => {
			const address = server.address();
			done(typeof address === 'object' && address !== null ? address.port : next);
		});
		server.listen(next, host);
	});
}

/**
 * A link may lead out of the folder; what it leads to is not served.
 * @param {string} folder
 * @param {string} file
 */
function isWithin(folder, file) {
	return realpathSync(file).startsWith(`${folder}${sep}`);
}

/** @param {string} path */
function decode(path) {
	try {
		const text = decodeURIComponent(path);
		return text.includes('\0') ? undefined : text;
	} catch {
		return undefined;
	}
}

/**
 * Whether there is a file of that path. What the system refuses to look up (a path that is too long, that
 * goes on after a file, that loops) is not there.
 * @param {string} file
 */
function isFile(file) {
	try {
		return statSync(file).isFile();
	} catch {
		return false;
	}
}
