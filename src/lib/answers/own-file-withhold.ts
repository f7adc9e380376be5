import type { Thresholds } from '#lib/contracts/catalogue.ts';
import { keyText, withheld, withheldKeys } from '#lib/disclosure/withhold.ts';
import type { FileTable } from '#lib/ingest/file-table.ts';
import type { FileFindings } from './ask-file.ts';
import { leastOfTable } from './own-withhold.ts';

/**
 * An answer about a file as it may leave the device: figures of too few are withheld, with as many others as it takes
 * that a total does not tell them. Nothing is known of the rows of a file that is only looked at: they are people.
 */
export function findingsForLeaving(
	{ answer, top, sql }: FileFindings,
	{ table }: Pick<FileTable, 'table'>,
	thresholds: Thresholds
): FileFindings {
	const least = leastOfTable(table.replace(/^own_/, ''), thresholds);
	const keys = withheldKeys(answer.estimates, least);
	const isOut = (key: readonly string[]): boolean => keys.has(keyText(key));
	const { unclassified, ...rest } = answer;
	const isFew = unclassified !== undefined && unclassified.n > 0 && unclassified.n < least.n;
	return {
		answer: {
			...rest,
			...(unclassified && !isFew && keys.size === 0 ? { unclassified } : {}),
			estimates: answer.estimates.map((one) => (isOut(one.key) ? withheld(one) : one))
		},
		top: top.filter((key) => !isOut(key)),
		sql
	};
}
