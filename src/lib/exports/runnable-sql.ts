import type { Statement } from '#lib/indicators/compile.ts';

/** A statement with its parameters written in, so that it runs as it stands. */
export function runnableSql({ sql, parameters }: Statement): string {
	let at = 0;
	// Outside of quotes a question mark is the place of a parameter.
	const text = sql.replace(/'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g, (found) =>
		found === '?' ? quoted(parameters[at++] ?? '') : found
	);
	return `${text};`;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
