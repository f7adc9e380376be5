/**
 * Solves portfolios off the main thread. packSolver puts the script of HiGHS before this one, and the page starts both
 * from a blob, so that its content security policy covers them.
 */
import type loadHighs from 'highs';
import type { Highs } from 'highs';
import { solvePortfolio } from './portfolio.ts';
import { highsSolver } from './solver.ts';
import type { SolveReply, SolveRequest } from './solver-messages.ts';
import { worthOf } from './worth.ts';

/** What the script of HiGHS leaves behind. */
declare const Module: typeof loadHighs;

let highs: Promise<Highs> | undefined;

self.onmessage = async ({ data }: MessageEvent<SolveRequest>) => {
	try {
		if (data.wasm) highs ??= started(data.wasm);
		if (!highs) throw new Error('The solver was not sent');
		await solve(await highs, data);
	} catch (error) {
		reply({ kind: 'failed', message: String(error) });
	}
};

async function started(wasm: Blob): Promise<Highs> {
	// In a worker this build takes its WebAssembly from an address alone.
	const address = URL.createObjectURL(wasm);
	try {
		return await Module({ locateFile: () => address });
	} finally {
		URL.revokeObjectURL(address);
	}
}

async function solve(own: Highs, { model, looser, options, pricing }: SolveRequest): Promise<void> {
	const watched = highsSolver(own, {
		progress: (progress) => reply({ kind: 'progress', progress })
	});
	const plan = await solvePortfolio(model, watched, options);
	reply({ kind: 'solved', result: plan });
	if ('code' in plan || plan.status === 'none') return reply({ kind: 'priced', worths: [] });
	const solver = highsSolver(own);
	const binding = plan.conditions.filter(({ binds }) => binds).map(({ condition }) => condition);
	const worths = [];
	for (const { id, model: other, where } of looser) {
		if (where !== undefined && !binding.some((condition) => condition === where)) continue;
		worths.push({ id, worth: await worthOf(other, { plan, solver, options: pricing }) });
	}
	reply({ kind: 'priced', worths });
}

function reply(message: SolveReply): void {
	self.postMessage(message);
}
