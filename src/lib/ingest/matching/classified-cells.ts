import { isBareNumber, wholeCode } from './cell-words.ts';
import type { CodeList } from './code-list.ts';
import type { ValueCount } from './types.ts';

/**
 * How many digits codes have of which some lost a leading zero, as spreadsheets take it away: most have four, some
 * three, and none begins with nought; 0 where it is not so.
 */
export function lostZeros(cells: readonly ValueCount[]): number {
	const numbers = cells.map(({ value }) => value).filter((value) => /^\d+$/.test(value));
	const longest = Math.max(0, ...numbers.map((value) => value.length));
	const long = numbers.filter((value) => value.length === longest).length;
	const short = numbers.filter((value) => value.length === longest - 1).length;
	const kept = numbers.some((value) => value.startsWith('0'));
	const lost = longest >= 2 && short > 0 && long + short === numbers.length && long >= short;
	return lost && !kept ? longest : 0;
}

/** All numbers are codes of the list, as levels 0 to 8 of a classification that has no finer ones. */
export function isSmallAndWhole(cells: readonly ValueCount[], list: CodeList): boolean {
	const numbers = cells.filter(({ value }) => isBareNumber(value));
	return !list.isClassification && numbers.every(({ value }) => list.hasCode(wholeCode(value)));
}

/** Sections are often numbered from 1; divisions must show by their digits that they are none of these. */
export function mayBeClassified(cells: readonly ValueCount[], list: CodeList): boolean {
	const numbers = cells
		.filter(({ value }) => isBareNumber(value))
		.map(({ value }) => wholeCode(value));
	const valid = numbers.filter((value) => list.classified(value) !== undefined);
	const telling = list.hasSections
		? numbers.some((value) => value.length > 2 || value.startsWith('0') || Number(value) > 21)
		: true;
	return telling && valid.length >= numbers.length * 0.8;
}

/** Numbers of a long classification are told by themselves: nearly all are valid, of four digits or with a leading zero. */
export function speaksForItself(cells: readonly ValueCount[], list: CodeList): boolean {
	if (!list.isClassification) return false;
	const letters = cells.filter(({ value }) => /^[A-U]$/.test(value));
	if (letters.length >= 4 && letters.length >= cells.length - 3) return true;
	const numbers = cells.filter(({ value }) => isBareNumber(value));
	const telling = numbers.filter(({ value }) => /^(?:\d{4}|0\d{1,3})(?:\.0+)?$/.test(value));
	const valid = numbers.filter(({ value }) => list.classified(value) !== undefined);
	return (
		telling.length >= 3 &&
		telling.length >= numbers.length * 0.6 &&
		valid.length >= numbers.length * 0.9
	);
}
