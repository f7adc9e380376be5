import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { limits } from '#lib/ingest/reading/limits.ts';
import type { RejectedRow, ShortRow } from '#lib/ingest/reading/raw-table.ts';

const textLength = 1000;
const rowsNamed = 8;

/** Counts what rows are met on the way, keeps those that are rejected, and says it in sentences. */
export class RowLedger {
	readonly rejected: RejectedRow[] = [];
	readonly #short = new Tally();
	readonly #ragged = new Tally();
	readonly #unreadable = new Tally();
	#firstShort: ShortRow | undefined;
	#blank = 0;
	#waitingBlank = 0;
	#comments = 0;

	get firstShort(): ShortRow | undefined {
		return this.#firstShort;
	}

	get rejectedRows(): number {
		return this.#ragged.count + this.#unreadable.count;
	}

	/** @param text called only when the row is kept */
	reject(row: Omit<RejectedRow, 'text'>, text: () => string): void {
		(row.reason === 'ragged' ? this.#ragged : this.#unreadable).add(row.row);
		if (this.rejected.length >= limits.keptRejects) return;
		this.rejected.push({ ...row, text: text().slice(0, textLength) });
	}

	short(row: number, fields: number): void {
		this.#firstShort ??= { row, fields };
		this.#short.add(row);
	}

	/** Counted once data follow: blank rows at the end of a file are nothing to speak of. */
	blank(): void {
		this.#waitingBlank++;
	}

	data(): void {
		this.#blank += this.#waitingBlank;
		this.#waitingBlank = 0;
	}

	comment(): void {
		this.#comments++;
	}

	notes(comment: string): string[] {
		const { notes } = words;
		return [
			...this.#ragged.say(notes.ragged),
			...this.#unreadable.say(notes.unreadable),
			...this.#short.say(notes.short),
			...(this.#blank > 0 ? [notes.blank(this.#blank)] : []),
			...(this.#comments > 0 ? [notes.comments(this.#comments, comment)] : [])
		];
	}
}

/** A number of rows, and the first of them. */
class Tally {
	count = 0;
	readonly #first: number[] = [];

	add(row: number): void {
		this.count++;
		if (this.#first.length < rowsNamed) this.#first.push(row);
	}

	say(sentence: (count: number, rows: readonly number[]) => string): string[] {
		return this.count > 0 ? [sentence(this.count, this.#first)] : [];
	}
}
