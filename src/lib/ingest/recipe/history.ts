import type { Step } from './recipe.ts';

/** A step, and whether it counts. A step that was undone keeps its place, so that redoing it restores it there. */
export interface Entry {
	readonly step: Step;
	readonly undone: boolean;
}

/** Everything that was done to a file. Nothing in the file itself ever changes: steps are read over it. */
export interface History {
	readonly entries: readonly Entry[];
}

export const noHistory: History = { entries: [] };

export function historyOf(steps: readonly Step[]): History {
	return { entries: steps.map((step) => ({ step, undone: false })) };
}

/** The steps that count, in the order in which they were taken. */
export function stepsOf({ entries }: History): Step[] {
	return entries.filter(({ undone }) => !undone).map(({ step }) => step);
}

/** A further step. Steps that were undone stay, and can still be redone. */
export function take({ entries }: History, step: Step): History {
	return { entries: [...entries, { step, undone: false }] };
}

/**
 * One step undone: the entry at `index`, else the last that counts. The history itself where there is none.
 */
export function undo(history: History, index?: number): History {
	return mark(history, index ?? history.entries.findLastIndex(({ undone }) => !undone), true);
}

/** One step redone: the entry at `index`, else the first that was undone after the last that counts. */
export function redo(history: History, index?: number): History {
	return mark(history, index ?? nextUndone(history), false);
}

/** Whether `undo` or `redo` would change anything. */
export function canUndo({ entries }: History): boolean {
	return entries.some(({ undone }) => !undone);
}

export function canRedo(history: History): boolean {
	return nextUndone(history) !== -1;
}

function nextUndone({ entries }: History): number {
	const after = entries.findLastIndex(({ undone }) => !undone) + 1;
	return after < entries.length ? after : entries.findIndex(({ undone }) => undone);
}

function mark(history: History, index: number, undone: boolean): History {
	const entry = history.entries[index];
	if (!entry || entry.undone === undone) return history;
	return { entries: history.entries.with(index, { ...entry, undone }) };
}
