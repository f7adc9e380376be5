import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Cells } from '#lib/survey/cells.ts';
import { estimate, type EstimateOptions } from '#lib/survey/estimate.ts';
import { topSet } from '#lib/survey/rank.ts';
import { tally } from '#lib/survey/tally.ts';
import { topKeys } from './top-keys.ts';

const strata = 2;
const codes = ['a', 'b', 'c', 'd'];
const row = fc.record({ code: fc.nat(3), y: fc.nat(9), w: fc.integer({ min: 1, max: 4 }) });
const rows = fc.array(row, { minLength: 24, maxLength: 60 });

function cellsOf(drawn: readonly { code: number; y: number; w: number }[]): Cells {
	const half = Math.floor(drawn.length / strata);
	const numbers = (value: (row: { y: number; w: number }) => number): Float64Array =>
		Float64Array.from(drawn, value);
	return {
		length: drawn.length,
		strata: [
			{ id: 'x', clusters: half },
			{ id: 'y', clusters: drawn.length - half }
		],
		stratum: Uint32Array.from(drawn, (_, i) => (i < half ? 0 : 1)),
		cluster: Uint32Array.from(drawn, (_, i) => i),
		dimensions: { g: { codes, index: Uint16Array.from(drawn, ({ code }) => code) } },
		n: numbers(() => 1),
		missing: numbers(() => 0),
		w: numbers(({ w }) => w),
		wy: numbers(({ w, y }) => w * y),
		wx: numbers(({ w }) => w),
		wyy: numbers(({ w, y }) => w * y * y),
		wxy: numbers(({ w, y }) => w * y),
		wxx: numbers(({ w }) => w)
	};
}

test('pair by pair the same keys are found as all at once', async () => {
	await fc.assert(
		fc.asyncProperty(rows, fc.constantFrom('fail', 'adjust', 'average'), async (drawn, lonely) => {
			const cells = cellsOf(drawn);
			const options: EstimateOptions = {
				...{ kind: 'mean', interval: 't', level: 0.95, lonely, strata: cells.strata }
			};
			const graded = tally(cells, ['g'], {}).map((one) => ({
				tally: one,
				estimate: { ...estimate(one, options), quality: 'ok' as const }
			}));
			const all = topSet(
				graded.map((one) => one.tally),
				options
			);
			expect(await topKeys(graded, options, () => undefined)).toEqual(all.map(({ key }) => key));
		})
	);
});
