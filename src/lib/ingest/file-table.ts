/** A file that stands in the warehouse under names of columns that people know, to be asked as it is. */
export interface FileTable {
	/** Name of the file, as people know it. */
	readonly file: string;
	/** Name of the table that holds it. */
	readonly table: string;
	/** Names in the warehouse, where `nh` and `Nh` would be one: the second is `Nh (2)`. */
	readonly columns: readonly string[];
	/** The same in the words of the file's header. */
	readonly headings: readonly string[];
	readonly rows: number;
	/** Column that numbers the rows from 0. */
	readonly rowNumber: string;
	/** Column that tells those who were asked apart, where one of them has several rows; else every row is one. */
	readonly unit?: string;
	/** Everybody was counted and nobody sampled: the weight is how many people a row stands for. */
	readonly complete?: true;
	/** By column, what its codes are called, where that is known. */
	readonly labels?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Columns that are text by their contract, though numbers may stand in them: ids and codes. */
	readonly texts?: readonly string[];
	/** Columns that the file does not have: what a contract puts in their place says little. */
	readonly added?: readonly string[];
	/** SHA-256 of the bytes in hexadecimal. */
	readonly sha256: string;
	/** How the file was read, where that has to be known, in sentences. */
	readonly notes: readonly string[];
}

/** The name of a table for a file: letters, digits and _ of its own name, so that SQL needs no quotes. */
export function tableNameOf(file: string): string {
	const stem = file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '');
	const name = stem.replace(/\W+/g, '_').replace(/^_+|_+$/g, '');
	return /^[a-z]/i.test(name) ? name : `file_${name}`.replace(/_$/, '');
}

/** How DuckDB numbers the rows of a table, unless the table has a column of that name. */
export const rowid = 'rowid';

/** `name`, or the first `name_2`, … that no column has. DuckDB tells names apart without regard to case. */
export function freeName(name: string, columns: readonly string[]): string {
	const taken = new Set(columns.map((column) => column.toLowerCase()));
	let free = name;
	for (let suffix = 2; taken.has(free); suffix++) free = `${name}_${suffix}`;
	return free;
}
