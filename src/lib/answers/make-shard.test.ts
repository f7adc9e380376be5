import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indicators } from '#lib/indicators/declared.ts';
import type { Question } from '#lib/vocabulary/question.ts';
import { openNodeWarehouse } from '#lib/warehouse/node.node.ts';
import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import { tinyBook } from '#tests/support/tiny-book.ts';
import { tinyCatalogue as catalogue } from '#tests/support/tiny-catalogue.ts';
import { loadTiny } from '#tests/support/tiny-audit.ts';
import { disagreements } from './agreement.ts';
import type { ShardEntry } from './answer-book.ts';
import { ask } from './ask.ts';
import { cellMaker } from './engine-cells.ts';
import { makeShard, type ShardRequest } from './make-shard.ts';
import { codesOf } from './plan.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { encodeShard } from './encode-shard.ts';
import { entropy } from './shard-parts/kinds.ts';

let warehouse: Warehouse;

beforeAll(async () => {
	warehouse = await openNodeWarehouse();
});
afterAll(() => warehouse.close());

const held = ['sex', 'skill', 'residence', 'occupation', 'required_level'];
const skillIndicators = Object.values(indicators).filter(({ table }) => table === 'audit_skill');
const request: ShardRequest = {
	table: 'audit_skill',
	indicators: skillIndicators.map(({ id }) => id),
	by: held.map((id) => {
		const dimension = dimensions[id];
		return { id, codes: dimension ? codesOf(dimension, catalogue) : [] };
	}),
	where: { sector: ['A'] }
};
const entry: ShardEntry = {
	...{ path: 'a', bytes: 1, source: 'audit', table: 'audit_skill', slice: 'A' },
	...{ where: request.where, dimensions: held, indicators: request.indicators }
};

/** Few strata, clusters and workers, so that people have several rows, blanks and odd weights. */
const level = fc.option(fc.integer({ min: 1, max: 5 }), { freq: 5 });
const rating = fc.record({
	worker: fc.nat({ max: 11 }),
	skill: fc.constantFrom('K1', 'K2', 'K9'),
	proficiency_required: level,
	proficiency_attained: level,
	importance: level
});
type Rating = typeof rating extends fc.Arbitrary<infer One> ? One : never;
const ratings = fc.array(rating, { minLength: 1, maxLength: 40 });

/** Who a worker is follows from the number: place in the design, weight, sex and so on. */
function workerOf(number: number) {
	return {
		...{ worker: `W${number}`, sector: number % 5 === 4 ? 'B' : 'A' },
		...{ stratum: `S${number % 2}`, cluster: `C${number % 4}` },
		...{ weight: [2, 0, 0.3, 7][number % 4] ?? 1, sex: ['F', 'M', null][number % 3] ?? null },
		...{ residence: ['rural', 'urban', 'periurban', null][number % 4] ?? null },
		occupation: ['2310', '9329', null][number % 3] ?? null
	};
}

const load = (rows: readonly Rating[]) =>
	loadTiny(
		warehouse,
		'audit_skill',
		rows.map((row) => ({ ...row, ...workerOf(row.worker) }))
	);

const cuts: readonly Pick<Question, 'by' | 'where' | 'difference'>[] = [
	{ by: [], where: {} },
	{ by: ['skill'], where: {} },
	{ by: ['position', 'residence_rural'], where: { sex: ['F'] } },
	{ by: [], where: { required_level: ['4', '5'], skill: ['K1'] } },
	{ by: ['skill'], where: {}, difference: { dimension: 'sex', minus: ['F', 'M'] } }
];

describe('a shard made of records', () => {
	test('answers as DuckDB answers from the raw rows, to the last figure', async () => {
		await fc.assert(
			fc.asyncProperty(ratings, fc.nat(), async (rows, number) => {
				await load(rows);
				const bytes = deflateRawSync(encodeShard(await makeShard(warehouse, request), entropy));
				const book = tinyBook([entry], () => Promise.resolve(bytes));
				const engine = cellMaker(warehouse);
				const { id } = skillIndicators[number % skillIndicators.length] ?? { id: '' };
				for (const cut of cuts) {
					const where = { ...cut.where, sector: ['A'] };
					const question = { source: 'audit', indicator: id, ...cut, where };
					const fromShard = await ask(question, { catalogue, book });
					const fromRows = await ask(question, { catalogue, book, engine, prefer: 'engine' });
					if (!fromShard.problem) {
						expect(fromShard.provenance?.madeBy).toBe('published tables');
						expect(fromRows.provenance?.madeBy).toBe('DuckDB');
					}
					expect(disagreements(fromShard, fromRows)).toEqual([]);
				}
			}),
			{ numRuns: 25 }
		);
	});

	test('answers as a sum over the raw rows says', async () => {
		await fc.assert(
			fc.asyncProperty(ratings, async (rows) => {
				await load(rows);
				const bytes = deflateRawSync(encodeShard(await makeShard(warehouse, request), entropy));
				const book = tinyBook([entry], () => Promise.resolve(bytes));
				const question = { source: 'audit', indicator: 'incidence', by: [] };
				const answer = await ask({ ...question, where: { sector: ['A'] } }, { catalogue, book });
				const used = rows
					.map((row) => ({ ...row, ...workerOf(row.worker) }))
					.filter(({ sector, weight }) => sector === 'A' && weight > 0)
					.flatMap(({ worker, weight, proficiency_required: r, proficiency_attained: a }) =>
						r === null || a === null ? [] : [{ worker, weight, below: r > a ? 1 : 0 }]
					);
				const [found] = answer.estimates;
				expect(found?.n).toBe(new Set(used.map(({ worker }) => worker)).size);
				const total = used.reduce((sum, { weight }) => sum + weight, 0);
				const below = used.reduce((sum, one) => sum + one.weight * one.below, 0);
				if (total > 0) expect(found?.value).toBeCloseTo(below / total, 12);
				else expect(found?.value).toBeNull();
			}),
			{ numRuns: 25 }
		);
	});

	test('counts the clusters of a stratum on all rows, also those outside its slice', async () => {
		await loadTiny(warehouse, 'audit_skill', [
			{ cluster: 'C1' },
			{ cluster: 'C2', sector: 'B' },
			{ cluster: 'C3', skill: 'K2', sector: 'B' },
			{ cluster: 'C4', stratum: 'S9', sector: 'B' }
		]);
		const { strata } = await makeShard(warehouse, request);
		expect(strata).toEqual([{ id: '2024\u001fS1', clusters: 3 }]);
	});

	test('numbers no respondents where each has one row', async () => {
		await loadTiny(warehouse, 'audit_skill', [{ worker: 'W1' }, { worker: 'W2' }]);
		expect((await makeShard(warehouse, request)).unit).toBeUndefined();
		await loadTiny(warehouse, 'audit_skill', [{ skill: 'K1' }, { skill: 'K2' }]);
		expect((await makeShard(warehouse, request)).unit).toEqual(Uint32Array.of(0, 0));
	});

	test('is not made of an indicator that is not declared', async () => {
		await expect(makeShard(warehouse, { ...request, indicators: ['happiness'] })).rejects.toThrow(
			'No indicator happiness'
		);
	});
});
