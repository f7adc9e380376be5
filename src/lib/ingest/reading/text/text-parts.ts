import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { problem, ProblemError } from '#lib/vocabulary/problem.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import type { Part, PartOptions, PiecePart } from '#lib/ingest/reading/part.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { TableEnd } from '#lib/ingest/reading/table-parts.ts';
import { toUtf8 } from '#lib/ingest/reading/source/to-utf8.ts';
import { unreadable } from '#lib/ingest/reading/unreadable.ts';
import { cellsOf, type Dialect } from './cells.ts';
import { headOf, headRows } from './head.ts';
import { plainDialect, throughPapa } from './papa-rows.ts';
import { PieceMaker } from './piece.ts';
import { readPrelude, type Prelude } from './prelude.ts';
import { marksOf } from './record.ts';
import { RowLedger } from './row-ledger.ts';
import { scanText, textOf, type Place } from './scan.ts';

/** Bytes that a preview of so many rows looks at: more than they can have is of no use. */
const previewBytes = 4_000_000;

export interface OpenText {
	/** Unpacked. */
	readonly content: Blob;
	/** Name of the file, for sentences. */
	readonly file: string;
	readonly reading: Reading;
	/** Called with the bytes of the content in their order, some perhaps twice, unless they have to be converted. */
	readonly onBytes?: (bytes: Uint8Array, from: number) => void;
}

/**
 * Reads a text as its Reading says: rows above and below the table apart, rows that fit no table rejected, the
 * rest in pieces for the warehouse.
 * @throws ProblemError
 */
export async function* textParts(
	{ content, file, reading, onBytes }: OpenText,
	{ reader, signal, limit, inMemory }: PartOptions
): AsyncGenerator<Exclude<Part, { kind: 'end' }>, TableEnd> {
	const source = limit === undefined ? content : content.slice(0, previewBytes);
	const text = await toUtf8(source, reading, signal);
	// A mark that stands in no text takes the place of a delimiter where there is none.
	const dialect = { ...reading, delimiter: reading.delimiter || '\x1f' };
	const marks = marksOf(dialect);
	const head = await headOf(text);
	const rows = headRows(head, dialect, Math.max(400, reading.headerRow + 100));
	const prelude = readPrelude(rows, reading, file);
	const width = prelude.columns.length;
	yield { kind: 'columns', columns: prelude.columns };

	const sorting = { reading, dialect, prelude, limit };
	const sorter = new RowSorter(inMemory ? undefined : text, file, sorting);
	const usesPapa =
		(reader ?? (content.size <= limits.papaBytes ? 'papaparse' : 'duckdb')) === 'papaparse';
	const scan = { file, marks, fields: width, signal, onRow: sorter.take.bind(sorter) };
	for await (const place of scanText(text, scan)) {
		if (text === content) onBytes?.(place.bytes, place.base);
		const piece = sorter.maker.take(place);
		if (piece.rows === 0) continue;
		const told: Omit<PiecePart, 'piece' | 'dialect'> = {
			kind: 'piece',
			share: (place.base + place.start) / text.size,
			rows: sorter.rows
		};
		yield usesPapa
			? {
					...told,
					dialect: plainDialect,
					piece: await throughPapa(piece, dialect, { file, width })
				}
			: { ...told, dialect, piece };
	}
	if (sorter.rows === 0 && sorter.ledger.rejectedRows === 0) {
		throw new ProblemError(problem('no-rows', { file }));
	}
	const isRepaired = text !== source && reading.encoding === 'utf-8' && !reading.bom;
	const { ledger, above, below } = sorter;
	const notes = [
		...prelude.notes,
		...ledger.notes(reading.comment),
		...(isRepaired ? [words.notes.repaired] : [])
	];
	const { rejected, rejectedRows, firstShort: short } = ledger;
	const end = { rows: sorter.rows, rejected, rejectedRows, notes, above, below };
	return short ? { ...end, short } : end;
}

interface Sorting {
	readonly reading: Reading;
	readonly dialect: Dialect;
	readonly prelude: Prelude;
	readonly limit: number | undefined;
}

/** Puts each row where it belongs: title, header, data, footnotes, rejects. */
class RowSorter {
	readonly maker: PieceMaker;
	readonly ledger = new RowLedger();
	readonly above: string[] = [];
	readonly below: string[] = [];
	rows = 0;
	readonly #file: string;
	readonly #sorting: Sorting;
	readonly #lastRow: number;
	readonly #limit: number;

	constructor(text: Blob | undefined, file: string, sorting: Sorting) {
		this.maker = new PieceMaker(text, sorting.dialect);
		this.#file = file;
		this.#sorting = sorting;
		this.#lastRow = sorting.reading.lastRow ?? Infinity;
		this.#limit = sorting.limit ?? Infinity;
	}

	/** @returns false where nothing more is wanted */
	take(place: Place): boolean {
		const { record, row } = place;
		const { prelude } = this.#sorting;
		if (record.isComment) this.ledger.comment();
		else if (row < prelude.first) this.#keep(this.above, place, row < prelude.headerFrom);
		else if (row > this.#lastRow) this.#keep(this.below, place, true);
		else if (record.lastFilled === 0) this.ledger.blank();
		else this.#takeData(place, prelude.columns.length);
		return this.rows < this.#limit;
	}

	#takeData(place: Place, width: number): void {
		const { record, row } = place;
		const isRagged = record.lastFilled > width;
		if (isRagged || record.isUnreadable) {
			const reason = record.isUnreadable ? 'unreadable' : 'ragged';
			return this.ledger.reject({ row, reason, fields: record.lastFilled }, () => textOf(place));
		}
		this.ledger.data();
		if (record.fields < width) this.ledger.short(row, record.fields);
		this.maker.add(place);
		this.rows++;
		if (this.rows > limits.rows) throw unreadable(this.#file, words.tooManyRows(limits.rows));
	}

	#keep(texts: string[], place: Place, isWanted: boolean): void {
		if (!isWanted || place.record.lastFilled === 0 || texts.length >= limits.tailRows) return;
		const text = textOf(place);
		if (place.row === 1 && /^"?sep=."?$/i.test(text.trim())) return;
		const cells = cellsOf(text, this.#sorting.dialect, place.record.isUnreadable);
		texts.push(
			cells
				.filter((cell) => cell !== '')
				.join(' ')
				.slice(0, 1000)
		);
	}
}
