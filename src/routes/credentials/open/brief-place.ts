import type { Brief } from '#lib/decisions/brief-record.ts';
import { parseQuestion } from '#lib/vocabulary/question.ts';
import { formatView } from '#lib/vocabulary/view.ts';
import { briefFilters } from './brief-view.ts';

/** Where a brief opens, and what the device keeps it under. */
export interface BriefPlace {
	/** Its id, followed by whom its figures keep. */
	readonly name: string;
	/** Of `/credentials/open`. */
	readonly query: string;
}

/** A brief from a file opens beside the figures that it was drafted with: those of the people whom it keeps. */
export function briefPlace({ id, evidence }: Brief): BriefPlace {
	const view = formatView({ filters: keptBy(evidence.figures[0]?.question ?? ''), choices: {} });
	const rest = view === '' ? '' : `&${view.slice(1)}`;
	return { name: id + view, query: `?id=${encodeURIComponent(id)}${rest}` };
}

/** Its page, below the base of the site: what cites a brief must lead to the same figures. */
export function briefAddress(brief: Brief): string {
	const { name, query } = briefPlace(brief);
	return name === brief.id
		? `/credentials/${encodeURIComponent(brief.id)}/`
		: `/credentials/open/${query}`;
}

/** The filters of a Question of the evidence; none where the text is no Question. */
function keptBy(question: string): Readonly<Record<string, readonly string[]>> {
	try {
		const { where } = parseQuestion(question);
		const own = briefFilters.flatMap((id) => (where[id] ? [[id, where[id]] as const] : []));
		return Object.fromEntries(own);
	} catch {
		// A file may hold any text there: it opens as the brief for everybody, which says what differs.
		return {};
	}
}
