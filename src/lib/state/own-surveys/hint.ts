/** Under which name `localStorage` says that own surveys are kept: all that a page without any reads. */
export const hintName = 'own-surveys';

/** Whether this device keeps own surveys, known at once; the index in their folder says which. */
export function keepsOwn(): boolean {
	try {
		return localStorage.getItem(hintName) !== null;
	} catch {
		// Storage is forbidden: nothing is kept.
		return false;
	}
}

/**
 * Notes a change of what is kept. Other tabs hear of it by the `storage` event.
 * @param ids of the surveys that are kept now
 */
export function noteKept(ids: readonly string[]): void {
	try {
		if (ids.length === 0) localStorage.removeItem(hintName);
		// The time makes each change another text: an equal one would be no event.
		else localStorage.setItem(hintName, [Date.now(), ...ids].join(' '));
	} catch (error) {
		// Without it the surveys are still there, under their own page.
		console.warn(error);
	}
}
