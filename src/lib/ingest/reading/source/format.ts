import { reading as words } from '#lib/vocabulary/messages/reading.ts';

/** What a file is by its first bytes: something that is read here, or the sentence why not. */
export type Format =
	| { readonly kind: 'text' | 'xlsx' | 'sav' | 'gzip' }
	| { readonly kind: 'other'; readonly why: string };

/** Bytes from the start that findFormat wants to see. */
export const formatBytes = 4096;

/**
 * Tells a file by its first bytes; its name says nothing. A zip is looked into by `findZipFormat`, so that a
 * workbook is told from other archives.
 */
export function findFormat(start: Uint8Array): Format | { readonly kind: 'zip' } {
	if (has(start, [0x1f, 0x8b])) return { kind: 'gzip' };
	if (hasText(start, 'PK\x03\x04') || hasText(start, 'PK\x05\x06')) return { kind: 'zip' };
	if (/^\$FL[23]/.test(latin(start, 0, 4))) return { kind: 'sav' };
	const bare = hasText(start, '\xef\xbb\xbf') ? start.subarray(3) : start;
	const found = signatures.find(({ bytes, at = 0 }) => hasText(bare, bytes, at));
	if (found) return { kind: 'other', why: words.isOther[found.is] };
	if (isDBase(start)) return { kind: 'other', why: words.isOther.dBase };
	const markup = findMarkup(start);
	return markup ? { kind: 'other', why: words.isOther[markup] } : { kind: 'text' };
}

/** What a zip holds, by the names of its entries. */
export function findZipFormat(entries: readonly string[]): Format {
	const holds = (pattern: RegExp) => entries.some((name) => pattern.test(name));
	if (holds(/^xl\/workbook\.xml$/i)) return { kind: 'xlsx' };
	const is = holds(/^xl\/workbook\.bin$/i)
		? 'xlsb'
		: holds(/^word\//)
			? 'word'
			: holds(/^ppt\//)
				? 'slides'
				: holds(/^Index\/.*\.iwa$|^Index\.zip$/)
					? 'numbers'
					: holds(/^(mimetype|content\.xml)$/)
						? 'openDocument'
						: 'zip';
	return { kind: 'other', why: words.isOther[is] };
}

type Other = keyof typeof words.isOther;

/** How files begin that are given a name of text by mistake, as Latin-1. */
const signatures: readonly { is: Other; bytes: string; at?: number }[] = [
	{ is: 'oldExcel', bytes: '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' },
	{ is: 'pdf', bytes: '%PDF-' },
	{ is: 'postscript', bytes: '%!PS' },
	{ is: 'rtf', bytes: '{\\rtf' },
	{ is: 'parquet', bytes: 'PAR1' },
	{ is: 'arrow', bytes: 'ARROW1\0' },
	{ is: 'stata', bytes: '<stata_dta>' },
	{ is: 'spssPortable', bytes: 'ASCII SPSS PORT FILE' },
	{ is: 'sasTransport', bytes: 'HEADER RECORD*******LIB' },
	{ is: 'sas', bytes: '\xc2\xea\x81\x60\xb3\x14\x11\xcf', at: 12 },
	{ is: 'sqlite', bytes: 'SQLite format 3\0' },
	{ is: 'access', bytes: 'Standard Jet DB', at: 4 },
	{ is: 'access', bytes: 'Standard ACE DB', at: 4 },
	{ is: 'rData', bytes: 'RDX2\n' },
	{ is: 'rData', bytes: 'RDX3\n' },
	{ is: 'rData', bytes: 'X\n\0\0' },
	{ is: 'tar', bytes: 'ustar', at: 257 },
	{ is: 'packed', bytes: '7z\xbc\xaf\x27\x1c' },
	{ is: 'packed', bytes: 'Rar!\x1a\x07' },
	{ is: 'packed', bytes: 'BZh' },
	{ is: 'packed', bytes: '\xfd7zXZ\0' },
	{ is: 'packed', bytes: '\x28\xb5\x2f\xfd' },
	{ is: 'packed', bytes: '\x04\x22\x4d\x18' },
	{ is: 'picture', bytes: '\x89PNG\r\n\x1a\n' },
	{ is: 'picture', bytes: '\xff\xd8\xff' },
	{ is: 'picture', bytes: 'GIF8' },
	{ is: 'picture', bytes: 'II*\0' },
	{ is: 'picture', bytes: 'MM\0*' },
	{ is: 'picture', bytes: 'WEBP', at: 8 },
	{ is: 'picture', bytes: 'ftypheic', at: 4 },
	{ is: 'programme', bytes: '\x7fELF' },
	{ is: 'programme', bytes: 'MZ\x90\0' },
	{ is: 'programme', bytes: '\0asm' },
	{ is: 'gitPointer', bytes: 'git-lfs.github.com/spec/', at: 16 },
	{ is: 'utf32', bytes: '\xff\xfe\0\0' },
	{ is: 'utf32', bytes: '\0\0\xfe\xff' }
];

/** Web pages, the XML that old Excel writes, JSON: text, and yet no table of rows. */
function findMarkup(start: Uint8Array): Other | undefined {
	const text = latin(start, 0, start.length)
		.replace(/\0/g, '')
		.replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
		.trimStart();
	if (/^<\?mso-application|^<\?xml[^>]*\?>\s*<\?mso-application/i.test(text)) return 'excelXml';
	if (/^<(!doctype\s+html|html|head|body|table|meta|!--)/i.test(text)) return 'webPage';
	if (/^MIME-Version:[^]*Content-Type:\s*(text\/html|multipart\/related)/i.test(text))
		return 'webPage';
	if (/^(CHARSET|AXIS-VERSION)="/.test(text)) return 'pcAxis';
	// A script may stand in the heading of a table too.
	if (/^<script/i.test(text) && /<\/?(html|head|body)\b/i.test(text)) return 'webPage';
	if (/^<\?xml[\s>]|^<!doctype\s/i.test(text)) return /<html[\s>]/i.test(text) ? 'webPage' : 'xml';
	if (/^<[a-z][\w:.-]*(\s[^<>]*)?(?<!\/)>\s*<[a-z]/i.test(text)) return 'xml';
	if (/^[[{]\s*("[^"]*"\s*:|\{|\[)/.test(text) && !/^\{\{|^\[\[/.test(text)) return 'json';
	return /^\{\s*\}|^\[\s*\]/.test(text) ? 'json' : undefined;
}

/** A header of dBase: its kind, the day of the last change, and one part of 32 bytes for each field. */
function isDBase(start: Uint8Array): boolean {
	const [kind = 0, , month = 0, day = 0] = start;
	const length = (start[8] ?? 0) + 256 * (start[9] ?? 0);
	const isDay = month >= 1 && month <= 12 && day >= 1 && day <= 31;
	return (
		[3, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(kind) && isDay && length > 64 && length % 32 <= 8
	);
}

function hasText(start: Uint8Array, bytes: string, at = 0): boolean {
	return latin(start, at, at + bytes.length) === bytes;
}

function has(start: Uint8Array, bytes: readonly number[]): boolean {
	return bytes.every((byte, i) => start[i] === byte);
}

function latin(start: Uint8Array, from: number, to: number): string {
	return String.fromCharCode(...start.subarray(from, to));
}
