import type { ChartTable } from '#lib/charts/chart-table.ts';
import { indicators } from '#lib/indicators/declared.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { estimateTable, type EstimateLine } from '../../story/estimate-table.ts';
import { figureAt } from '../../story/story.ts';
import type { Subject } from './subject.ts';

/** Every declared indicator for the sector as a whole: a new declaration shows up here by itself. */
export async function everyIndicator(subject: Subject): Promise<ChartTable> {
	const lines: EstimateLine[] = [];
	for (const { id, label, measure, within } of Object.values(indicators)) {
		if (within) continue;
		const answer = await subject.ask(id);
		if (answer.problem) continue;
		lines.push({ id, labels: [label], estimate: figureAt(answer), measure });
	}
	return estimateTable(lines, {
		caption: words.everyCaption(subject.name, subject.wave),
		heads: [{ id: 'indicator', label: shared.measure }],
		value: words.value
	});
}
