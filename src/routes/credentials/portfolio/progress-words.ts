import { portfolio as words } from '#lib/vocabulary/messages/portfolio.ts';
import { formatCount, formatValue } from '#lib/vocabulary/numbers.ts';
import { megabytes } from '../../story/engine-sentence.ts';
import type { Planner } from './planner.svelte.ts';

type Seen = Pick<Planner, 'stage' | 'bytes' | 'progress' | 'ended'>;

/** How far the search is, or how it ended. */
export function progressSentence({ stage, bytes, progress, ended }: Seen): string {
	if (stage === 'idle') return ended ? words[ended] : '';
	if (stage === 'downloading' && bytes) {
		return words.downloaded(megabytes(bytes.received), megabytes(bytes.total));
	}
	if (stage !== 'solving' || !progress) return `${words.stages[stage]}`;
	const { seconds, best, bound } = progress;
	const time = seconds.toFixed(1);
	if (best === null) return words.nothingYet(time);
	const gap = bound === null || best <= 0 ? null : Math.max(0, (bound - best) / best);
	return words.found(
		time,
		formatCount(Math.round(best)),
		gap === null
			? words.gapUnknown
			: words.gapAtMost(formatValue(Math.ceil(gap * 1000) / 1000, 'share'))
	);
}

/** The same for ears: a voice could not keep up with numbers. At the end it says what was found. */
export function spokenProgress({
	stage,
	ended,
	told
}: Pick<Planner, 'stage' | 'ended' | 'told'>): string {
	if (stage !== 'idle') return words.stages[stage];
	if (ended) return words[ended];
	return told ? (told.figure.absence?.title ?? told.figure.finding) : '';
}
