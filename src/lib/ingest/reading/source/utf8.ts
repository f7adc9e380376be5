import { chunksOf } from './chunks.ts';

const blockBytes = 65_536;

/** Files that were looked through before: who examines a file reads it next. */
const known = new WeakMap<Blob, boolean | 'ascii'>();

/** Whether all bytes of a file are UTF-8, and whether they are ASCII at that. */
export async function isUtf8(blob: Blob, signal?: AbortSignal): Promise<boolean | 'ascii'> {
	const found = known.get(blob) ?? (await lookThrough(blob, signal));
	known.set(blob, found);
	return found;
}

async function lookThrough(blob: Blob, signal?: AbortSignal): Promise<boolean | 'ascii'> {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	let isAscii = true;
	let isOpen = false;
	try {
		for await (const chunk of chunksOf(blob, signal)) {
			for (let from = 0; from < chunk.length; from += blockBytes) {
				const block = chunk.subarray(from, from + blockBytes);
				// Decoding makes texts to be thrown away; most blocks of most files need none.
				if (!isOpen && isAsciiBlock(block)) continue;
				isAscii = false;
				decoder.decode(block, { stream: true });
				isOpen = (block.at(-1) ?? 0) >= 0x80;
			}
		}
		decoder.decode();
	} catch (error) {
		if (error instanceof TypeError) return false;
		throw error;
	}
	return isAscii ? 'ascii' : true;
}

function isAsciiBlock(block: Uint8Array<ArrayBuffer>): boolean {
	const whole = block.length >> 2;
	const words = new Uint32Array(block.buffer, block.byteOffset, whole);
	for (let i = 0; i < whole; i++) if ((words[i] as number) & 0x80808080) return false;
	for (let i = whole << 2; i < block.length; i++) if ((block[i] as number) >= 0x80) return false;
	return true;
}
