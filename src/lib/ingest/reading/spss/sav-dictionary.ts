import { SavBytes, SavError, savText } from './sav-bytes.ts';
import { emptyExtensions, readExtension, type Extensions } from './sav-extensions.ts';

/** A variable as its record has it: texts of more than eight bytes take several records. */
export interface SavRecord {
	readonly shortName: string;
	/** 0 for a number, else the bytes of its text, at most 255. */
	readonly width: number;
	/** Eight-byte elements that it takes in a case. */
	elements: number;
	readonly label: Uint8Array | undefined;
	/** How it is printed: code of the format, and decimals. */
	readonly format: number;
	/** Up to three values as they stand, eight bytes each; of a range its two ends first. */
	readonly missing: readonly Uint8Array[];
	readonly hasRange: boolean;
}

/** Value labels, and the variables that have them, by the place of their first element in a case, from 1. */
export interface SavLabels {
	readonly labels: readonly { readonly value: Uint8Array; readonly label: Uint8Array }[];
	readonly elements: readonly number[];
}

/** The dictionary of an SPSS system file, undecoded: its encoding may be told after its texts. */
export interface SavRaw {
	readonly isLittle: boolean;
	readonly compression: 'none' | 'bytecode' | 'zlib';
	/** What is taken from a compression code to get the number. */
	readonly bias: number;
	/** Cases as the header tells, -1 where it does not. */
	readonly cases: number;
	readonly records: readonly SavRecord[];
	readonly labels: readonly SavLabels[];
	readonly extensions: Extensions;
	/** Where the cases begin. */
	readonly dataAt: number;
}

const headerBytes = 176;
const mostRecords = 500_000;

/**
 * Reads the dictionary of an SPSS system file. Source: "System File Format" in the PSPP developer's guide (GNU).
 * @param bytes from the start of the file, with all of the dictionary
 * @throws SavError when it is damaged
 */
export function readDictionary(bytes: Uint8Array): SavRaw {
	if (bytes.length < headerBytes) throw new SavError('it ends too early');
	// The layout code is 2 or 3 in the byte order of the file.
	const isLittle = (bytes[64] ?? 0) !== 0;
	const from = new SavBytes(bytes, isLittle);
	const isZlib = savText(from.take(4), 'latin1') === '$FL3';
	from.skip(60);
	const layout = from.int();
	if (layout !== 2 && layout !== 3) throw new SavError('its header is of no known layout');
	from.skip(4);
	const code = from.int();
	from.skip(4);
	const cases = from.int();
	const bias = from.double();
	from.skip(headerBytes - from.at);
	const body = readRecords(from);
	const compression = isZlib || code === 2 ? 'zlib' : code === 1 ? 'bytecode' : 'none';
	return { ...body, isLittle, compression, bias, cases, dataAt: from.at };
}

function readRecords(from: SavBytes): Pick<SavRaw, 'records' | 'labels' | 'extensions'> {
	const records: SavRecord[] = [];
	const labels: SavLabels[] = [];
	const extensions = emptyExtensions();
	let waiting: SavLabels['labels'] = [];
	for (let count = 0; count < mostRecords; count++) {
		const type = from.int();
		if (type === 2) readVariable(from, records);
		else if (type === 3) waiting = readLabels(from);
		else if (type === 4) labels.push({ labels: waiting, elements: readElements(from) });
		else if (type === 6) from.skip(80 * from.int());
		else if (type === 7) readExtension(from, extensions);
		else if (type === 999) {
			from.skip(4);
			return { records, labels, extensions };
		} else throw new SavError('its dictionary has a record of no known kind');
	}
	throw new SavError('its dictionary does not end');
}

function readVariable(from: SavBytes, records: SavRecord[]): void {
	const width = from.int();
	const hasLabel = from.int() === 1;
	const missing = from.int();
	const print = from.int();
	from.skip(4);
	const name = from.take(8);
	const label = hasLabel ? readPadded(from, from.int(), 4) : undefined;
	if (Math.abs(missing) > 3) throw new SavError('a variable has too many missing values');
	const values = Array.from({ length: Math.abs(missing) }, () => from.take(8));
	const last = records.at(-1);
	if (width === -1) {
		if (!last) throw new SavError('its first variable continues another');
		last.elements++;
		return;
	}
	if (width < 0 || width > 255) throw new SavError('a variable has a width that none can have');
	records.push({
		shortName: savText(name, 'latin1').trim(),
		...{ width, elements: 1, label, missing: values, hasRange: missing < 0 },
		format: (print >> 16) & 0xff
	});
}

function readLabels(from: SavBytes): SavLabels['labels'] {
	return Array.from({ length: checkCount(from.int(), from) }, () => {
		const value = from.take(8);
		const length = from.byte();
		const label = from.take(length);
		// Length and label together fill a multiple of eight bytes.
		from.skip((8 - ((length + 1) % 8)) % 8);
		return { value, label };
	});
}

function readElements(from: SavBytes): number[] {
	return Array.from({ length: checkCount(from.int(), from) }, () => from.int());
}

/** Each of so many parts takes four bytes at least. */
function checkCount(count: number, from: SavBytes): number {
	if (count < 0 || count * 4 > from.bytes.length - from.at) throw new SavError('it ends too early');
	return count;
}

function readPadded(from: SavBytes, length: number, multiple: number): Uint8Array {
	const text = from.take(length);
	from.skip((multiple - (length % multiple)) % multiple);
	return text;
}
