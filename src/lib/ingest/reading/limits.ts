const megabyte = 1_000_000;

/** How much of a file is read. Beyond each stands a sentence that names it. */
export const limits = {
	/** Bytes of a text once unpacked, and of an SPSS file once unzipped. */
	bytes: 1000 * megabyte,
	/** Rows of data. */
	rows: 5_000_000,
	columns: 4000,
	/** Bytes of a cell in UTF-8. */
	cellBytes: 1 * megabyte,
	/** Bytes of a row in UTF-8. */
	rowBytes: 4 * megabyte,
	/** Up to this size PapaParse reads a text file, DuckDB above it. */
	papaBytes: 20 * megabyte,
	/** Rows with quotes that cannot be read; a file with more was written in another way than it is read. */
	unreadableRows: 1000,
	/** Rows that are rejected and kept for the person. */
	keptRejects: 1000,
	/** A packed file that unpacks to so many times its size, and to more than `bombBytes`, is no survey. */
	bombRatio: 100,
	bombBytes: 100 * megabyte,
	/** Bytes of a workbook once unpacked: it is read whole, and takes seven times as much memory. */
	workbookBytes: 120 * megabyte,
	/** Bytes of a file's beginning from which its layout is guessed. */
	headBytes: 256_000,
	/** Rows at the end of a file that are looked at for totals and footnotes. */
	tailRows: 200,
	/** Bytes that go into the warehouse at once. */
	pieceBytes: 8 * megabyte
} as const;
