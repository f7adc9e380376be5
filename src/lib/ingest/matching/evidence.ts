import type { ValueMap } from './map-values.ts';
import type { NumberFacts } from './numbers.ts';
import type { ScaleMap } from './scales.ts';
import type { ColumnMatch } from './types.ts';

/** What the cells say about a match: log odds added to those of the name. */
export interface Content {
	readonly odds: number;
	/** The cells rule the match out, whatever the name. */
	readonly veto?: boolean;
	readonly reason: string;
	readonly as?: NonNullable<ColumnMatch['as']>;
	readonly map?: ValueMap | ScaleMap;
	readonly facts?: NumberFacts;
	readonly datePattern?: string;
}
