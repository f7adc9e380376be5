import type { Fixture } from './import-truth.ts';

/** None, one or several, as a list. */
export function asList(value: unknown): readonly string[] {
	if (Array.isArray(value)) return value.map(String);
	return value === undefined || value === null ? [] : [String(value)];
}

const plain = (heading: string): string => heading.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** Whether the import speaks of the column that the truth calls `name`: spaces, "(2)" and lines of the heading aside. */
export function told(truth: Fixture, name: string, heading: string): boolean {
	const names = [name, name.replace(/ \(\d+\)$/, ''), ...(truth.alsoCalled?.[name] ?? [])];
	return names.map(plain).includes(plain(heading));
}

/** Every heading that the truth matches to a contract column. */
export function headingsOf(truth: Fixture): readonly string[] {
	return Object.values(truth.mapping).flatMap(asList);
}
