/** How long one respondent was watched, and whether the event ended it. */
export interface Spell {
	readonly time: number;
	readonly isEvent: boolean;
	/** Above zero. */
	readonly weight: number;
	/** Position of the cluster in the list of those of the domain. */
	readonly cluster: number;
}

/** The weighted product-limit estimate of one domain; `survivalCurves` says by which formula. */
export class ProductLimit {
	/** All distinct times, ascending. */
	readonly times: readonly number[];
	readonly atRisk: number[];
	readonly weightAtRisk: number[];
	readonly survival: number[];
	/** Spell → position of its time in `times`, weight, cluster, and what its event takes away, if any. */
	readonly #position: Uint32Array;
	readonly #weight: Float64Array;
	readonly #cluster: Uint32Array;
	readonly #struck: Float64Array;
	/** Time → Σ_{s≤t} h_s/(Y_s(1−h_s)), what a respondent at risk adds; Infinity from where S is 0. */
	readonly #exposed: Float64Array;

	constructor(spells: readonly Spell[]) {
		this.times = [...new Set(spells.map(({ time }) => time))].sort((a, b) => a - b);
		const { length } = this.times;
		const at = new Map(this.times.map((time, i) => [time, i]));
		this.#position = Uint32Array.from(spells, ({ time }) => at.get(time) ?? 0);
		this.atRisk = new Array<number>(length).fill(0);
		this.weightAtRisk = new Array<number>(length).fill(0);
		this.survival = new Array<number>(length).fill(1);
		this.#weight = Float64Array.from(spells, ({ weight }) => weight);
		this.#cluster = Uint32Array.from(spells, ({ cluster }) => cluster);
		this.#exposed = new Float64Array(length);
		const staying = this.#estimate(spells);
		// 1/(Y(1 − h)) at the time of the event.
		this.#struck = Float64Array.from(spells, ({ isEvent }, i) => {
			return isEvent ? 1 / (staying[this.#position[i] ?? 0] ?? 0) : 0;
		});
	}

	/** Position of the last time that is not after this one, -1 before all of them. */
	lastAt(time: number): number {
		const next = this.times.findIndex((one) => one > time);
		return (next === -1 ? this.times.length : next) - 1;
	}

	/** Position of the first time that is not before this one, -1 after all of them. */
	firstFrom(time: number): number {
		return this.times.findIndex((one) => one >= time);
	}

	/** Taylor scores of S at the time in this position, added up by cluster. */
	scores(position: number, clusters: number): number[] {
		const sums = new Float64Array(clusters);
		const survival = this.survival[position] ?? 1;
		// At 0 every respondent still at risk had the event: the last factor, and each derivative, is 0.
		if (survival === 0 || survival === 1) return Array.from(sums);
		for (let i = 0; i < this.#weight.length; i++) {
			const own = this.#position[i] ?? 0;
			const exposed = this.#exposed[own < position ? own : position] ?? 0;
			const struck = own <= position ? (this.#struck[i] ?? 0) : 0;
			const cluster = this.#cluster[i] ?? 0;
			sums[cluster] = (sums[cluster] ?? 0) + (this.#weight[i] ?? 0) * (exposed - struck);
		}
		return Array.from(sums, (sum) => survival * sum);
	}

	/** Fills the curve; returns the weight of those who stay beyond each time, Y(1 − h). */
	#estimate(spells: readonly Spell[]): Float64Array {
		const { length } = this.times;
		const events = new Float64Array(length);
		const censored = new Float64Array(length);
		spells.forEach(({ isEvent, weight }, i) => {
			const own = this.#position[i] ?? 0;
			const kind = isEvent ? events : censored;
			kind[own] = (kind[own] ?? 0) + weight;
			this.atRisk[own] = (this.atRisk[own] ?? 0) + 1;
		});
		const staying = new Float64Array(length);
		for (let i = length - 1; i >= 0; i--) {
			this.atRisk[i] = (this.atRisk[i] ?? 0) + (this.atRisk[i + 1] ?? 0);
			// Those to whom the event does not happen now, so that a factor of 0 or 1 is exact.
			staying[i] = (this.weightAtRisk[i + 1] ?? 0) + (censored[i] ?? 0);
			this.weightAtRisk[i] = (staying[i] ?? 0) + (events[i] ?? 0);
		}
		let survival = 1;
		let exposed = 0;
		for (let i = 0; i < length; i++) {
			const risk = this.weightAtRisk[i] ?? 0;
			const stays = staying[i] ?? 0;
			survival *= stays / risk;
			if ((events[i] ?? 0) > 0) exposed += (events[i] ?? 0) / risk / stays;
			this.survival[i] = survival;
			this.#exposed[i] = exposed;
		}
		return staying;
	}
}
