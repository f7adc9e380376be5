import { openAnswerBook, type AnswerBook, type ShardEntry } from '#lib/answers/answer-book.ts';
import type { Cells } from '#lib/survey/cells.ts';
import { noCode } from '#lib/survey/cells.ts';

/** An answer book of these shards; bytes come from `fetchBytes`. */
export function tinyBook(
	shards: readonly ShardEntry[],
	fetchBytes: (path: string) => Promise<Uint8Array> = (path) => Promise.reject(new Error(path))
): AnswerBook {
	const engine = { bytes: 0 } as AnswerBook['manifest']['engine'];
	return openAnswerBook({ edition: '1', shards, records: {}, engine }, fetchBytes);
}

/** One respondent of hand-made cells, with the code of each dimension. */
export interface TinyRespondent {
	readonly cluster: number;
	readonly codes: Readonly<Record<string, string>>;
	readonly y: number;
	readonly w?: number;
}

/** Cells of one stratum, a row a respondent. Codes are listed by dimension, in order. */
export function tinyCells(
	respondents: readonly TinyRespondent[],
	lists: Readonly<Record<string, readonly string[]>>
): Cells {
	const rows = respondents.toSorted((a, b) => a.cluster - b.cluster);
	const column = (of: (w: number, y: number) => number): Float64Array =>
		Float64Array.from(rows, ({ w = 1, y }) => of(w, y));
	const dimensions = Object.entries(lists).map(([id, codes]) => {
		const index = Uint16Array.from(rows, (row) => {
			const at = codes.indexOf(row.codes[id] ?? '');
			return at < 0 ? noCode : at;
		});
		return [id, { codes, index }] as const;
	});
	return {
		length: rows.length,
		strata: [{ id: 's', clusters: new Set(rows.map(({ cluster }) => cluster)).size }],
		stratum: new Uint32Array(rows.length),
		cluster: Uint32Array.from(rows, ({ cluster }) => cluster),
		dimensions: Object.fromEntries(dimensions),
		...{ n: column(() => 1), missing: column(() => 0), w: column((w) => w) },
		...{ wy: column((w, y) => w * y), wx: column((w) => w), wyy: column((w, y) => w * y * y) },
		...{ wxy: column((w, y) => w * y), wxx: column((w) => w) }
	};
}
