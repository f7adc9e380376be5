import { tokenize } from './tokenize-sql.ts';
import type { SqlToken } from './tokenize-sql.ts';

/** Why the console does not run a statement; `details` fill the catalogue's sentence for the code. */
export interface SqlRefusal {
	readonly code: 'sql-empty' | 'sql-several-statements' | 'sql-not-a-query' | 'sql-time-zone';
	readonly details: Readonly<Record<string, string>>;
}

const starts = new Set([
	'SELECT',
	'WITH',
	'FROM',
	'DESCRIBE',
	'DESC',
	'SUMMARIZE',
	'SHOW',
	'EXPLAIN',
	'VALUES',
	'TABLE',
	'PIVOT',
	'UNPIVOT'
]);

/** Followed by one of these words, they change a table even behind WITH or EXPLAIN ANALYZE. */
const changes: Readonly<Record<string, readonly string[]>> = {
	INSERT: ['INTO', 'OR'],
	DELETE: ['FROM'],
	MERGE: ['INTO']
};

/**
 * What speaks against running this in the console, or null. One statement that only reads is accepted.
 *
 * Time zones are refused because DuckDB fetches the ICU extension for them even when autoloading is off,
 * and waits for it for ever. Files and addresses are not looked for here: a locked warehouse refuses them.
 */
export function guardSql(sql: string): SqlRefusal | null {
	const tokens = tokenize(sql);
	while (tokens.at(-1)?.text === ';') tokens.pop();
	const [first] = tokens;
	if (!first) return refusal('sql-empty');
	if (tokens.some(({ text }) => text === ';')) return refusal('sql-several-statements');
	const zone = timeZone(tokens);
	if (zone) return refusal('sql-time-zone', zone);
	const word = changingWord(withoutExplain(tokens.filter(({ text }) => text !== '(')));
	return word === null ? null : refusal('sql-not-a-query', word);
}

function refusal(code: SqlRefusal['code'], word?: string): SqlRefusal {
	return { code, details: word === undefined ? {} : { word } };
}

function timeZone(tokens: readonly SqlToken[]): string | null {
	const words = tokens.map(({ text }) => text.toUpperCase());
	const at = words.findIndex(
		(word, index) =>
			word === 'TIMESTAMPTZ' ||
			word === 'TIMETZ' ||
			(word === 'TIMEZONE' && words[index + 1] === '(') ||
			(word === 'TIME' && words[index + 1] === 'ZONE')
	);
	if (at === -1) return null;
	return words[at] === 'TIME' ? 'TIME ZONE' : (words[at] ?? null);
}

/** EXPLAIN ANALYZE runs what follows it, so that what follows is what counts. */
function withoutExplain(tokens: readonly SqlToken[]): readonly SqlToken[] {
	if (keyword(tokens[0]) !== 'EXPLAIN') return tokens;
	const next = tokens.findIndex(
		(token, index) => index > 0 && token.kind === 'word' && !explainOptions.has(keyword(token))
	);
	return next === -1 ? [] : tokens.slice(next);
}

const explainOptions = new Set(['ANALYZE', 'FORMAT', 'TEXT', 'JSON', 'HTML', 'GRAPHVIZ', 'TREE']);

function changingWord(tokens: readonly SqlToken[]): string | null {
	const first = keyword(tokens[0]);
	if (!starts.has(first)) return first;
	const at = tokens.findIndex((token, index) =>
		changes[keyword(token)]?.includes(keyword(tokens[index + 1]))
	);
	if (at !== -1) return keyword(tokens[at]);
	const update = first === 'WITH' && updates(tokens);
	return update ? 'UPDATE' : null;
}

/** `UPDATE t SET`, `UPDATE s.t AS u SET`: no query has SET so soon after a word UPDATE. */
function updates(tokens: readonly SqlToken[]): boolean {
	return tokens.some(
		(token, index) =>
			keyword(token) === 'UPDATE' &&
			tokens.slice(index + 1, index + 9).some((later) => keyword(later) === 'SET')
	);
}

/** The word in capitals; empty for quoted names, numbers, symbols and the end. */
function keyword(token: SqlToken | undefined): string {
	return token?.kind === 'word' ? token.text.toUpperCase() : '';
}
