/** Writes the parts of SPSS system files byte by byte, for what no other program writes any more. */
export class SavWriter {
	readonly #parts: number[] = [];
	readonly #isLittle: boolean;

	constructor(isLittle = true) {
		this.#isLittle = isLittle;
	}

	int(value: number): this {
		const view = new DataView(new ArrayBuffer(4));
		view.setInt32(0, value, this.#isLittle);
		return this.bytes(...new Uint8Array(view.buffer));
	}

	double(value: number): this {
		const view = new DataView(new ArrayBuffer(8));
		view.setFloat64(0, value, this.#isLittle);
		return this.bytes(...new Uint8Array(view.buffer));
	}

	/** Latin-1, padded with spaces. */
	text(text: string, length = text.length): this {
		return this.bytes(...Array.from(text.padEnd(length), (letter) => letter.charCodeAt(0)));
	}

	bytes(...bytes: number[]): this {
		this.#parts.push(...bytes);
		return this;
	}

	/** @param compression 0 none, 1 by codes, 2 by blocks */
	header(compression: number, cases = -1): this {
		this.text('$FL2').text('@(#) SPSS DATA FILE', 60).int(2).int(0).int(compression);
		return this.int(0)
			.int(cases)
			.double(100)
			.text('01 Jan 24')
			.text('12:00:00')
			.text('', 64)
			.bytes(0, 0, 0);
	}

	/** @param width 0 for a number */
	variable(
		name: string,
		width: number,
		{ label = '', missing = [], isRange = false, format = 5 }: VariableParts = {}
	): this {
		const print = (format << 16) | (8 << 8);
		this.int(2)
			.int(width)
			.int(label ? 1 : 0)
			.int(isRange ? -missing.length : missing.length);
		this.int(print).int(print).text(name, 8);
		if (label) this.int(label.length).text(label, Math.ceil(label.length / 4) * 4);
		for (const value of missing) this.double(value);
		for (let rest = width - 8; rest > 0; rest -= 8)
			this.int(2).int(-1).int(0).int(0).int(0).int(0).text('', 8);
		return this;
	}

	labels(labels: Readonly<Record<number, string>>, elements: readonly number[]): this {
		const entries = Object.entries(labels);
		this.int(3).int(entries.length);
		for (const [value, label] of entries) {
			const padded = Math.ceil((label.length + 1) / 8) * 8 - 1;
			this.double(Number(value)).bytes(label.length).text(label, padded);
		}
		this.int(4).int(elements.length);
		for (const element of elements) this.int(element);
		return this;
	}

	extension(subtype: number, size: number, content: SavWriter): this {
		const bytes = content.done();
		return this.int(7)
			.int(subtype)
			.int(size)
			.int(bytes.length / size)
			.bytes(...bytes);
	}

	done(): Uint8Array<ArrayBuffer> {
		return Uint8Array.from(this.#parts);
	}
}

interface VariableParts {
	readonly label?: string;
	/** Values that are missing; the two ends first where `isRange`. */
	readonly missing?: readonly number[];
	readonly isRange?: boolean;
	/** Code of the print format. */
	readonly format?: number;
}
