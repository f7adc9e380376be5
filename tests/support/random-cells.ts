import fc from 'fast-check';
import { noCode, type Cells } from '#lib/survey/cells.ts';

/** A respondent of a random survey. */
export interface Respondent {
	readonly stratum: number;
	readonly cluster: number;
	readonly sex: number;
	readonly weight: number;
	/** null where missing. */
	readonly y: number | null;
	readonly x: number;
}

export const sexes = ['F', 'M'];
const strata = 3;
/** Clusters of the design in each stratum; some hold no respondent. */
const perStratum = 4;

/** Surveys with missing codes and answers, weights of 0, zero denominators and empty clusters. */
export const respondents: fc.Arbitrary<Respondent[]> = fc.array(
	fc.record({
		stratum: fc.integer({ min: 0, max: strata - 1 }),
		cluster: fc.integer({ min: 0, max: perStratum - 1 }),
		sex: fc.constantFrom(0, 1, noCode),
		weight: fc.constantFrom(0, 0.25, 1, 3, 120.5),
		y: fc.option(fc.integer({ min: -3, max: 9 }), { freq: 4 }),
		x: fc.integer({ min: 0, max: 4 })
	}),
	{ maxLength: 60 }
);

/** Cells with one row for each respondent. */
export function cellsFrom(list: readonly Respondent[], scale = 1): Cells {
	const rows = [...list].sort((a, b) => a.stratum - b.stratum || a.cluster - b.cluster);
	const column = (of: (w: number, y: number, x: number) => number) =>
		Float64Array.from(rows, ({ weight, y, x }) => {
			return y === null || weight === 0 ? 0 : of(weight * scale, y, x);
		});
	return {
		length: rows.length,
		strata: Array.from({ length: strata }, (_, h) => ({ id: `${h}`, clusters: perStratum })),
		stratum: Uint32Array.from(rows, ({ stratum }) => stratum),
		cluster: Uint32Array.from(rows, ({ stratum, cluster }) => stratum * perStratum + cluster),
		dimensions: { sex: { codes: sexes, index: Uint16Array.from(rows, ({ sex }) => sex) } },
		n: column(() => 1),
		missing: Float64Array.from(rows, ({ y }) => (y === null ? 1 : 0)),
		w: column((w) => w),
		wy: column((w, y) => w * y),
		wx: column((w, _y, x) => w * x),
		wyy: column((w, y) => w * y * y),
		wxy: column((w, y, x) => w * x * y),
		wxx: column((w, _y, x) => w * x * x)
	};
}
