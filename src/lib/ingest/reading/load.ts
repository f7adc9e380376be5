import { quoteIdentifier, quoteText } from '#lib/warehouse/identifier.ts';
import type { QueryOptions, Warehouse } from '#lib/warehouse/warehouse.ts';
import { limits } from './limits.ts';
import type { Dialect } from './text/cells.ts';
import type { Piece } from './text/piece.ts';

/** Makes an empty raw table. */
export async function createRaw(warehouse: Warehouse, table: string, width: number): Promise<void> {
	const columns = idsOf(width).map((id) => `${id} VARCHAR`);
	await warehouse.query(
		`CREATE TABLE ${quoteIdentifier(table)} ("row" INTEGER, ${columns.join(', ')})`
	);
}

export interface LoadedPiece {
	readonly table: string;
	readonly width: number;
	readonly piece: Piece;
	readonly dialect: Dialect;
	/** Called when DuckDB has been given the rows. */
	readonly onBegun: () => void;
}

/** Adds the rows of a piece to a raw table. */
export async function insertPiece(
	warehouse: Warehouse,
	loaded: LoadedPiece,
	options: QueryOptions = {}
): Promise<void> {
	const { piece, onBegun } = loaded;
	await warehouse.withFile(piece.content, async (file) => {
		const insert = async (offsets?: string) => {
			const inserted = warehouse.query(insertSql(loaded, file, offsets), [], options);
			onBegun();
			await inserted;
		};
		if (piece.runs.length <= 1) await insert();
		else await warehouse.withFile(offsetsOf(piece), insert);
	});
}

/** A line for each row of a piece: its row in the file less its place in the piece. */
function offsetsOf({ runs, rows }: Piece): Uint8Array<ArrayBuffer> {
	const lines = runs.map(({ first, row }, i) =>
		`${row - first}\n`.repeat((runs[i + 1]?.first ?? rows) - first)
	);
	return new TextEncoder().encode(lines.join(''));
}

function insertSql(
	{ table, width, piece, dialect }: LoadedPiece,
	file: string,
	offsets: string | undefined
): string {
	const ids = idsOf(width);
	const cells = piece.isPadded ? ids.map((id) => `nullif(trim(${id}), '')`) : ids;
	const numbered = `SELECT row_number() OVER () - 1 AS n, * FROM ${readSql(file, ids, dialect)}`;
	const into = `INSERT INTO ${quoteIdentifier(table)}`;
	if (offsets === undefined) {
		const [run] = piece.runs;
		const offset = run ? run.row - run.first : 1;
		return `${into} SELECT n + ${offset}, ${cells.join(', ')} FROM (${numbered})`;
	}
	// Where one side has fewer rows it is filled up with NULL: rows that DuckDB did not find must not count.
	return `${into}
		SELECT n + "offset", ${cells.join(', ')}
		FROM (${numbered}) POSITIONAL JOIN read_csv(${quoteText(offsets)}, auto_detect = false, header = false,
			parallel = false, columns = {'offset': 'BIGINT'})
		WHERE n IS NOT NULL`;
}

/**
 * Every option is given, so that DuckDB guesses nothing. It is not held to its strict mode, in which it takes
 * fields with line breaks of another kind than its rows for an error: what is not strict has been found before.
 */
function readSql(file: string, ids: readonly string[], { delimiter, quote }: Dialect): string {
	// Of one column DuckDB takes line breaks of two kinds for blank rows; of two it does not.
	const read = ids.length > 1 ? ids : [...ids, 'none'];
	const columns = read.map((id) => `'${id}': 'VARCHAR'`).join(', ');
	return `read_csv(${quoteText(file)}, auto_detect = false, header = false, delim = ${quoteText(delimiter)},
		quote = ${quoteText(quote)}, escape = ${quoteText(quote)}, comment = '', nullstr = '', null_padding = true,
		strict_mode = false, parallel = false, max_line_size = ${2 * limits.rowBytes}, columns = {${columns}})`;
}

function idsOf(width: number): string[] {
	return Array.from({ length: width }, (_, i) => `c${i}`);
}
