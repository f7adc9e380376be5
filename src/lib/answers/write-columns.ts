import { widths, type ColumnEntry } from './columns.ts';

/**
 * A head (JSON) and numeric columns in one file: u32 length of the JSON, the JSON, then the columns one after
 * the other, each in the narrowest little-endian type that holds it. Whole columns compress well.
 */
export function writeColumns(
	head: object,
	columns: Readonly<Record<string, ArrayLike<number>>>
): Uint8Array {
	const stored = listColumns(columns);
	const entries = stored.map(({ entry }) => entry);
	const json = new TextEncoder().encode(JSON.stringify({ head, columns: entries }));
	const size = stored.reduce(
		(sum, { entry, values }) => sum + widths[entry.type] * values.length,
		0
	);
	const bytes = new Uint8Array(4 + json.length + size);
	const view = new DataView(bytes.buffer);
	view.setUint32(0, json.length, true);
	bytes.set(json, 4);
	let offset = 4 + json.length;
	for (const { entry, values } of stored) {
		for (let i = 0; i < values.length; i++, offset += widths[entry.type]) {
			writers[entry.type](view, offset, values[i] ?? 0);
		}
	}
	return bytes;
}

interface Stored {
	readonly entry: ColumnEntry;
	readonly values: ArrayLike<number>;
}

function listColumns(columns: Readonly<Record<string, ArrayLike<number>>>): Stored[] {
	const seen = new Map<string, string>();
	return Object.entries(columns).map(([name, values]) => {
		const text = Array.prototype.join.call(values);
		const same = seen.get(text);
		const { length } = values;
		if (same !== undefined) return { entry: { name, type: 'u8', length, same }, values: [] };
		seen.set(text, name);
		const over = wholeOver(values);
		const whole = over === 1 ? values : Array.from(values, (value) => Math.round(value * over));
		const steps = stepsOf(whole);
		return {
			entry: {
				...{ name, type: narrowest(steps ?? whole), length },
				...(over === 1 ? {} : { over }),
				...(steps ? { steps: true as const } : {})
			},
			values: steps ?? whole
		};
	});
}

/** The fraction of 1 in which all values are whole and come back as they were; 1 where there is none. */
function wholeOver(values: ArrayLike<number>): number {
	const fits = (over: number) =>
		Array.prototype.every.call(values, (value: number) => {
			const whole = Math.round(value * over);
			return Math.abs(whole) < 2 ** 32 && Object.is(whole / over, value);
		});
	return [1, 10, 100, 1000].find(fits) ?? 1;
}

/** The steps of whole numbers that only rise, from 0 on, where they are smaller or fewer kinds of numbers; else undefined. */
function stepsOf(values: ArrayLike<number>): number[] | undefined {
	const steps: number[] = [];
	for (let i = 0; i < values.length; i++) {
		const step = (values[i] ?? 0) - (i > 0 ? (values[i - 1] ?? 0) : 0);
		if (!Number.isInteger(step) || step < 0 || step >= 2 ** 32) return undefined;
		steps.push(step);
	}
	const kinds = (all: ArrayLike<number>) => new Set(Array.from(all)).size;
	const isSmaller = widths[narrowest(steps)] < widths[narrowest(values)];
	return isSmaller || kinds(steps) < kinds(values) ? steps : undefined;
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
