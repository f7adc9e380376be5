/** Numeric columns by name, as read back from a file. */
export type Columns = Readonly<Record<string, ArrayLike<number>>>;

export interface ColumnEntry {
	readonly name: string;
	readonly type: keyof typeof widths;
	readonly length: number;
	/** The column before it that holds the same numbers; nothing more is stored. */
	readonly same?: string;
	/** Stored in this fraction of 1, as whole numbers: 1000 for 4.09 as 4090. */
	readonly over?: number;
	/** Stored as the steps from each number to the next one: numbers that only rise. */
	readonly steps?: true;
}

/** Bytes of each kind of number. */
export const widths = { u8: 1, u16: 2, u32: 4, i16: 2, f64: 8 } as const;

/** @throws RangeError when the bytes end too early. */
export function readColumns(bytes: Uint8Array): { head: unknown; columns: Columns } {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = view.getUint32(0, true);
	if (4 + length > bytes.length) throw new RangeError('The columns end within their head');
	const { head, columns: entries } = JSON.parse(
		new TextDecoder().decode(bytes.subarray(4, 4 + length))
	) as { head: unknown; columns: ColumnEntry[] };
	// Without a prototype, so that a column may have any name.
	const columns: Record<string, ArrayLike<number>> = Object.create(null);
	let offset = 4 + length;
	for (const { name, type, length: rows, same, over = 1, steps } of entries) {
		const known = same === undefined ? undefined : columns[same];
		if (known) {
			columns[name] = known;
			continue;
		}
		const values = new Float64Array(rows);
		let before = 0;
		for (let i = 0; i < rows; i++, offset += widths[type]) {
			const value = readers[type](view, offset) + (steps ? before : 0);
			values[i] = value / over;
			before = value;
		}
		columns[name] = values;
	}
	return { head, columns };
}

const readers = {
	u8: (view: DataView, at: number) => view.getUint8(at),
	u16: (view: DataView, at: number) => view.getUint16(at, true),
	u32: (view: DataView, at: number) => view.getUint32(at, true),
	i16: (view: DataView, at: number) => view.getInt16(at, true),
	f64: (view: DataView, at: number) => view.getFloat64(at, true)
};
