import type { CsvColumn, CsvLoaded, Warehouse } from './warehouse.ts';

/** A published table of records: a hashed `.csv.gz` of the site itself. */
export interface SourceFile {
	readonly table: string;
	readonly columns: readonly CsvColumn[];
	/** Absolute address. */
	readonly url: string;
	/** Bytes on the wire. */
	readonly bytes: number;
}

/** Fetches a file, saying how many bytes have come. @throws when it cannot. */
export type FetchBytes = (
	url: string,
	onReceived: (received: number) => void,
	signal?: AbortSignal
) => Promise<Uint8Array>;

export interface LoadSourceOptions {
	readonly fetchBytes: FetchBytes;
	/** Bytes on the wire so far and in all; rises, and ends at the total. */
	readonly onProgress?: (received: number, total: number) => void;
	readonly signal?: AbortSignal;
}

/**
 * Makes the table of a source in the warehouse.
 * @throws what fetchBytes throws; ProblemError or QueryError when the file is not what was declared.
 */
export async function loadSourceTable(
	warehouse: Warehouse,
	{ table, columns, url, bytes }: SourceFile,
	{ fetchBytes, onProgress, signal }: LoadSourceOptions
): Promise<CsvLoaded> {
	const body = await fetchBytes(
		url,
		// A host that unzips the file on its own account sends more bytes than the manifest says.
		(received) => onProgress?.(Math.min(received, bytes), bytes),
		signal
	);
	onProgress?.(bytes, bytes);
	const csv = isGzip(body) ? await gunzip(body) : body;
	signal?.throwIfAborted();
	return warehouse.loadCsv(table, csv, columns);
}

/** Fetches over the network, or from a cache of the browser. @throws Error unless the answer is 2xx. */
export const fetchBytes: FetchBytes = async (url, onReceived, signal) => {
	const response = await fetch(url, signal ? { signal } : {});
	if (!response.ok || !response.body) throw new Error(`${url} ${response.status}`);
	let received = 0;
	const count = new TransformStream<Uint8Array, Uint8Array<ArrayBuffer>>({
		transform(chunk, controller) {
			received += chunk.length;
			onReceived(received);
			controller.enqueue(new Uint8Array(chunk));
		}
	});
	return bytesOf(response.body.pipeThrough(count));
};

function isGzip(bytes: Uint8Array): boolean {
	return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
	const zipped = new Blob([new Uint8Array(bytes)]).stream();
	return bytesOf(zipped.pipeThrough(new DecompressionStream('gzip')));
}

async function bytesOf(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Uint8Array> {
	return new Uint8Array(await new Response(stream).arrayBuffer());
}
