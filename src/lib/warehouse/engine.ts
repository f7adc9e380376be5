/** A file of the packed engine. `path` is relative to the folder it was packed into, hash in its name. */
export interface EngineFile {
	readonly path: string;
	/** Bytes on the wire. */
	readonly bytes: number;
}

export interface PackedEngineFile extends EngineFile {
	/** Bytes once unpacked. */
	readonly rawBytes: number;
}

/**
 * DuckDB-Wasm as `packEngine` writes it: everything that a browser downloads to start the engine.
 * The `.pack` files are compressed by us and named so that no host compresses them again.
 */
export interface EngineManifest {
	/** Version of @duckdb/duckdb-wasm. */
	readonly version: string;
	/** Script of the worker that downloads and unpacks the others. */
	readonly unpack: EngineFile;
	/** WebAssembly of the brotli decoder, gzip. */
	readonly decoder: PackedEngineFile;
	/** Script of DuckDB's worker, brotli. */
	readonly worker: PackedEngineFile;
	/** WebAssembly of DuckDB, brotli. */
	readonly wasm: PackedEngineFile;
	/** Sum of the bytes of the four: what "Compute here" costs. */
	readonly bytes: number;
}

/** What the page asks of the unpacking worker; addresses are absolute. */
export interface UnpackRequest {
	readonly decoder: string;
	readonly files: readonly UnpackFile[];
}

export interface UnpackFile {
	readonly url: string;
	readonly rawBytes: number;
	/** MIME type of the Blob. */
	readonly type: string;
}

export type UnpackReply =
	| { readonly kind: 'progress'; readonly bytes: number }
	| { readonly kind: 'done'; readonly blobs: readonly Blob[] }
	| { readonly kind: 'failed'; readonly message: string };
