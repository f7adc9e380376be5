import type { Brief, BriefFigure } from './brief-record.ts';
import { findingOf, type Finding } from './brief-rules.ts';

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
		...missing.map(({ label }) => findingOf('evidence', 'evidence-altered', { label }))
	];
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

function isEqual(one: BriefFigure, other: BriefFigure): boolean {
	const names = Object.keys(one) as (keyof BriefFigure)[];
	return names.every((name) => one[name] === other[name]);
}

/** The answer for one skill has the question of the others: only the label tells them apart. */
function isAbout(one: BriefFigure, other: BriefFigure): boolean {
	return one.question === other.question && one.label === other.label;
}
