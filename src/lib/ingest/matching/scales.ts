import type { ScaleWords } from '#lib/contracts/import-contracts.ts';
import {
	cellKey,
	isBareNumber,
	plainRecord,
	wholeCode,
	withoutCode,
	type PlainAnswers
} from './cell-words.ts';
import { labelsOf } from './labels.ts';
import type { ValueMap } from './map-values.ts';
import type { ColumnProfile, ValueCount } from './types.ts';

/** How the cells of a column fit a scale of five points. */
export interface ScaleMap extends ValueMap {
	/** The wording that was recognised; absent where the cells are the points themselves. */
	readonly scale?: string;
	/** Numbers beyond the scale that were taken for missing codes. */
	readonly guessed?: readonly string[];
	/** Why the points have to be asked. */
	readonly doubt?: 'from nought' | 'fewer points' | 'more points';
}

/** Reads answers on an ordered scale. */
export class Scales {
	readonly #words: ScaleWords;
	readonly #answers: PlainAnswers;
	/** By scale of five, by words, the point. */
	readonly #five: ReadonlyMap<string, ReadonlyMap<string, number>>;
	readonly #fewer: readonly {
		readonly size: number;
		readonly points: ReadonlyMap<string, number>;
	}[];
	/** All words of scales of five. */
	readonly #wordings: ReadonlySet<string>;

	constructor(words: ScaleWords, answers: PlainAnswers) {
		this.#words = words;
		this.#answers = answers;
		const five = Object.entries(words.five);
		this.#five = new Map(five.map(([scale, points]) => [scale, pointsOf(points)]));
		this.#fewer = Object.values(words.fewer).map((points) => ({
			size: points.length,
			points: pointsOf(points)
		}));
		this.#wordings = new Set(five.flatMap(([, points]) => points.flat().map(cellKey)));
	}

	/** @param contract whose wordings may occur; without it any. */
	map(profile: ColumnProfile, contract?: string): ScaleMap {
		const labels = labelsOf(profile);
		const missing = new Set((profile.column.missing ?? []).map(wholeCode));
		const said = (value: string) => labels.get(wholeCode(value)) ?? value;
		const absent = (value: string) =>
			missing.has(wholeCode(value)) ||
			(!this.#isWording(said(value)) && this.#answers.missing(said(value)) !== undefined);
		const answers = profile.top.filter(({ value }) => !absent(value));
		const blanks = profile.top.filter(({ value }) => absent(value));
		const numbers = answers.filter(
			({ value }) => isBareNumber(value) && !labels.has(wholeCode(value))
		);
		const map =
			numbers.length > answers.length / 2
				? this.#points(answers)
				: this.#wording(answers, said, contract);
		const values = [
			...blanks.map(({ value }) => [value, null] as const),
			...Object.entries(map.values)
		];
		return { ...map, values: plainRecord(values) };
	}

	/** The points themselves, 1 to 5. From 0 to 4, or to 10, how they fit is asked. */
	#points(answers: readonly ValueCount[]): ScaleMap {
		const cells = answers.map((cell) => ({
			...cell,
			point: Number(wholeCode(cell.value).replace(',', '.'))
		}));
		const onScale = cells.filter(
			({ point }) => Number.isInteger(point) && point >= 1 && point <= 5
		);
		const beyond = cells.filter(({ point }) => !(point >= 1 && point <= 5));
		const coded = beyond.filter(
			({ point }) => point === 8 || point === 9 || this.#answers.numbers.has(point)
		);
		const strange = beyond.filter((cell) => !coded.includes(cell));
		const numbers = strange
			.map(({ point }) => point)
			.filter((point) => Number.isInteger(point) && point >= 0 && point <= 10);
		const fromNought = numbers.includes(0) && !cells.some(({ point }) => point > 4 && point <= 10);
		const longer = numbers.some((point) => point > 5) || (numbers.includes(0) && !fromNought);
		if (fromNought || longer) {
			const doubt = fromNought ? 'from nought' : 'more points';
			const fit =
				(sumOf(onScale) + sumOf(strange.filter(({ point }) => numbers.includes(point)))) /
				Math.max(1, sumOf(answers));
			return {
				values: {},
				unmatched: answers,
				fit: fromNought ? 0.9 * fit : 0.4 * fit,
				codes: 0,
				bare: 1,
				own: 0,
				doubt
			};
		}
		return {
			values: plainRecord<string | null>([
				...onScale.map(({ value, point }) => [value, String(point)] as const),
				...coded.map(({ value }) => [value, null] as const)
			]),
			unmatched: strange.map(({ value, count }) => ({ value, count })),
			fit: sumOf(onScale) / Math.max(1, sumOf(answers) - sumOf(coded)),
			codes: new Set(onScale.map(({ point }) => point)).size,
			bare: 1,
			own: 1,
			guessed: coded.map(({ value }) => value)
		};
	}

	#wording(
		answers: readonly ValueCount[],
		said: (value: string) => string,
		contract: string | undefined
	): ScaleMap {
		const names =
			contract === undefined ? Object.keys(this.#words.five) : (this.#words.of[contract] ?? []);
		const all = Math.max(1, sumOf(answers));
		const best = names
			.map((scale) => {
				const points = this.#five.get(scale) ?? new Map<string, number>();
				const found = answers.flatMap(({ value, count }) => {
					const point = readPoint(points, said(value));
					return point === undefined ? [] : [{ value, count, point }];
				});
				return { scale, found, kinds: new Set(found.map(({ point }) => point)).size };
			})
			.sort((one, other) => sumOf(other.found) - sumOf(one.found) || other.kinds - one.kinds)[0];
		const fewer = this.#fewer.some(
			({ size, points }) =>
				answers.length > 1 &&
				answers.length <= size &&
				answers.every(({ value }) => readPoint(points, said(value)) !== undefined)
		);
		const found = best?.found ?? [];
		const known = new Set(found.map(({ value }) => value));
		const unmatched = answers.filter(({ value }) => !known.has(value));
		const shared = {
			fit: sumOf(found) / all,
			codes: best?.kinds ?? 0,
			bare:
				sumOf(answers.filter(({ value }) => isBareNumber(value) && said(value) === value)) / all,
			own: 0
		};
		if (fewer && (best?.kinds ?? 0) < 4)
			return { ...shared, fit: 0.9, values: {}, unmatched: answers, doubt: 'fewer points' };
		return {
			...shared,
			values: plainRecord(found.map(({ value, point }) => [value, String(point)])),
			unmatched,
			...(best && found.length > 0 ? { scale: best.scale } : {})
		};
	}

	/** `None` is a point of some scales, no missing answer. */
	#isWording(text: string): boolean {
		return this.#wordings.has(cellKey(text));
	}
}

function pointsOf(scale: readonly (readonly string[])[]): ReadonlyMap<string, number> {
	return new Map(
		scale.flatMap((words, index) => words.map((word) => [cellKey(word), index + 1] as const))
	);
}

function readPoint(points: ReadonlyMap<string, number>, text: string): number | undefined {
	const key = cellKey(text);
	const rest = withoutCode(key);
	return points.get(key) ?? (rest === undefined ? undefined : points.get(rest));
}

function sumOf(cells: readonly ValueCount[]): number {
	return cells.reduce((sum, { count }) => sum + count, 0);
}
