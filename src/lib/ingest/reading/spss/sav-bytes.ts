/** Why an SPSS file cannot be read, for the sentence. */
export class SavError extends Error {
	override name = 'SavError';
}

/** Reads numbers and texts one after the other, in the byte order of the machine that wrote them. */
export class SavBytes {
	readonly bytes: Uint8Array;
	readonly isLittle: boolean;
	at = 0;
	readonly #view: DataView;

	constructor(bytes: Uint8Array, isLittle: boolean) {
		this.bytes = bytes;
		this.isLittle = isLittle;
		this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	}

	int(): number {
		const at = this.#step(4);
		return this.#view.getInt32(at, this.isLittle);
	}

	/** A whole number of 64 bits, as a double: files are shorter than 2^53 bytes. */
	long(): number {
		const at = this.#step(8);
		return Number(this.#view.getBigInt64(at, this.isLittle));
	}

	double(): number {
		const at = this.#step(8);
		return this.#view.getFloat64(at, this.isLittle);
	}

	byte(): number {
		return this.bytes[this.#step(1)] ?? 0;
	}

	take(length: number): Uint8Array {
		const at = this.#step(length);
		return this.bytes.subarray(at, at + length);
	}

	skip(length: number): void {
		this.#step(length);
	}

	/** @throws SavError when the file ends before */
	#step(length: number): number {
		const { at } = this;
		if (length < 0 || at + length > this.bytes.length) throw new SavError('it ends too early');
		this.at += length;
		return at;
	}
}

/** Texts of a dictionary are padded with spaces, and here and there ended by a zero. */
export function savText(bytes: Uint8Array, encoding: string): string {
	const zero = bytes.indexOf(0);
	const used = zero < 0 ? bytes : bytes.subarray(0, zero);
	return new TextDecoder(encoding).decode(used).trimEnd();
}
