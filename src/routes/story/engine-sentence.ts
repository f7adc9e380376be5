import type { PageEngine } from '#lib/state/page-engine.svelte.ts';
import { engine as words } from '#lib/vocabulary/messages/engine.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';

/** Bytes for people: `5.5 MB`. */
export function megabytes(bytes: number): string {
	return words.megabytes((bytes / 1e6).toFixed(1));
}

/** Where the figures of a page came from, or how far DuckDB has come. */
export function engineSentence({ engine, bytes, check }: PageEngine): string {
	if (engine.status === 'starting') {
		return words.progress(megabytes(engine.received), megabytes(engine.total || bytes));
	}
	if (engine.status === 'failed' && engine.problem) return problems.sentence(engine.problem);
	if (check) {
		const figures = formatCount(check.figures);
		return check.differing === 0
			? words.agrees(figures)
			: words.differs(formatCount(check.differing), figures);
	}
	return engine.status === 'ready' ? words.computed : words.published;
}
