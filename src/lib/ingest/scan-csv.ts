/** How the fields of a file are told apart; an empty quote or escape is none. */
export interface ScanDialect {
	readonly delimiter: string;
	readonly quote: string;
	readonly escape: string;
}

/** What a walk over all bytes found, whatever DuckDB made of them. */
export interface CsvScan {
	/** Records below the header; blank lines are not among them. */
	readonly records: number;
	readonly blank: number;
	/** The first record that does not have as many fields as the header; lines count from 1. */
	readonly ragged?: {
		readonly line: number;
		readonly fields: number;
		readonly header: number;
	};
}

/** Bytes between two pauses: some 20 ms of work. */
const stretch = 4 * 1024 * 1024;
const [lf, cr, space] = [10, 13, 32];

/**
 * Counts the records of a CSV file by itself, line breaks within quotes understood. It pauses so that a page
 * stays responsive.
 */
export async function scanCsv(bytes: Uint8Array, dialect: ScanDialect): Promise<CsvScan> {
	const scanner = new Scanner(dialect);
	for (let from = 0; from < bytes.length; from += stretch) {
		if (from > 0) await new Promise((resolve) => setTimeout(resolve));
		scanner.take(bytes.subarray(from, from + stretch));
	}
	return scanner.end();
}

/** The number of the first line that is not UTF-8, from 1; undefined when all are. */
export function findBadLine(bytes: Uint8Array): number | undefined {
	const decoder = new TextDecoder('utf-8', { fatal: true });
	for (let from = 0, line = 1; from < bytes.length; line++) {
		const found = bytes.indexOf(lf, from);
		const to = found < 0 ? bytes.length : found + 1;
		try {
			decoder.decode(bytes.subarray(from, to));
		} catch {
			return line;
		}
		from = to;
	}
	return undefined;
}

type State = 'start' | 'plain' | 'quoted' | 'closed';

class Scanner {
	readonly #delimiter: number;
	readonly #quote: number;
	readonly #escape: number;
	#state: State = 'start';
	#escaped = false;
	#afterCr = false;
	#isBlank = true;
	#line = 1;
	#startLine = 1;
	#fields = 1;
	#records = 0;
	#blank = 0;
	#header: number | undefined;
	#ragged: CsvScan['ragged'];

	constructor({ delimiter, quote, escape }: ScanDialect) {
		this.#delimiter = delimiter.charCodeAt(0);
		this.#quote = quote === '' ? -1 : quote.charCodeAt(0);
		this.#escape = escape === '' || escape === quote ? -1 : escape.charCodeAt(0);
	}

	take(bytes: Uint8Array): void {
		for (const byte of bytes) {
			const isSecond = this.#afterCr && byte === lf;
			this.#afterCr = byte === cr;
			if (!isSecond && (byte === lf || byte === cr)) this.#line++;
			if (this.#state === 'quoted') this.#inQuotes(byte);
			else if (byte === lf || byte === cr) {
				if (!isSecond) this.#endRecord();
				this.#startLine = this.#line;
			} else this.#inRecord(byte);
		}
	}

	end(): CsvScan {
		if (!this.#isBlank) this.#endRecord();
		const found = { records: Math.max(0, this.#records - 1), blank: this.#blank };
		return this.#ragged ? { ...found, ragged: this.#ragged } : found;
	}

	#inQuotes(byte: number): void {
		if (this.#escaped) this.#escaped = false;
		else if (byte === this.#escape) this.#escaped = true;
		else if (byte === this.#quote) this.#state = 'closed';
	}

	#inRecord(byte: number): void {
		this.#isBlank = false;
		if (byte === this.#delimiter) {
			this.#fields++;
			this.#state = 'start';
		} else if (byte === this.#quote && this.#state !== 'plain') this.#state = 'quoted';
		else if (byte !== space || this.#state === 'plain') this.#state = 'plain';
	}

	#endRecord(): void {
		if (this.#isBlank) this.#blank++;
		else {
			this.#records++;
			const fields = this.#fields;
			this.#header ??= fields;
			if (fields !== this.#header) {
				this.#ragged ??= { line: this.#startLine, fields, header: this.#header };
			}
		}
		this.#isBlank = true;
		this.#fields = 1;
		this.#state = 'start';
	}
}
