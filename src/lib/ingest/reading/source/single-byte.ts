import type { Encoding } from '#lib/ingest/reading/reading.ts';

export type SingleByte = Extract<Encoding, 'windows-1252' | 'iso-8859-1' | 'macintosh'>;

// Source: Encoding Standard, index windows-1252 and index macintosh. Node's decoder of windows-1252 takes these
// bytes for Latin-1 in some versions, and the standard gives true Latin-1 no name at all.
const windows = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
const mac =
	'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\xa0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ';

const letters: Readonly<Record<SingleByte, (byte: number) => string>> = {
	'windows-1252': (byte) => windows[byte - 0x80] ?? String.fromCharCode(byte),
	'iso-8859-1': (byte) => String.fromCharCode(byte),
	macintosh: (byte) => mac[byte - 0x80] ?? String.fromCharCode(byte)
};

/** A function that turns bytes of the encoding into UTF-8. */
export function fromSingleByte(
	encoding: SingleByte
): (bytes: Uint8Array) => Uint8Array<ArrayBuffer> {
	const encoder = new TextEncoder();
	const table = Array.from({ length: 256 }, (_, byte) =>
		encoder.encode(byte < 0x80 ? String.fromCharCode(byte) : letters[encoding](byte))
	);
	return (bytes) => {
		const out = new Uint8Array(3 * bytes.length);
		let at = 0;
		for (let i = 0; i < bytes.length; i++) {
			const byte = bytes[i] as number;
			if (byte < 0x80) out[at++] = byte;
			else {
				const letter = table[byte] as Uint8Array;
				for (let part = 0; part < letter.length; part++) out[at++] = letter[part] as number;
			}
		}
		return out.subarray(0, at);
	};
}
