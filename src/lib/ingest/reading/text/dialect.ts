import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import { isMissing, isValue } from '#lib/ingest/reading/layout/cell-kinds.ts';
import type { Guess, Reading } from '#lib/ingest/reading/reading.ts';
import type { Dialect } from './cells.ts';
import { headRows, type Head, type HeadRow } from './head.ts';

export interface FoundDialect {
	readonly delimiter: Guess<string>;
	readonly quote: Guess<Reading['quote']>;
	readonly escape: Guess<'\\'> | undefined;
	readonly comment: Guess<string>;
	/** A first line that only names the delimiter for Excel. */
	readonly hasSepLine: boolean;
}

/** How likely a sign is where nothing else tells; the last ones stand in texts, times and paths too. */
const delimiters: readonly (readonly [delimiter: string, prior: number])[] = [
	...([',', ';', '|'] as const).map((sign) => [sign, 1] as const),
	// Nobody types a tab into a cell.
	['\t', 1.05],
	['\x1f', 1],
	['\x1e', 1],
	['~', 0.9],
	['^', 0.9],
	[':', 0.5],
	[' ', 0.4]
];
const rowsTried = 300;

interface Tried {
	readonly dialect: Dialect & { readonly quote: Reading['quote'] };
	readonly score: number;
}

/** Finds by what the fields of a text are told apart: the signs that make rows of one width, of tidy cells. */
export function findDialect(head: Head): FoundDialect {
	const lines = new TextDecoder().decode(head.bytes).split(/\r\n|\r|\n/);
	const named = /^"?sep=(.)"?$/i.exec(lines[0] ?? '')?.[1];
	const comment = findComment(lines);
	const tried = tryAll(head, { text: lines.join('\n'), named, comment });
	const [best, ...rest] = tried.sort((a, b) => b.score - a.score);
	const dialect = best?.dialect ?? { delimiter: ',', quote: '"' };
	const isSingle = !named && (best?.score ?? 0) <= 0;
	const others = [...new Map(rest.map((one) => [one.dialect.delimiter, one.score]))]
		.filter(([delimiter, score]) => delimiter !== dialect.delimiter && score > 0)
		.slice(0, 3)
		.map(([value, score]) => ({ value, confidence: round(score / (best?.score ?? 1) / 2) }));
	const nearest = others[0]?.confidence ?? 0;
	return {
		delimiter: {
			value: isSingle ? '' : dialect.delimiter,
			reason: named
				? words.delimiter.named(named)
				: isSingle
					? words.delimiter.none
					: words.delimiter.regular(dialect.delimiter),
			confidence: named ? 1 : round(1 - nearest),
			others
		},
		quote: quoteGuess(dialect.quote, lines),
		escape: dialect.escape ? { value: '\\', reason: words.escape, confidence: 0.9 } : undefined,
		comment: comment
			? { value: comment, reason: words.comment.found(comment), confidence: 0.9 }
			: { value: '', reason: words.comment.none, confidence: 0.9 },
		hasSepLine: named !== undefined
	};
}

function quoteGuess(quote: Reading['quote'], lines: readonly string[]): Guess<Reading['quote']> {
	const isUsed = quote !== '' && lines.some((line) => line.includes(quote));
	return {
		value: quote,
		reason: quote === '' ? words.quote.none : isUsed ? words.quote.used(quote) : words.quote.usual,
		confidence: isUsed ? 0.95 : 0.9
	};
}

interface Known {
	readonly text: string;
	/** The delimiter that the file names. */
	readonly named: string | undefined;
	readonly comment: string;
}

function tryAll(head: Head, { text, named, comment }: Known): Tried[] {
	const hasSingle = /(^|[,;\t| ])'[^'\n]*'($|[,;\t| ])/m.test(text);
	const quotes: Reading['quote'][] = ['"', ...(hasSingle ? ["'" as const] : [])];
	const escapes = text.includes('\\"') ? [undefined, '\\'] : [undefined];
	const signs = delimiters.filter(([sign]) => (named ? sign === named : text.includes(sign)));
	if (named && signs.length === 0) signs.push([named, 1]);
	return signs.flatMap(([delimiter, prior]) =>
		quotes.flatMap((quote) =>
			escapes
				.filter((escape) => !escape || quote === '"')
				.map((escape) => {
					const dialect = { delimiter, quote, ...(escape ? { escape } : {}) };
					const rows = headRows(head, { ...dialect, comment }, rowsTried);
					const score = prior * scoreOf(rows, dialect);
					return { dialect: areLetters(rows) ? { delimiter, quote: '' as const } : dialect, score };
				})
		)
	);
}

/** Quotes that are never closed and never hold a field are letters, as of inches. */
function areLetters(rows: readonly HeadRow[]): boolean {
	const open = rows.filter(({ isUnreadable }) => isUnreadable);
	return open.length > 2 && rows.every(({ quoted }) => quoted === 0);
}

/**
 * After the data consistency measure of van den Burg, Nazábal and Sutton (2019), "Wrangling messy CSV files by
 * detecting row and type patterns": how regular the rows are, times how many cells look like values.
 */
function scoreOf(all: readonly HeadRow[], { delimiter, quote }: Dialect): number {
	const rows = all.filter((row) => !row.isComment && row.cells.some((cell) => cell !== ''));
	if (rows.length === 0) return 0;
	const widths = new Map<number, number>();
	for (const { fields } of rows) widths.set(fields, (widths.get(fields) ?? 0) + 1);
	const [width, count] = [...widths].reduce((a, b) =>
		b[1] * (b[0] - 1) > a[1] * (a[0] - 1) ? b : a
	);
	if (width < 2) return 0;
	const regular = (count / rows.length) * ((width - 1) / width) * (1 + Math.log2(width) / 20);
	const cells = rows.filter(({ fields }) => fields === width).flatMap((row) => row.cells);
	// Tabs that stand in every row part it, whatever signs a cell may hold: nobody types them.
	const isSure = delimiter === '\t' && count === rows.length && rows.length > 1;
	const tidy = isSure
		? 1
		: cells.filter((cell) => isTidy(cell.replaceAll(delimiter, ' '))).length /
			Math.max(1, cells.length);
	const unclean = rows.filter((row) => !row.isClean).length / rows.length;
	const broken = rows.filter((row) => row.isUnreadable).length / rows.length;
	// Cells that are still in quotes, or in half of them, were parted at the wrong sign.
	const quoted =
		cells.filter((cell) => /^["']|["']$/.test(cell)).length / Math.max(1, cells.length);
	const usual = quote === '"' ? 1 : 0.99;
	return regular * tidy ** 2 * (1 - unclean / 4) * (1 - broken / 2) * (1 - quoted / 2) * usual;
}

/** Values, words, sentences; not what looks like several fields run together. */
function isTidy(cell: string): boolean {
	if (isMissing(cell) || isValue(cell)) return true;
	if (/^[^,;\t|]*$/.test(cell)) return true;
	// A list within a cell has spaces after its signs, as a sentence has; fields run together have none.
	const signs = cell.match(/[,;\t|]/g)?.length ?? 0;
	const spaced = cell.match(/[,;] /g)?.length ?? 0;
	return spaced * 2 > signs;
}

/** The sign that begins comments: lines with it are unlike the others, and not only the header has it. */
function findComment(lines: readonly string[]): string {
	for (const sign of ['#', '//', '%']) {
		const marked = lines.filter((line) => line.startsWith(sign));
		const other = lines.filter((line) => line !== '' && !line.startsWith(sign));
		if (marked.length === 0 || other.length < 2) continue;
		const widths = widthsOf(other);
		const unlike = marked.filter((line) =>
			widths.every(({ delimiter, width }) => line.split(delimiter).length !== width)
		);
		if (unlike.length * 2 > marked.length && marked.length < other.length + 40) return sign;
	}
	return '';
}

/** The widths that most of the lines have, by the delimiters that make more than one field of them. */
function widthsOf(lines: readonly string[]) {
	return [',', ';', '\t', '|'].flatMap((delimiter) => {
		const counts = new Map<number, number>();
		for (const line of lines) {
			const width = line.split(delimiter).length;
			counts.set(width, (counts.get(width) ?? 0) + 1);
		}
		const common = [...counts].find(([width, count]) => width > 1 && count * 2 > lines.length);
		return common ? [{ delimiter, width: common[0] }] : [];
	});
}

function round(confidence: number): number {
	return Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100;
}
