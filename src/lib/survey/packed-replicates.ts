/** The values of several keys in every replicate, 16 bits each. */
export interface PackedReplicates {
	readonly replicates: number;
	/** Key → the value that 0 stands for, and the one that {@link top} stands for. */
	readonly low: Float64Array;
	readonly high: Float64Array;
	/** Key × replicate, little end first when written to a file. */
	readonly steps: Uint16Array;
}

/** The highest step; one more stands for a replicate without a value. */
const top = 0xfffe;
const absent = 0xffff;

/**
 * Packs the replicates of each key into 16 bits between its own smallest and largest value, which stay exact.
 * What is unpacked differs by at most half a step, 1/131,068 of that range.
 * @param keys one array a key, all of the same length; NaN where a replicate has no value
 * @throws RangeError when lengths differ or a value is infinite
 */
export function packReplicates(keys: readonly Float64Array[]): PackedReplicates {
	const replicates = keys[0]?.length ?? 0;
	const low = new Float64Array(keys.length);
	const high = new Float64Array(keys.length);
	const steps = new Uint16Array(keys.length * replicates).fill(absent);
	keys.forEach((values, k) => {
		if (values.length !== replicates) throw new RangeError(`Key ${k} has ${values.length} values`);
		const known = values.filter((value) => !Number.isNaN(value));
		if (known.some((value) => !Number.isFinite(value)))
			throw new RangeError(`Key ${k} is infinite`);
		if (known.length === 0) return;
		const [least, most] = [known.reduce(lower), known.reduce(higher)];
		low[k] = least;
		high[k] = most;
		values.forEach((value, r) => {
			if (Number.isNaN(value)) return;
			// Halves, because the range of two doubles may be larger than a double.
			const share = most > least ? (value / 2 - least / 2) / (most / 2 - least / 2) : 0;
			steps[k * replicates + r] = Math.round(share * top);
		});
	});
	return { replicates, low, high, steps };
}

function lower(a: number, b: number): number {
	return Math.min(a, b);
}

function higher(a: number, b: number): number {
	return Math.max(a, b);
}

/** One array a key, as packed: NaN where a replicate has no value. */
export function unpackReplicates({
	replicates,
	low,
	high,
	steps
}: PackedReplicates): Float64Array[] {
	return Array.from(low, (least, k) => {
		const most = high[k] ?? least;
		const own = steps.subarray(k * replicates, (k + 1) * replicates);
		return Float64Array.from(own, (step) => {
			if (step === absent) return NaN;
			// Written so that both ends come back exactly.
			const share = step / top;
			return least * (1 - share) + most * share;
		});
	});
}
