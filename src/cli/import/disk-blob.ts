import { createHash } from 'node:crypto';
import { open, stat, type FileHandle } from 'node:fs/promises';
import type { HashingBlob } from '#lib/ingest/reading/sha256.ts';

/** Bytes that a stream gives, or that are hashed, at once. */
const chunkBytes = 1_000_000;

interface Source {
	readonly path: string;
	/** When the file was last changed, in milliseconds. */
	readonly changed: number;
	/** The bytes that this Blob has of it. */
	readonly from: number;
	readonly to: number;
}

/**
 * A file as a Blob: what `openAsBlob` of Node gives, in a fourth of the time. That one reads 64 KB at a time, whatever
 * it is asked for. It can be read and sliced, and is no part of another Blob: `new Blob([it])` holds nothing.
 */
class DiskBlob extends Blob implements HashingBlob {
	readonly #source: Source;

	constructor(source: Source) {
		super();
		this.#source = source;
	}

	override get size(): number {
		return this.#source.to - this.#source.from;
	}

	override slice(from = 0, to = this.size): Blob {
		const place = (at: number) =>
			this.#source.from + Math.min(this.size, Math.max(0, at < 0 ? this.size + at : at));
		const start = place(from);
		return new DiskBlob({ ...this.#source, from: start, to: Math.max(start, place(to)) });
	}

	/** @throws Error when the file is not what it was when it was opened */
	override async arrayBuffer(): Promise<ArrayBuffer> {
		const bytes = new Uint8Array(this.size);
		await this.#opened((file) => this.#fill(bytes, file, 0));
		return bytes.buffer;
	}

	/** @throws as arrayBuffer does */
	sha256(signal?: AbortSignal): Promise<string> {
		return this.#opened(async (file) => {
			const hash = createHash('sha256');
			const bytes = new Uint8Array(chunkBytes);
			for (let at = 0; at < this.size; at += chunkBytes) {
				signal?.throwIfAborted();
				const part = bytes.subarray(0, this.size - at);
				await this.#fill(part, file, at);
				hash.update(part);
			}
			return hash.digest('hex');
		});
	}

	override async text(): Promise<string> {
		return new TextDecoder().decode(await this.arrayBuffer());
	}

	override stream(): ReturnType<Blob['stream']> {
		let at = 0;
		return new ReadableStream<Uint8Array<ArrayBuffer>>({
			pull: async (controller) => {
				if (at < this.size) {
					const chunk = this.slice(at, (at += chunkBytes));
					controller.enqueue(new Uint8Array(await chunk.arrayBuffer()));
				} else controller.close();
			}
		});
	}

	async #opened<T>(use: (file: FileHandle) => Promise<T>): Promise<T> {
		const { path, changed } = this.#source;
		const file = await open(path);
		try {
			if ((await file.stat()).mtimeMs !== changed) throw new Error(`${path} has changed`);
			return await use(file);
		} finally {
			await file.close();
		}
	}

	/** Reads as many bytes as `bytes` has. @param at from where on */
	async #fill(bytes: Uint8Array, file: FileHandle, at: number): Promise<void> {
		const { path, from } = this.#source;
		for (let read = 0; read < bytes.length;) {
			const rest = bytes.length - read;
			const { bytesRead } = await file.read(bytes, read, rest, from + at + read);
			if (bytesRead === 0) throw new Error(`${path} has changed`);
			read += bytesRead;
		}
	}
}

/** @throws what `stat` throws */
export async function openDiskBlob(path: string): Promise<Blob> {
	const { size, mtimeMs } = await stat(path);
	return new DiskBlob({ path, changed: mtimeMs, from: 0, to: size });
}
