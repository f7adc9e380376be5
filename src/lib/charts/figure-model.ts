import type { CurvesPlot } from './chart-curve.ts';
import type { ChartPanel, ChartRow, RowsKind } from './chart-row.ts';
import type { ChartTable } from './chart-table.ts';
import type { Computed } from './figure-parts.ts';
import type { KeyItem } from './key-item.ts';
import type { ChartScale } from './scale.ts';
import type { Measure } from '#lib/vocabulary/numbers.ts';

/** One figure of a page as plain data: what its component draws, prints and offers to take away. */
export interface FigureModel {
	readonly id: string;
	/** It rests on a file of this device, so that no address can show it to others. */
	readonly local?: boolean;
	/** An address can all the same show it to whoever has the same file. */
	readonly linked?: boolean;
	readonly finding: string;
	readonly what: string;
	readonly keyItems: readonly KeyItem[];
	readonly source: string;
	readonly measure: Measure;
	readonly scale: ChartScale;
	readonly plot:
		| {
				readonly kind: RowsKind;
				readonly rows: readonly ChartRow[];
				/** What the list is and how it is sorted. */
				readonly label: string;
				readonly readHead?: string;
				readonly tight?: boolean;
		  }
		| { readonly kind: 'multiples'; readonly panels: readonly ChartPanel[] }
		| CurvesPlot;
	readonly table: ChartTable;
	/** Address of what the CSV file holds of the table, where the page was built without it. */
	readonly fileTable?: string;
	readonly computed: Computed;
	/** Why there is nothing to draw, as a sentence in the place of the plot. */
	readonly absence?: Absence;
}

export interface Absence {
	/** Stands in place of the finding. */
	readonly title: string;
	readonly sentence: string;
	/** DuckDB on this device can answer it. */
	readonly engineHelps: boolean;
}
