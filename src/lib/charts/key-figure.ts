import type { Figure, Measure } from '#lib/vocabulary/numbers.ts';

/** One of the few numbers that open a page: an estimate with its interval, or a plain text. */
export type KeyFigure =
	| { readonly label: string; readonly figure: Figure; readonly measure: Measure }
	| { readonly label: string; readonly text: string; readonly note?: string };
