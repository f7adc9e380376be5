import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Offer, PortfolioModel } from '#lib/decisions/portfolio-model.ts';
import { SolverHere, type SolveWatch } from '#lib/decisions/solver-here.browser.ts';
import type { SolveReply } from '#lib/decisions/solver-messages.ts';
import { randomStream } from '#lib/survey/random.ts';
import type { EngineManifest } from '#lib/warehouse/engine.ts';

const base = new URL('/generated/', location.href).href;
const exact = { relativeGap: 0, seconds: 20 };
const downloads: [received: number, total: number][] = [];

let manifest: EngineManifest;
let solver: SolverHere;

type Result = Extract<SolveReply, { kind: 'solved' }>['result'];

beforeAll(async () => {
	const response = await fetch('/generated/manifest.json');
	({ solver: manifest } = await response.json());
	solver = new SolverHere(manifest, base);
}, 60_000);
afterAll(() => solver.close());

const offer = (said: Partial<Offer> = {}): Offer => ({
	...{ course: 'a', group: 'N', people: 50, gain: 1, cohortCost: 100, seatCost: 10 },
	...{ women: 0.5, rural: 0.5, least: 1, ...said }
});

/** Too many courses and places, nearly alike, to be proven best at once. */
function largeModel(): PortfolioModel {
	const random = randomStream(3, 'large');
	const offers = Array.from({ length: 600 }, (_, i) =>
		offer({
			...{ course: `c${i % 30}`, group: `g${Math.floor(i / 30)}`, people: 20 + random.below(200) },
			...{ gain: 0.9 + random.uniform() / 5, cohortCost: 20_000 + random.below(30_000) },
			...{ seatCost: 2000 + random.below(500), women: random.uniform(), rural: random.uniform() },
			...{ least: 12, most: 25, provider: `p${i % 7}` }
		})
	);
	const places = Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`p${i}`, 130 + i]));
	const courseCosts = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`c${i}`, 90_000]));
	const floors = { women: 0.55, rural: 0.6 };
	return { offers, budget: 4e6, seats: 1500, floors, places, courseCosts };
}

async function solve(model: PortfolioModel, watch: Partial<SolveWatch> = {}) {
	let result: Result | undefined;
	const worths = await solver.solve(
		{
			...{ model, options: exact, pricing: exact },
			looser: [
				{ id: 'budget', model: { ...model, budget: model.budget + 25 } },
				{ id: 'women', where: 'women', model: { ...model, floors: {} } }
			]
		},
		{
			...{ signal: new AbortController().signal, download: (...bytes) => downloads.push(bytes) },
			...{ solved: (found) => (result = found), ...watch }
		}
	);
	return { result, worths };
}

const small: PortfolioModel = { offers: [offer()], budget: 200, seats: 100, floors: {} };

test('a plan and its price are those of the solver in Node', async () => {
	const { result, worths } = await solve(small);
	expect(result).toMatchObject({ status: 'plan', gain: 10, cost: 200, gap: 0, stopped: false });
	expect(worths).toMatchObject([{ id: 'budget', worth: { least: 2, most: 2 } }]);
});

test('what is fetched rises to the size in the manifest, once', async () => {
	const received = downloads.map(([bytes]) => bytes);
	expect(received).toEqual(received.toSorted((a, b) => a - b));
	expect(received.length).toBeGreaterThan(3);
	expect(downloads.at(-1)).toEqual([manifest.bytes, manifest.bytes]);
	downloads.length = 0;
	await solve(small);
	expect(downloads).toEqual([]);
});

test('where there is no plan it says what to loosen, and prices nothing', async () => {
	const { result, worths } = await solve({ ...small, budget: 50 });
	expect(result).toEqual({ status: 'none', loosen: [['budget']], reach: { budget: 110 } });
	expect(worths).toEqual([]);
});

describe('a search that is cancelled', () => {
	test('ends while it is solving, and the next one answers', async () => {
		const abort = new AbortController();
		const seen: number[] = [];
		const running = solve(largeModel(), {
			signal: abort.signal,
			progress: ({ seconds }) => {
				seen.push(seconds);
				abort.abort(new Error('enough'));
			}
		});
		await expect(running).rejects.toThrow('enough');
		expect(seen).toHaveLength(1);
		expect((await solve(small)).result).toMatchObject({ gain: 10 });
	});

	test('fetches nothing when it is cancelled before', async () => {
		const other = new SolverHere(manifest, base);
		const request = { model: small, looser: [], options: exact, pricing: exact };
		const stopped = other.solve(request, { signal: AbortSignal.abort(new Error('never')) });
		await expect(stopped).rejects.toThrow('never');
	});
});

test('a solver that cannot be had is a problem with its cause', async () => {
	const gone = new SolverHere(
		{ ...manifest, wasm: { ...manifest.wasm, path: 'solver/gone.pack' } },
		base
	);
	const request = { model: small, looser: [], options: exact, pricing: exact };
	const { signal } = new AbortController();
	await expect(gone.solve(request, { signal })).rejects.toMatchObject({
		problem: { code: 'engine-failed' }
	});
});
