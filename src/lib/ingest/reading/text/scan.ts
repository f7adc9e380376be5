import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import type { Marks, Record } from './record.ts';
import { RecordReader } from './record-reader.ts';

/** A row where it stands in the file. Filled anew for each row: copy what is kept. */
export interface Place {
	readonly record: Record;
	/** Row of the file, from 1. */
	row: number;
	/** Place of its first byte in `bytes`; `record.end` and `record.next` count from there too. */
	start: number;
	/** A stretch of the file, and where in the file it begins. */
	bytes: Uint8Array<ArrayBuffer>;
	base: number;
}

export interface ScanOptions {
	/** Name of the file, for sentences. */
	readonly file: string;
	readonly marks: Marks;
	/** Fields of the header, where they are known: a row over several lines with fewer was not closed. */
	readonly fields?: number;
	readonly signal?: AbortSignal | undefined;
	/** Called for each row; false ends the walk. */
	readonly onRow: (place: Place) => boolean;
}

/**
 * Walks over all rows of a text in UTF-8, and stops after each stretch of it, of which `place` then tells the end.
 * @throws ProblemError where a row or cell is longer than may be, or more than `limits.unreadableRows` are unreadable
 */
export async function* scanText(text: Blob, options: ScanOptions): AsyncGenerator<Place> {
	const reader = new RecordReader(options.marks);
	reader.fields = options.fields ?? 0;
	const place: Place = {
		...{ record: reader.record, row: 0, start: 0 },
		...{ bytes: new Uint8Array(), base: 0 }
	};
	let unreadableRows = 0;
	for (let read = 0; read < text.size;) {
		options.signal?.throwIfAborted();
		const chunk = new Uint8Array(await text.slice(read, read + limits.pieceBytes).arrayBuffer());
		read += chunk.length;
		place.base += place.start;
		place.bytes = joined(place.bytes.subarray(place.start), chunk);
		place.start = 0;
		const { bytes } = place;
		const hasZero = bytes.includes(0);
		reader.use(bytes, read >= text.size);
		while (place.start < bytes.length && isRead(reader, place, options)) {
			const { record } = place;
			place.row++;
			check(options.file, place);
			if (hasZero && bytes.subarray(place.start, record.end).includes(0))
				record.isUnreadable = true;
			if (record.isUnreadable && ++unreadableRows > limits.unreadableRows) {
				throw unreadable(options.file, words.manyUnreadable(place.row, limits.unreadableRows));
			}
			if (!options.onRow(place)) {
				yield place;
				return;
			}
			place.start = record.next;
		}
		yield place;
	}
}

/** The row's bytes as text. */
export function textOf({ bytes, start, record }: Place): string {
	return decoder.decode(bytes.subarray(start, record.end));
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function isRead(reader: RecordReader, place: Place, { file }: ScanOptions): boolean {
	const { bytes, start, record } = place;
	if (!reader.read(start)) {
		if (bytes.length - start <= limits.rowBytes) return false;
		// What is this long is a quote that was never closed, or more than a row may be.
		if (!reader.read(start, true)) {
			throw unreadable(file, words.longRow(place.row + 1, record.fields));
		}
	}
	if (record.fields < reader.fields && !record.isUnreadable) reader.spoilIfWhole(start);
	return true;
}

function check(file: string, { record, row }: Place): void {
	if (record.longest > limits.cellBytes && !record.isComment) {
		throw unreadable(file, words.longCell(row, record.longestField, record.longest));
	}
}

function joined(rest: Uint8Array, chunk: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
	if (rest.length === 0) return chunk;
	const all = new Uint8Array(rest.length + chunk.length);
	all.set(rest);
	all.set(chunk, rest.length);
	return all;
}
