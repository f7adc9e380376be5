import { SavError } from './sav-bytes.ts';

/** How the cases of a file are packed. */
export interface CasePacking {
	readonly isLittle: boolean;
	readonly bias: number;
	readonly systemMissing: number;
	/** Eight-byte elements of a case. */
	readonly elements: number;
}

const [ignored, ends, literal, spaces, systemMissing] = [0, 252, 253, 254, 255];

/**
 * Takes the bytes of cases packed by codes, as they come, and gives them unpacked: of each case all elements of eight
 * bytes, numbers in the byte order of the file. Source: "Data Record" in the PSPP developer's guide.
 */
export class CaseUnpacker {
	readonly #packing: CasePacking;
	readonly #number = new DataView(new ArrayBuffer(8));
	#rest = new Uint8Array();
	/** Codes of the group at hand that are still to be followed. */
	#codes: number[] = [];
	#case: Uint8Array;
	#filled = 0;
	hasEnded = false;

	constructor(packing: CasePacking) {
		this.#packing = packing;
		this.#case = new Uint8Array(8 * packing.elements);
	}

	/** @returns the cases that are whole now */
	take(chunk: Uint8Array): Uint8Array[] {
		const bytes = joined(this.#rest, chunk);
		const cases: Uint8Array[] = [];
		let at = 0;
		while (!this.hasEnded) {
			if (this.#codes.length === 0) {
				if (at + 8 > bytes.length) break;
				this.#codes = Array.from(bytes.subarray(at, at + 8));
				at += 8;
			}
			const [code = ignored] = this.#codes;
			if (code === literal && at + 8 > bytes.length) break;
			this.#codes.shift();
			if (code === literal) {
				this.#put(bytes.subarray(at, at + 8), cases);
				at += 8;
			} else if (code === ends) this.hasEnded = true;
			else if (code !== ignored) this.#put(this.#element(code), cases);
		}
		this.#rest = bytes.slice(at);
		return cases;
	}

	/** @throws SavError when a case is not whole */
	end(): void {
		if (this.#filled > 0) throw new SavError('its last case is cut off');
	}

	#element(code: number): Uint8Array {
		const { bias, isLittle, systemMissing: none } = this.#packing;
		if (code === spaces) return blank;
		this.#number.setFloat64(0, code === systemMissing ? none : code - bias, isLittle);
		return new Uint8Array(this.#number.buffer);
	}

	#put(element: Uint8Array, cases: Uint8Array[]): void {
		this.#case.set(element, 8 * this.#filled);
		this.#filled++;
		if (this.#filled < this.#packing.elements) return;
		cases.push(this.#case);
		this.#case = new Uint8Array(8 * this.#packing.elements);
		this.#filled = 0;
	}
}

/** Takes the bytes of cases that are not packed, as they come. */
export class CaseCutter {
	readonly #bytes: number;
	#rest = new Uint8Array();
	readonly hasEnded = false;

	constructor({ elements }: CasePacking) {
		this.#bytes = 8 * elements;
	}

	take(chunk: Uint8Array): Uint8Array[] {
		const bytes = joined(this.#rest, chunk);
		const count = Math.floor(bytes.length / this.#bytes);
		this.#rest = bytes.slice(count * this.#bytes);
		return Array.from({ length: count }, (_, i) =>
			bytes.subarray(i * this.#bytes, (i + 1) * this.#bytes)
		);
	}

	end(): void {
		if (this.#rest.length > 0) throw new SavError('its last case is cut off');
	}
}

const blank = new TextEncoder().encode('        ');

function joined(rest: Uint8Array, chunk: Uint8Array): Uint8Array<ArrayBuffer> {
	const all = new Uint8Array(rest.length + chunk.length);
	all.set(rest);
	all.set(chunk, rest.length);
	return all;
}
