import type { FileQuestion } from '#lib/answers/file-question.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import { explore } from '#lib/vocabulary/messages/explore.ts';
import type { Measure } from '#lib/vocabulary/numbers.ts';

const words = explore.result;

export function measureOf({ indicator }: FileQuestion): Measure {
	const measures = { count: 'count', mean: 'index', total: 'count', proportion: 'share' } as const;
	return measures[indicator.kind];
}

export function labelOf({ indicator }: FileQuestion, file: FileTable): string {
	if (indicator.kind === 'count') return words.count;
	if (indicator.kind === 'mean') return words.mean(indicator.of);
	if (indicator.kind === 'total') return words.total(indicator.of);
	return words.share(indicator.of, codeName(file, indicator.of, indicator.equals));
}

/** A code with its name, where that is known: `F (women)`. */
export function codeName({ labels }: FileTable, column: string, code: string): string {
	const label = labels?.[column]?.[code];
	return label === undefined || label === code ? code : words.coded(code, label);
}
