import { isSayable } from '#lib/answers/standing.ts';
import type { ChartRow } from '#lib/charts/chart-row.ts';
import type { ChartTable } from '#lib/charts/chart-table.ts';
import { indicators } from '#lib/indicators/declared.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { graduatesCourses as words } from '#lib/vocabulary/messages/graduates-courses.ts';
import { describe } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { estimateTable, type EstimateLine } from '../../story/estimate-table.ts';
import { drawn, figureAt } from '../../story/story.ts';
import { isSaid } from '../graduates-subject.ts';

/** The last wave and the one before it. */
export interface Waves {
	readonly to: string;
	readonly from: string;
}

/** One measure in both waves, and what lies between them. */
export interface Change {
	readonly indicator: string;
	readonly both: Answer;
	readonly apart: Answer;
}

/** Each change with both waves under it, then pay, which has no change. */
export function changeTable(waves: Waves, changes: readonly Change[], pay: Answer): ChartTable {
	const lines = [
		...changes.flatMap((one) => changeLines(waves, one)),
		...linesOf(waves, 'pay', pay)
	];
	return estimateTable(lines, {
		caption: words.waveCaption(waves.to, waves.from),
		heads: [
			{ id: 'measure', label: words.measure },
			{ id: 'wave', label: words.waveHead }
		],
		value: words.value
	});
}

/** What an indicator is called. */
export function nameOf(indicator: string): string {
	return indicators[indicator]?.label ?? indicator;
}

export function changeRow({ from }: Waves, { indicator, both, apart }: Change): ChartRow {
	const change = figureAt(apart);
	const name = nameOf(indicator);
	const before = figureAt(both, from);
	const known = isSayable(change) && isSaid(before);
	return {
		...{ id: indicator, name },
		...(known ? { under: [words.waveShare(from, formatSaid(before, 'share'))] } : {}),
		marks: [{ role: 'comparison', figure: drawn(change) }],
		sentence: describe(name, [{ figure: change, measure: 'points' }])
	};
}

function changeLines(waves: Waves, { indicator, both, apart }: Change): EstimateLine[] {
	const labels = [nameOf(indicator), words.waveMinus(waves.to, waves.from)];
	const change = { id: `${indicator} change`, labels, estimate: figureAt(apart) };
	return [{ ...change, measure: 'points' }, ...linesOf(waves, indicator, both)];
}

function linesOf({ to, from }: Waves, indicator: string, both: Answer): EstimateLine[] {
	return [to, from].map((wave) => ({
		...{ id: `${indicator} ${wave}`, labels: [nameOf(indicator), wave] },
		estimate: figureAt(both, wave),
		measure: indicators[indicator]?.measure ?? 'share'
	}));
}
