import type { Agreement } from '#lib/answers/agreement.ts';
import type { PageEngine } from '#lib/state/page-engine.svelte.ts';
import { engine as words } from '#lib/vocabulary/messages/engine.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';

/** Bytes for people: `5.5 MB`. */
export function megabytes(bytes: number): string {
	return words.megabytes((bytes / 1e6).toFixed(1));
}

/**
 * Where the figures of a page came from, or how far DuckDB has come.
 * @param absent the published tables do not hold the figure that this stands under
 */
export function engineSentence(page: PageEngine, absent = false): string {
	const { engine, bytes, check, checking, own } = page;
	if (own) return words.own;
	if (engine.status === 'starting') {
		return words.progress(megabytes(engine.received), megabytes(engine.total || bytes));
	}
	if (engine.status === 'failed' && engine.problem) {
		return absent ? words.failedAbsent : problems.sentence(engine.problem);
	}
	if (check) return agreementSentence(check);
	if (checking) return words.checking;
	return absent ? '' : words.published;
}

/** What is said aloud of it: bytes are seen only, a voice could not keep up. */
export function spokenSentence(page: PageEngine): string {
	const { status } = page.engine;
	if (status === 'off' || page.own) return '';
	return status === 'starting' ? words.starting : engineSentence(page);
}

function agreementSentence({ figures, differing, alone }: Agreement): string {
	if (figures === 0) return words.alone(formatCount(alone));
	const compared =
		differing === 0
			? words.agrees(formatCount(figures))
			: words.differs(formatCount(differing), formatCount(figures));
	return alone === 0 ? compared : `${compared} ${words.aloneBeside(formatCount(alone))}`;
}
