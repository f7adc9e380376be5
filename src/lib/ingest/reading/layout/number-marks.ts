import { reading as words } from '#lib/vocabulary/messages/reading.ts';
import type { Guess, Reading } from '#lib/ingest/reading/reading.ts';

type Decimal = Reading['decimal'];
type Thousands = Reading['thousands'];

export interface NumberMarks {
	readonly decimal: Guess<Decimal>;
	readonly thousands: Guess<Thousands>;
}

const spaces = '[ \\u00a0\\u2009\\u202f]';
const [comma, point, apostrophe] = [',', '\\.', "['’]"];

/** Numbers that can be read one way only, by the decimal mark and the mark of thousands that they show. */
const patterns: readonly { pattern: RegExp; decimal?: Decimal; thousands?: Thousands }[] = [
	{ pattern: fraction(point), decimal: '.' },
	{ pattern: fraction(comma), decimal: ',' },
	{ pattern: grouped(comma, point), decimal: '.', thousands: ',' },
	{ pattern: grouped(point, comma), decimal: ',', thousands: '.' },
	{ pattern: grouped(spaces, comma), decimal: ',', thousands: ' ' },
	{ pattern: grouped(spaces, point), decimal: '.', thousands: ' ' },
	{ pattern: grouped(apostrophe, point), decimal: '.', thousands: "'" },
	{ pattern: grouped(apostrophe, comma), decimal: ',', thousands: "'" },
	{ pattern: groups(spaces), thousands: ' ' },
	{ pattern: groups(apostrophe), thousands: "'" },
	{ pattern: new RegExp(`^[+-]?\\d{1,3}(${comma}\\d{3}){2,}$`), thousands: ',' },
	{ pattern: new RegExp(`^[+-]?\\d{1,3}(${point}\\d{3}){2,}$`), thousands: '.' }
];

/** One, two, four or more places behind the mark, or a leading zero: no group of thousands looks so. */
function fraction(mark: string): RegExp {
	return new RegExp(`^[+-]?(\\d*${mark}(\\d{1,2}|\\d{4,})|0${mark}\\d+|\\d{4,}${mark}\\d+)$`);
}

function groups(mark: string): RegExp {
	return new RegExp(`^[+-]?[1-9]\\d{0,2}(${mark}\\d{3})+$`);
}

function grouped(mark: string, decimal: string): RegExp {
	return new RegExp(`^[+-]?\\d{1,3}(${mark}\\d{3})+${decimal}\\d+$`);
}

/** `1,234` or `1.234`: thousands, or three places. */
const open = /^[+-]?[1-9]\d{0,2}([.,])\d{3}$/;

/**
 * Finds the decimal mark and the mark between thousands in the columns of a file.
 * @param columns values of each column, a sample
 */
export function findNumberMarks(
	columns: readonly (readonly string[])[],
	delimiter: string
): NumberMarks {
	const decimals = new Map<Decimal, number>();
	const thousands = new Map<Thousands, number>();
	const opens = new Map<string, string[][]>();
	for (const values of columns) {
		for (const value of values) {
			const found = patterns.find(({ pattern }) => pattern.test(value));
			if (found?.decimal) add(decimals, found.decimal);
			if (found?.thousands) add(thousands, found.thousands);
		}
		for (const mark of [',', '.']) {
			const like = values.filter((value) => open.exec(value)?.[1] === mark);
			if (like.length > 0) opens.set(mark, [...(opens.get(mark) ?? []), [...values]]);
		}
	}
	const decimal = decimalGuess(decimals, thousands, delimiter);
	for (const mark of [',', '.'] as const) {
		const isDecimal = mark === decimal.value;
		const columnsOf = opens.get(mark) ?? [];
		// A number of four digits without a mark beside them: then the mark is none of thousands.
		const grouping = columnsOf.filter(
			(values) => !values.some((value) => /^[+-]?\d{4,}$/.test(value))
		);
		if (!isDecimal && grouping.length > 0) add(thousands, mark, grouping.length);
	}
	return { decimal, thousands: thousandsGuess(thousands, decimal.value) };
}

function decimalGuess(
	decimals: ReadonlyMap<Decimal, number>,
	thousands: ReadonlyMap<Thousands, number>,
	delimiter: string
): Guess<Decimal> {
	const [points, commas] = [decimals.get('.') ?? 0, decimals.get(',') ?? 0];
	if (points + commas > 0) {
		const value = commas > points ? ',' : '.';
		const confidence = Math.max(points, commas) / (points + commas);
		const others = points && commas ? [{ value: other(value), confidence: 1 - confidence }] : [];
		return { value, reason: words.decimal.seen(value), confidence, others };
	}
	if (thousands.has('.')) return { value: ',', reason: words.decimal.byThousands, confidence: 0.7 };
	const byComma = { value: ',' as const, confidence: delimiter === ';' ? 0.4 : 0.1 };
	return {
		value: '.',
		reason: words.decimal.none,
		confidence: 1 - byComma.confidence,
		others: [byComma]
	};
}

function thousandsGuess(found: ReadonlyMap<Thousands, number>, decimal: Decimal): Guess<Thousands> {
	const [best, second] = [...found]
		.filter(([mark]) => mark !== decimal)
		.sort((a, b) => b[1] - a[1]);
	if (!best) return { value: '', reason: words.thousands.none, confidence: 0.9 };
	const [value, count] = best;
	const confidence = count / (count + (second?.[1] ?? 0)) - (count < 3 ? 0.1 : 0);
	const others = second ? [{ value: second[0], confidence: 1 - confidence }] : [];
	return { value, reason: words.thousands.seen(value), confidence, others };
}

function other(decimal: Decimal): Decimal {
	return decimal === ',' ? '.' : ',';
}

function add<Key>(counts: Map<Key, number>, key: Key, count = 1): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}
