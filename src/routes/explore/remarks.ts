import type { FileAnswer } from '#lib/answers/ask-file.ts';
import { explore } from '#lib/vocabulary/messages/explore.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

const words = explore.result;

/** What a chart of an answer about a file does not show: rows in no group, groups without a standard error. */
export function remarks({ question, estimates, unclassified }: FileAnswer): string[] {
	const { by, design } = question;
	const found: string[] = [];
	if (unclassified && unclassified.n > 0) {
		const { n, sumWeights } = unclassified;
		const rows = words.rowCount(formatCount(n), n === 1);
		const weight = design.weight === undefined ? undefined : formatCount(sumWeights);
		found.push(words.unclassified(rows, joinWords(by, words.or), weight));
	}
	const lonely = estimates.filter(({ reason }) => reason === 'lonely-stratum').length;
	if (lonely > 0) found.push(words.lonely(formatCount(lonely), lonely === 1));
	return found;
}
