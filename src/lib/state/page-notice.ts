import { createContext } from 'svelte';

/** What kind of data the page tells of, in place of the site's own notice; empty when it is the site's. */
export const [useNotice, provideNotice] = createContext<{ text: string }>();
