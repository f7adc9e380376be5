import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { Encoding, Guess } from '#lib/ingest/reading/reading.ts';

/** Bytes from 0x80 on that are letters inside words in Mac Roman, and signs in windows-1252 (not its ’, –, —, š and ž). */
const macLetters = new Set([
	...[0x87, 0x88, 0x89, 0x8b, 0x8d, 0x8f, 0x90, 0x91, 0x93, 0x94],
	...[0x95, 0x98, 0x99, 0x9b, 0x9d, 0x8e]
]);

/** Counts the bytes of a file that are not ASCII, and how they stand. */
export class ByteCensus {
	/** Letters of several bytes that are UTF-8, and bytes that fit none. */
	multibyte = 0;
	invalid = 0;
	/** Bytes 0x80 to 0x9F: control characters in Latin-1, signs in windows-1252. */
	#c1 = 0;
	/** Bytes that windows-1252 leaves without a character. */
	#undefined = 0;
	#high = 0;
	#macInWords = 0;
	#latinInWords = 0;
	#expected = 0;
	#windowsLines = false;
	#before = 0;
	#last = 0;

	take(bytes: Uint8Array): void {
		for (let i = 0; i < bytes.length; i++) {
			const byte = bytes[i] as number;
			// ASCII after ASCII tells nothing but how lines end, and is most of most files.
			if ((byte | this.#last) < 0x80) {
				if (byte === 0x0a && this.#last === 0x0d) this.#windowsLines = true;
				this.#before = this.#last;
				this.#last = byte;
				continue;
			}
			this.#follow(byte);
			if (this.#last >= 0x80) this.#inWord(byte);
			if (byte >= 0x80) this.#countHigh(byte);
			if (byte === 0x0a && this.#last === 0x0d) this.#windowsLines = true;
			this.#before = this.#last;
			this.#last = byte;
		}
	}

	/** The encoding of a file that is not UTF-8. */
	singleByte(): Guess<Encoding> {
		if (this.#macInWords > 2 * this.#latinInWords && this.#macInWords > 0) {
			return {
				value: 'macintosh',
				reason: words.encoding.macintosh,
				confidence: 0.7,
				others: [{ value: 'windows-1252', confidence: 0.3 }]
			};
		}
		// Both read these bytes alike; files of Windows end their lines as Windows does.
		if (this.#c1 === 0) {
			const windows = this.#windowsLines;
			return {
				value: windows ? 'windows-1252' : 'iso-8859-1',
				reason: windows ? words.encoding.windowsLines : words.encoding.latin1,
				confidence: 0.9,
				others: [{ value: windows ? 'iso-8859-1' : 'windows-1252', confidence: 0.9 }]
			};
		}
		return {
			value: 'windows-1252',
			reason: words.encoding.windows1252,
			confidence: this.#undefined * 20 < this.#high ? 0.9 : 0.5,
			others: [{ value: 'macintosh', confidence: 0.1 }]
		};
	}

	#countHigh(byte: number): void {
		this.#high++;
		if (byte <= 0x9f) this.#c1++;
		if ([0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte)) this.#undefined++;
	}

	/** UTF-8's own rules, short of overlong forms and surrogates: they hardly occur by chance. */
	#follow(byte: number): void {
		if (this.#expected > 0) {
			if ((byte & 0xc0) === 0x80) {
				this.#expected--;
				if (this.#expected === 0) this.multibyte++;
				return;
			}
			this.#expected = 0;
			this.invalid++;
		}
		if (byte < 0x80) return;
		if (byte >= 0xc2 && byte <= 0xdf) this.#expected = 1;
		else if (byte >= 0xe0 && byte <= 0xef) this.#expected = 2;
		else if (byte >= 0xf0 && byte <= 0xf4) this.#expected = 3;
		else this.invalid++;
	}

	/** The byte before this one, when it stands between two ASCII letters. */
	#inWord(next: number): void {
		if (!isLetter(this.#before) || !isLetter(next)) return;
		if (macLetters.has(this.#last)) this.#macInWords++;
		else this.#latinInWords++;
	}
}

function isLetter(byte: number): boolean {
	return (byte | 32) >= 97 && (byte | 32) <= 122;
}
