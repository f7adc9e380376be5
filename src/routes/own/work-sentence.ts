import type { Work } from '#lib/state/import/bench.ts';
import { data } from '#lib/vocabulary/messages/data.ts';
import { openSurvey as words } from '#lib/vocabulary/messages/open-survey.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';

/** What an import is busy with, and how far it is; empty when nothing is done. */
export function workSentence(work: Work | undefined): string {
	if (!work) return '';
	const [done, size] = [data.size(work.bytes), data.size(work.ofBytes)];
	if (work.doing === 'engine') return words.working.engine(done, size);
	if (work.doing === 'read') return words.working.read(formatCount(work.rows), done, size);
	return words.working[work.doing];
}
