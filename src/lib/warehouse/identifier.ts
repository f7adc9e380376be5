/** A table or column name as SQL: `o'brien "x"` becomes `"o'brien ""x"""`. */
export function quoteIdentifier(name: string): string {
	return `"${name.replaceAll('"', '""')}"`;
}

/** A text as a SQL literal, for the places where DuckDB accepts no parameter. */
export function quoteText(text: string): string {
	return `'${text.replaceAll("'", "''")}'`;
}
