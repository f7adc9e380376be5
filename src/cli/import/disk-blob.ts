import { open, stat } from 'node:fs/promises';

/** Bytes that a stream gives at once. */
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
class DiskBlob extends Blob {
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
		const { path, changed, from } = this.#source;
		const file = await open(path);
		try {
			const { mtimeMs } = await file.stat();
			for (let at = 0; at < bytes.length;) {
				const { bytesRead } = await file.read(bytes, at, bytes.length - at, from + at);
				if (bytesRead === 0 || mtimeMs !== changed) throw new Error(`${path} has changed`);
				at += bytesRead;
			}
		} finally {
			await file.close();
		}
		return bytes.buffer;
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
}

/** @throws what `stat` throws */
export async function openDiskBlob(path: string): Promise<Blob> {
	const { size, mtimeMs } = await stat(path);
	return new DiskBlob({ path, changed: mtimeMs, from: 0, to: size });
}
