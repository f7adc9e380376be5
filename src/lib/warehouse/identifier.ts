/** A table or column name as SQL: `o'brien "x"` becomes `"o'brien ""x"""`. */
export function quoteIdentifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/**
 * A text as a SQL literal, for the places where DuckDB accepts no parameter. The letter of code 0 would end
 * the statement: it is put in by a function.
 */
export function quoteText(text: string): string {
	const quoted = `'${text.replaceAll("'", "''")}'`;
	return text.includes('\0') ? `(${quoted.replaceAll('\0', "' || chr(0) || '")})` : quoted;
}
