import { SavBytes, SavError, savText } from './sav-bytes.ts';

/** What records of type 7 add to a dictionary. Texts are undecoded. */
export interface Extensions {
	/** Code page by number (record 3) and encoding by name (record 20). */
	codePage: number | undefined;
	encoding: string | undefined;
	/** The number that stands for no value. */
	systemMissing: number;
	/** `SHORT=Long name` pairs. */
	longNames: Uint8Array | undefined;
	/** `SHORT=01024` pairs: texts of more than 255 bytes, whose records stand one below the other. */
	veryLong: Uint8Array | undefined;
	/** Records as they are: value labels and missing values of long texts. */
	readonly longLabels: Uint8Array[];
	readonly longMissing: Uint8Array[];
}

export function emptyExtensions(): Extensions {
	return {
		...{ codePage: undefined, encoding: undefined, longNames: undefined, veryLong: undefined },
		...{ systemMissing: -Number.MAX_VALUE, longLabels: [], longMissing: [] }
	};
}

/** Reads a record of type 7; of those not known here it reads nothing. */
export function readExtension(from: SavBytes, into: Extensions): void {
	const [subtype, size, count] = [from.int(), from.int(), from.int()];
	if (size < 0 || count < 0) throw new SavError('an extension record has no length');
	const content = from.take(size * count);
	const part = new SavBytes(content, from.isLittle);
	if (subtype === 3 && content.length >= 32) {
		part.skip(28);
		into.codePage = part.int();
	} else if (subtype === 4 && content.length >= 8) into.systemMissing = part.double();
	else if (subtype === 13) into.longNames = content;
	else if (subtype === 14) into.veryLong = content;
	else if (subtype === 20) into.encoding = savText(content, 'latin1').trim();
	else if (subtype === 21) into.longLabels.push(content);
	else if (subtype === 22) into.longMissing.push(content);
}

/** `A=b` pairs parted by `mark`, by their keys in capitals. */
export function pairsOf(
	content: Uint8Array | undefined,
	encoding: string,
	mark: RegExp
): Map<string, string> {
	const text = content ? new TextDecoder(encoding).decode(content) : '';
	const pairs = text.split(mark).map((pair) => pair.replaceAll('\0', ''));
	return new Map(
		pairs
			.filter((pair) => pair.includes('='))
			.map((pair) => {
				const at = pair.indexOf('=');
				return [pair.slice(0, at).trim().toUpperCase(), pair.slice(at + 1)] as const;
			})
	);
}

/** Windows code pages by their numbers; 2, 3 are the codes of old files for ASCII. */
const codePages: Readonly<Record<number, string>> = {
	...{ 2: 'windows-1252', 3: 'windows-1252', 1252: 'windows-1252', 65001: 'utf-8' },
	...{ 28591: 'iso-8859-1', 28592: 'iso-8859-2', 28605: 'iso-8859-15', 932: 'shift_jis' },
	...{ 936: 'gbk', 949: 'euc-kr', 950: 'big5', 866: 'ibm866', 874: 'windows-874' },
	...{ 10000: 'macintosh', 54936: 'gb18030' }
};

/** The name of the encoding for TextDecoder; Windows-1252 where the file tells none that is known. */
export function encodingOf({ encoding, codePage }: Extensions): string {
	const named = encoding
		?.replace(/^cp(\d+)$/i, 'windows-$1')
		.replace(/^windows(\d+)$/i, 'windows-$1');
	const page = codePage === undefined ? undefined : (codePages[codePage] ?? `windows-${codePage}`);
	for (const label of [named, page]) {
		if (label && isKnown(label)) return label.toLowerCase();
	}
	return 'windows-1252';
}

function isKnown(label: string): boolean {
	try {
		return new TextDecoder(label).encoding !== '';
	} catch {
		return false;
	}
}
