import { createContext } from 'svelte';
import type { Agreement } from '#lib/answers/agreement.ts';
import type { Engine } from './engine.svelte.ts';

/** How the figures of a page see DuckDB: where they came from, and what can be asked for. */
export interface PageEngine {
	readonly engine: Engine;
	/** Bytes to fetch before it can compute this page. */
	readonly bytes: number;
	/** What DuckDB found when it worked the page out again. */
	readonly check: Agreement | undefined;
	/** Whether it is doing so now. */
	readonly checking: boolean;
	/** The page tells of a survey of this device: neither published tables nor DuckDB stand behind it. */
	readonly own?: boolean;
	/** What is on the page belongs to its address; until then it is what was built, or of the address before. */
	readonly stands?: boolean;
	compute(): void;
}

/** One DuckDB for the whole visit, made by the layout. */
export const [useEngine, provideEngine] = createContext<Engine>();

/** The page's own view of it. */
export const [usePageEngine, providePageEngine] = createContext<PageEngine>();
