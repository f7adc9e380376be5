import type { ChartTable } from '#lib/charts/chart-table.ts';
import { briefPageItems } from '#lib/vocabulary/messages/brief-page-items.ts';
import type { EvidenceRow } from './evidence-rows.ts';

const columns = ['figure', 'indicator', 'measure', 'value', 'low', 'high', 'n', 'source', 'link'];

/**
 * The evidence table as a file: a line a figure, its numbers whole, and what works it out again.
 * @param base of the site, without a slash at its end
 */
export function evidenceFile(rows: readonly EvidenceRow[], base: string): ChartTable {
	return {
		caption: briefPageItems.evidence.caption,
		columns: [...columns, 'again'].map((id) => ({ id, label: id })),
		rows: rows.map(({ label, figure, numbers, source, link, again, quality }) => {
			const { value, low, high, n, measure } = numbers;
			return {
				...{ id: label, quality },
				cells: [
					...[label, figure?.indicator ?? 'rank', measure],
					...[value, low, high, n],
					...[source, base + link, figure?.question ?? again.note]
				]
			};
		})
	};
}
