import { csvText } from '#lib/exports/csv-text.ts';

const columns = [
	'source',
	'wave',
	'table',
	'stratum',
	'clusters_population',
	'clusters_answered',
	'population',
	'sampled',
	'answered',
	'ineligible',
	'margin_women'
] as const;

/** A stratum of one survey table: what there was to draw from and what came of it. */
export interface FrameRow {
	readonly source: string;
	readonly wave: string;
	readonly table: string;
	readonly stratum: string;
	readonly clusters_population: number;
	readonly clusters_answered: number;
	readonly population: number;
	readonly sampled: number;
	readonly answered: number;
	readonly ineligible: number;
	/** Known only where the frame tells women and men apart. */
	readonly margin_women?: number;
}

export function frameText(rows: readonly FrameRow[]): string {
	return csvText(
		[...columns, 'synthetic'],
		rows.map((row) => [...columns.map((column) => row[column] ?? null), 'true'])
	);
}
