/** Bytes read at once. */
const chunkBytes = 4_000_000;

/** The bytes of a file, a few megabytes at a time; whoever reads them sets the pace. */
export async function* chunksOf(
	blob: Blob,
	signal?: AbortSignal
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
	for (let from = 0; from < blob.size; from += chunkBytes) {
		signal?.throwIfAborted();
		yield new Uint8Array(await blob.slice(from, from + chunkBytes).arrayBuffer());
	}
}
