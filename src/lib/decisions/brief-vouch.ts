import { briefItems as words } from '#lib/vocabulary/messages/brief-items.ts';
import { findingOf, type Finding } from './brief-finding.ts';
import type { Brief, BriefFigure, BriefRanks } from './brief-record.ts';

type Ranks = readonly BriefRanks[];

/** What this site says of a course: what a brief from elsewhere is held beside. */
export interface Voucher {
	/** Of the data on this site. */
	readonly edition: string;
	/** The brief that this edition drafts; absent where it has no such course. */
	readonly draft?: Brief;
	/** That the data are synthetic; empty where they are not. */
	readonly notice: string;
}

/**
 * Whether the figures of a brief are those of this edition. A file may say anything: what stands under the name of
 * the survey must be what the survey says, or the brief says on its face that nobody here can tell.
 */
export function vouch({ edition, evidence }: Brief, { edition: own, draft }: Voucher): Finding[] {
	if (evidence.figures.length === 0) return [];
	if (!draft) return [findingOf('evidence', 'evidence-unchecked')];
	if (edition !== own) return [findingOf('evidence', 'evidence-edition', { edition })];
	const drafted = draft.evidence.figures;
	const missing = drafted.filter((one) => !evidence.figures.some((other) => isAbout(one, other)));
	return [
		...evidence.figures.flatMap((figure) => {
			const { label } = figure;
			const same = drafted.find((one) => isAbout(one, figure));
			if (!same) return [findingOf('evidence', 'evidence-foreign', { label })];
			return isEqual(same, figure) ? [] : [findingOf('evidence', 'evidence-altered', { label })];
		}),
		...ranksAltered(evidence.ranks, draft.evidence.ranks),
		// A brief of an older version has fewer; none of what it says is wrong.
		...(missing.length > 0 ? [leftOut(missing)] : [])
	];
}

function leftOut(figures: readonly BriefFigure[]): Finding {
	const label = figures.map((one) => `“${one.label}”`).join(', ');
	return findingOf('evidence', 'evidence-left-out', { label });
}

/** A brief of an older version has none; those it has must be those of this edition. */
function ranksAltered(own: Ranks, drafted: Ranks): Finding[] {
	const same = own.every((one, i) => isEqual(one, drafted[i]));
	if (own.length === 0 || (same && own.length === drafted.length)) return [];
	return [findingOf('evidence', 'evidence-altered', { label: words.ranks })];
}

/**
 * The brief with the notice that its data are synthetic, which no file takes off: that of this site for figures of
 * its edition, and for others that say nothing.
 */
export function withNotice(brief: Brief, { edition, notice }: Voucher): Brief {
	const { evidence } = brief;
	const due = brief.edition === edition ? notice : evidence.notice || notice;
	return due === evidence.notice ? brief : { ...brief, evidence: { ...evidence, notice: due } };
}

function isEqual<Line extends BriefFigure | BriefRanks>(one: Line, other?: Line): boolean {
	const names = Object.keys(one) as (keyof Line)[];
	return names.every((name) => one[name] === other?.[name]);
}

/** The answer for one skill has the question of the others: only the label tells them apart. */
function isAbout(one: BriefFigure, other: BriefFigure): boolean {
	return one.question === other.question && one.label === other.label;
}
