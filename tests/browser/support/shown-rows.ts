import { render } from 'vitest-browser-svelte';
import type { ChartRow, RowsKind } from '#lib/charts/chart-row.ts';
import '#lib/charts/rows.css';
import '#lib/charts/paired.css';
import Rows from '#lib/charts/Rows.svelte';
import { shareScale } from '#lib/charts/scale.ts';
import type { Quality } from '#lib/vocabulary/estimate.ts';
import type { Figure } from '#lib/vocabulary/numbers.ts';

/** A share of 40% from twelve answers, or none where its quality says it may not be shown. */
export function figureOf(quality: Quality = 'ok'): Figure {
	return quality === 'suppressed' || quality === 'not-applicable'
		? { value: null, low: null, high: null, n: 0, quality }
		: { value: 0.4, low: 0.3, high: 0.5, n: 12, quality };
}

export function rowOf(id: string, shown: Figure = figureOf()): ChartRow {
	return {
		id,
		name: `Skill ${id}`,
		href: `#${id}`,
		n: 184,
		marks: [{ role: 'women', figure: shown }],
		sentence: `Skill ${id}: 40%`
	};
}

/** Renders a chart of rows, with its rows as they stand now. */
export async function showRows(rows: readonly ChartRow[], kind: RowsKind = 'capsule') {
	const props = {
		kind,
		rows,
		scale: shareScale,
		measure: 'share' as const,
		label: 'Share by skill'
	};
	const screen = await render(Rows, props);
	const items = () => [...screen.container.querySelectorAll<HTMLElement>('[data-row]')];
	return { ...screen, items, props };
}
