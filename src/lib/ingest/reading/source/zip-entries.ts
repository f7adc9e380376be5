/** An entry of a zip archive, as its central directory tells it. */
export interface ZipEntry {
	readonly name: string;
	/** Bytes once unpacked, as the archive claims. */
	readonly bytes: number;
	readonly isEncrypted: boolean;
}

const endBytes = 22;
const longestComment = 65_535;
const longestDirectory = 8_000_000;

/**
 * Names and sizes of the entries of a zip archive, none of them unpacked; undefined where it has no directory,
 * as when its end is missing. Source: the ZIP format's APPNOTE 6.3, sections 4.3.12 and 4.3.16.
 */
export async function listZip(blob: Blob): Promise<ZipEntry[] | undefined> {
	const tail = await bytesOf(blob.slice(Math.max(0, blob.size - endBytes - longestComment)));
	const end = findEnd(tail);
	if (end === undefined) return undefined;
	const view = new DataView(tail.buffer, tail.byteOffset);
	const [size, from] = [view.getUint32(end + 12, true), view.getUint32(end + 16, true)];
	if (from + size > blob.size || size > longestDirectory) return undefined;
	return readDirectory(await bytesOf(blob.slice(from, from + size)));
}

function findEnd(tail: Uint8Array): number | undefined {
	for (let at = tail.length - endBytes; at >= 0; at--) {
		const isEnd = tail[at] === 0x50 && tail[at + 1] === 0x4b && tail[at + 2] === 5;
		if (isEnd && tail[at + 3] === 6) return at;
	}
	return undefined;
}

function readDirectory(bytes: Uint8Array): ZipEntry[] {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const entries: ZipEntry[] = [];
	for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50;) {
		const [name, extra, comment] = [28, 30, 32].map((part) => view.getUint16(at + part, true));
		const nameEnd = at + 46 + (name ?? 0);
		entries.push({
			name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
			bytes: view.getUint32(at + 24, true),
			isEncrypted: (view.getUint16(at + 8, true) & 1) === 1
		});
		at = nameEnd + (extra ?? 0) + (comment ?? 0);
	}
	return entries;
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
	return new Uint8Array(await blob.arrayBuffer());
}
