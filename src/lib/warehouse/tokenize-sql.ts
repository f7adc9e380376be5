export interface SqlToken {
	/** `name` is a quoted identifier, its quotes gone; texts and comments are left out. */
	readonly kind: 'word' | 'name' | 'symbol';
	readonly text: string;
}

type Pattern = readonly [kind: SqlToken['kind'] | 'skipped', pattern: RegExp];

/** Tried in this order at each place; the last takes whatever is left, one character at a time. */
const patterns: readonly Pattern[] = [
	['skipped', /\s+/y],
	['skipped', /--[^\n]*/y],
	['skipped', /[eE]'(?:[^'\\]|\\[^]|'')*(?:'|$)/y],
	['skipped', /'(?:[^']|'')*(?:'|$)/y],
	['skipped', /\$([A-Za-z_]\w*)?\$[^]*?(?:\$\1\$|$(?![^]))/y],
	['skipped', /[0-9][\w.]*/y],
	['name', /"(?:[^"]|"")*(?:"|$)/y],
	['word', /[\p{L}_][\p{L}\p{N}_$]*/uy],
	['symbol', /[^]/y]
];

/** Words, quoted names and symbols of a SQL text, by DuckDB's (PostgreSQL's) rules of quoting. */
export function tokenize(sql: string): SqlToken[] {
	const tokens: SqlToken[] = [];
	let at = 0;
	while (at < sql.length) {
		if (sql.startsWith('/*', at)) {
			at = endOfComment(sql, at);
			continue;
		}
		const [kind, text] = match(sql, at);
		at += text.length;
		if (kind === 'name') tokens.push({ kind, text: text.slice(1, -1).replaceAll('""', '"') });
		else if (kind !== 'skipped') tokens.push({ kind, text });
	}
	return tokens;
}

function match(sql: string, at: number): [kind: Pattern[0], text: string] {
	for (const [kind, pattern] of patterns) {
		pattern.lastIndex = at;
		const [text] = pattern.exec(sql) ?? [];
		if (text) return [kind, text];
	}
	return ['symbol', sql.charAt(at)];
}

/** Block comments nest. */
function endOfComment(sql: string, start: number): number {
	let depth = 0;
	let at = start;
	do {
		if (sql.startsWith('/*', at)) depth += 1;
		else if (sql.startsWith('*/', at)) depth -= 1;
		else {
			at += 1;
			continue;
		}
		at += 2;
	} while (depth > 0 && at < sql.length);
	return at;
}
