import type { Brief } from '#lib/decisions/brief-record.ts';
import { upgradeBrief, type OpenedBrief } from '#lib/decisions/brief-upgrade.ts';
import { decisionProblem, type DecisionProblem } from '#lib/decisions/decision-problem.ts';

/** What a device keeps texts in: `localStorage`, or nothing where that is forbidden. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

/** Bytes of the largest file that is read: a draft has some twenty thousand. */
export const mostBriefBytes = 1e6;

const prefix = 'brief ';

/** What the shelf calls the brief of a name. */
export function shelfKey(name: string): string {
	return prefix + name;
}

/** The shelf of this device; undefined where the browser forbids it. */
export function deviceShelf(): Shelf | undefined {
	try {
		return localStorage;
	} catch {
		// Reading the name throws where storage is forbidden: the page says that nothing is kept.
		return undefined;
	}
}

/** A brief from a file or a shelf, with what opening it changed; a problem when it is none. */
export function readBrief(text: string, edition: string): OpenedBrief | DecisionProblem {
	try {
		return upgradeBrief(JSON.parse(text), edition);
	} catch {
		// Text that is no JSON is no brief either.
		return decisionProblem('not-a-brief');
	}
}

/** Keeps a brief. @returns false where the device does not: storage is forbidden or full */
export function keepText(name: string, text: string, shelf: Shelf | undefined): boolean {
	try {
		shelf?.setItem(shelfKey(name), text);
		return shelf !== undefined;
	} catch {
		// A full shelf: the page says so, and what is on it stays.
		return false;
	}
}

/** What is kept under a name, as it was written; null when nothing is. */
export function keptText(name: string, shelf: Shelf | undefined): string | null {
	return shelf?.getItem(shelfKey(name)) ?? null;
}

export function dropText(name: string, shelf: Shelf | undefined): void {
	shelf?.removeItem(shelfKey(name));
}

/** The briefs on the shelf by the name they are kept under; what can't be read is left out, and stays. */
export function keptBriefs(
	shelf: Shelf | undefined,
	edition: string
): { readonly name: string; readonly brief: Brief }[] {
	const keys = Array.from({ length: shelf?.length ?? 0 }, (_, i) => shelf?.key(i) ?? '');
	return keys
		.filter((key) => key.startsWith(prefix))
		.map((key) => key.slice(prefix.length))
		.sort()
		.flatMap((name) => {
			const read = readBrief(keptText(name, shelf) ?? '', edition);
			return 'code' in read ? [] : [{ name, brief: read.brief }];
		});
}
