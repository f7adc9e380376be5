import { createContext } from 'svelte';

const [get, set, has] = createContext<{ text: string }>();

/** What the page shows in words ("Showing …"), for the files that its figures hand out. The layout makes it. */
export const provideShown = set;

/** Its text is empty on a page that doesn't say what it shows. */
export function useShown(): { text: string } {
	return has() ? get() : { text: '' };
}
