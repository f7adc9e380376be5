/** One thing that is timed: its time, and the time of something known on the same machine. */
export interface Timed {
	readonly what: string;
	/** Milliseconds. */
	readonly time: number;
	/** What it is held against, and its milliseconds. */
	readonly against: string;
	readonly reference: number;
	/** How many times the reference it may take; absent where nothing was promised. */
	readonly bar?: number;
}

/** Runs its work and times it. */
export type BenchPart = () => Promise<Timed[]>;

/** The least time of several runs in milliseconds: what else the machine did only adds. */
export async function leastTime(runs: number, work: () => unknown): Promise<number> {
	let least = Infinity;
	for (let run = 0; run < runs; run++) {
		const begun = performance.now();
		await work();
		least = Math.min(least, performance.now() - begun);
	}
	return least;
}
