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
	/** Unreadable rows so far. */
	unreadable: number;
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
		...{ record: reader.record, row: 0, start: 0, unreadable: 0 },
		...{ bytes: new Uint8Array(), base: 0 }
	};
	let stretch: number = limits.pieceBytes;
	for (let from = 0; from < text.size; from = place.base + place.start) {
		options.signal?.throwIfAborted();
		const to = Math.min(from + stretch, text.size);
		const bytes = new Uint8Array(await text.slice(from, to).arrayBuffer());
		Object.assign(place, { bytes, base: from, start: 0 });
		reader.use(bytes, to === text.size);
		const isEnough = !scanStretch(reader, place, options);
		// A row that no stretch of usual length holds.
		stretch = place.start === 0 ? 2 * stretch : limits.pieceBytes;
		yield place;
		if (isEnough) return;
	}
}

/** Walks over the rows that a stretch holds whole. @returns false where `onRow` wants no more */
function scanStretch(reader: RecordReader, place: Place, options: ScanOptions): boolean {
	const { bytes, record } = place;
	const hasZero = bytes.includes(0);
	while (place.start < bytes.length && isRead(reader, place, options)) {
		place.row++;
		check(options.file, place);
		if (hasZero && bytes.subarray(place.start, record.end).includes(0)) record.isUnreadable = true;
		if (record.isUnreadable && ++place.unreadable > limits.unreadableRows) {
			throw unreadable(options.file, words.manyUnreadable(place.row, limits.unreadableRows));
		}
		if (!options.onRow(place)) return false;
		place.start = record.next;
	}
	return true;
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
