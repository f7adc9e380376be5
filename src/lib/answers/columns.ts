/** Numeric columns by name, as read back from a file. */
export type Columns = Readonly<Record<string, ArrayLike<number>>>;

interface ColumnEntry {
	readonly name: string;
	readonly type: keyof typeof widths;
	readonly length: number;
	/** The column before it that holds the same numbers; nothing more is stored. */
	readonly same?: string;
}

const widths = { u8: 1, u16: 2, u32: 4, i16: 2, f64: 8 } as const;

/**
 * A head (JSON) and numeric columns in one file: u32 length of the JSON, the JSON, then the columns one after
 * the other, each in the narrowest little-endian type that holds it. Whole columns compress well.
 */
export function writeColumns(
	head: object,
	columns: Readonly<Record<string, ArrayLike<number>>>
): Uint8Array {
	const entries = listColumns(columns);
	const json = new TextEncoder().encode(JSON.stringify({ head, columns: entries }));
	const stored = entries.filter(({ same }) => same === undefined);
	const size = stored.reduce((sum, { type, length }) => sum + widths[type] * length, 0);
	const bytes = new Uint8Array(4 + json.length + size);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, json.length, true);
	bytes.set(json, 4);
	let offset = 4 + json.length;
	for (const { name, type } of stored) {
		const values = columns[name] ?? [];
		for (let i = 0; i < values.length; i++, offset += widths[type]) {
			writers[type](view, offset, values[i] ?? 0);
		}
	}
	return bytes;
}

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
	for (const { name, type, length: rows, same } of entries) {
		const known = same === undefined ? undefined : columns[same];
		if (known) {
			columns[name] = known;
			continue;
		}
		const values = new Float64Array(rows);
		for (let i = 0; i < rows; i++, offset += widths[type]) values[i] = readers[type](view, offset);
		columns[name] = values;
	}
	return { head, columns };
}

function listColumns(columns: Readonly<Record<string, ArrayLike<number>>>): ColumnEntry[] {
	const seen = new Map<string, string>();
	return Object.entries(columns).map(([name, values]) => {
		const text = Array.prototype.join.call(values);
		const same = seen.get(text);
		if (same === undefined) seen.set(text, name);
		const entry = { name, type: narrowest(values), length: values.length };
		return same === undefined ? entry : { ...entry, same };
	});
}

function narrowest(values: ArrayLike<number>): ColumnEntry['type'] {
	let largest = 0;
	let least = 0;
	for (let i = 0; i < values.length; i++) {
		const value = values[i] ?? 0;
		if (!Number.isInteger(value)) return 'f64';
		if (value > largest) largest = value;
		if (value < least) least = value;
	}
	if (least < 0) return least >= -0x8000 && largest < 0x8000 ? 'i16' : 'f64';
	return largest < 0x100 ? 'u8' : largest < 0x10000 ? 'u16' : largest < 0x100000000 ? 'u32' : 'f64';
}

const writers = {
	u8: (view: DataView, at: number, value: number) => view.setUint8(at, value),
	u16: (view: DataView, at: number, value: number) => view.setUint16(at, value, true),
	u32: (view: DataView, at: number, value: number) => view.setUint32(at, value, true),
	i16: (view: DataView, at: number, value: number) => view.setInt16(at, value, true),
	f64: (view: DataView, at: number, value: number) => view.setFloat64(at, value, true)
};

const readers = {
	u8: (view: DataView, at: number) => view.getUint8(at),
	u16: (view: DataView, at: number) => view.getUint16(at, true),
	u32: (view: DataView, at: number) => view.getUint32(at, true),
	i16: (view: DataView, at: number) => view.getInt16(at, true),
	f64: (view: DataView, at: number) => view.getFloat64(at, true)
};
