import { createContext } from 'svelte';
import type { View } from '#lib/vocabulary/view.ts';

/** Shows a View of the page at once; the address may follow. Never rejects: the page says what failed. */
export type ShowAhead = (view: View) => Promise<void>;

export const [useShowAhead, provideShowAhead] = createContext<ShowAhead>();
