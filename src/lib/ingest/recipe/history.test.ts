import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canRedo, canUndo, historyOf, noHistory, redo, stepsOf, take, undo } from './history.ts';
import type { Step } from './recipe.ts';
import { settle } from './settle.ts';

const names = fc.constantFrom('a', 'b', 'c', 'd');
const contracts = fc.constantFrom('sex', 'status', 'cohort');

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	fc.record({ do: fc.constant('match' as const), contract: contracts, columns: fc.array(names) }),
	fc.record({
		do: fc.constant('values' as const),
		contract: contracts,
		values: fc.dictionary(fc.string(), fc.option(fc.string()))
	}),
	fc.record({ do: fc.constant('keep' as const), column: names }),
	fc.record({
		do: fc.constant('leave-out' as const),
		column: names,
		why: fc.constantFrom('personal' as const, 'chosen' as const)
	}),
	fc.record({ do: fc.constant('accept' as const), rule: fc.string() }),
	fc.record({
		do: fc.constant('kind' as const),
		kind: fc.constantFrom('tracer' as const, 'audit' as const),
		unit: fc.constantFrom('graduate' as const, 'worker' as const)
	})
);
const someSteps = fc.array(anyStep, { minLength: 1, maxLength: 8 });

/** The steps and two orders of their places. */
const orders = someSteps.chain((steps) => {
	const places = steps.map((_, i) => i);
	const order = fc.shuffledSubarray(places, { minLength: places.length });
	return fc.record({ steps: fc.constant(steps), first: order, second: order });
});

test('undone one by one, in any order, nothing is left; redone in any other order all is as it was', () => {
	fc.assert(
		fc.property(orders, ({ steps, first, second }) => {
			const all = historyOf(steps);
			const none = first.reduce((history, place) => undo(history, place), all);
			expect(stepsOf(none)).toEqual([]);
			expect(settle(stepsOf(none))).toEqual(settle([]));
			const again = second.reduce((history, place) => redo(history, place), none);
			expect(again).toEqual(all);
		})
	);
});

test('undo takes back the last step, redo the one that was taken back last', () => {
	fc.assert(
		fc.property(someSteps, fc.nat(10), (steps, times) => {
			let history = steps.reduce(take, noHistory);
			const back = Math.min(times, steps.length);
			for (let i = 0; i < times; i += 1) history = undo(history);
			expect(stepsOf(history)).toEqual(steps.slice(0, steps.length - back));
			expect(canUndo(history)).toBe(back < steps.length);
			expect(canRedo(history)).toBe(back > 0);
			for (let i = 0; i < times; i += 1) history = redo(history);
			expect(stepsOf(history)).toEqual(steps);
		})
	);
});

test('any mixture of taking, undoing and redoing leaves steps in the order in which they were taken', () => {
	const move = fc.oneof(
		fc.record({ kind: fc.constant('take' as const), step: anyStep }),
		fc.record({
			kind: fc.constantFrom('undo' as const, 'redo' as const),
			at: fc.option(fc.nat(12))
		})
	);
	fc.assert(
		fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
			const taken: Step[] = [];
			let history = noHistory;
			for (const one of moves) {
				if (one.kind === 'take') taken.push(one.step);
				if (one.kind === 'take') history = take(history, one.step);
				if (one.kind === 'undo') history = undo(history, one.at ?? undefined);
				if (one.kind === 'redo') history = redo(history, one.at ?? undefined);
			}
			expect(history.entries.map(({ step }) => step)).toEqual(taken);
			const left = history.entries.filter(({ undone }) => !undone).map(({ step }) => step);
			expect(stepsOf(history)).toEqual(left);
		})
	);
});

test('a place that there is not changes nothing', () => {
	const history = historyOf([{ do: 'keep', column: 'a' }]);
	expect(undo(history, 7)).toBe(history);
	expect(redo(history)).toBe(history);
	expect(undo(noHistory)).toBe(noHistory);
});
