import type { ColumnMatch, Design } from '#lib/ingest/matching/types.ts';
import {
	canRedo,
	canUndo,
	historyOf,
	noHistory,
	redo,
	stepsOf,
	take,
	undo,
	type History
} from '#lib/ingest/recipe/history.ts';
import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { settle, type Settled } from '#lib/ingest/recipe/settle.ts';

/** The steps over a file, each of which can be undone and redone; the file itself never changes. */
export class StepLog {
	readonly #onchange: () => void;
	#history = $state.raw<History>(noHistory);
	/** What the steps that count come to. */
	readonly settled: Settled = $derived(settle(stepsOf(this.#history)));
	readonly canUndo: boolean = $derived(canUndo(this.#history));
	readonly canRedo: boolean = $derived(canRedo(this.#history));

	/** @param onchange called after every change: what was worked out from the steps no longer holds */
	constructor(onchange: () => void) {
		this.#onchange = onchange;
	}

	get history(): History {
		return this.#history;
	}

	/** The steps that count, in order. */
	get steps(): readonly Step[] {
		return stepsOf(this.#history);
	}

	/** Begins anew with these steps. */
	reset(steps: readonly Step[]): void {
		this.#change(historyOf(steps));
	}

	take(step: Step): void {
		this.#change(take(this.#history, step));
	}

	undo(index?: number): void {
		this.#change(undo(this.#history, index));
	}

	redo(index?: number): void {
		this.#change(redo(this.#history, index));
	}

	/** The column of the match stands for its contract; what it stood for before has no column. */
	assign(column: string, { contract, as, datePattern, separator, values }: ColumnMatch): void {
		this.#release(column, contract);
		if (this.settled.leftOut.has(column)) this.take({ do: 'keep', column });
		this.take({
			...{ do: 'match', contract, columns: [column] },
			...(as ? { as } : {}),
			...(datePattern ? { datePattern } : {}),
			...(separator ? { separator } : {})
		});
		if (Object.keys(values).length > 0) this.take({ do: 'values', contract, values });
	}

	leaveOut(column: string): void {
		this.#release(column, '');
		this.take({ do: 'leave-out', column, why: 'chosen' });
	}

	/** A column that looks personal stays all the same. */
	keep(column: string): void {
		this.take({ do: 'keep', column });
	}

	/** @param code null: the value says that there is no answer */
	recode(contract: string, value: string, code: string | null): void {
		this.take({ do: 'values', contract, values: { [value]: code } });
	}

	setDesign(design: Design): void {
		this.take({ do: 'design', design });
	}

	#release(column: string, contract: string): void {
		for (const [other, { columns }] of this.settled.matches) {
			if (other === contract || !columns.includes(column)) continue;
			this.take({
				...{ do: 'match', contract: other },
				columns: columns.filter((one) => one !== column)
			});
		}
	}

	#change(history: History): void {
		if (history === this.#history) return;
		this.#history = history;
		this.#onchange();
	}
}
