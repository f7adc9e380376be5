import type { Cells } from '#lib/survey/cells.ts';
import { survivalCurves, type SurvivalCurve } from '#lib/survey/survival.ts';

/** Somebody who looks for a job: months to it, or null where they were not told; with an event unless it says otherwise. */
interface Person {
	readonly time: number | null;
	readonly event?: 0 | 1;
	readonly weight?: number;
	readonly cluster?: number;
	readonly sex?: number;
}

/** One stratum; each person is a cluster unless it says otherwise. */
export function survivalCells(people: readonly Person[]): Cells {
	const full = people.map(({ time, event = 1, weight = 1, cluster, sex = 0 }, row) => {
		const isUsed = time !== null && weight > 0;
		const w = isUsed ? weight : 0;
		return {
			isUsed,
			time: time ?? 0,
			event,
			w,
			sex,
			cluster: cluster ?? row,
			blank: time === null
		};
	});
	const column = (of: (person: (typeof full)[number]) => number) => Float64Array.from(full, of);
	const none = new Float64Array(people.length);
	return {
		length: people.length,
		strata: [{ id: 'all', clusters: new Set(full.map(({ cluster }) => cluster)).size }],
		stratum: new Uint32Array(people.length),
		cluster: Uint32Array.from(full, ({ cluster }) => cluster),
		dimensions: { sex: { codes: ['F', 'M'], index: Uint16Array.from(full, ({ sex }) => sex) } },
		n: column(({ isUsed }) => (isUsed ? 1 : 0)),
		missing: column(({ blank }) => (blank ? 1 : 0)),
		w: column(({ w }) => w),
		wy: column(({ w, time }) => w * time),
		wx: column(({ w, event }) => w * event),
		...{ wyy: none, wxy: none, wxx: none }
	};
}

const months = [0, 1, 2, 2, 3, 4, 6, 6, 9, 12, 12, 12, 18, 24];
const found = [1, 1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0] as const;
/** Fourteen graduates, of whom nine found a job. */
export const fourteen = months.map((time, i) => ({ time, event: found[i] ?? 0 }));

/** The one curve of everybody. */
export function curveOf(people: readonly Person[]): SurvivalCurve {
	const [curve] = survivalCurves(survivalCells(people), [], {});
	if (!curve) throw new Error('no curve');
	return curve;
}
