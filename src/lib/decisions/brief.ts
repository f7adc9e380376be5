import { briefDraft as words } from '#lib/vocabulary/messages/brief-items.ts';
import { formatFigure } from '#lib/vocabulary/numbers.ts';
import {
	briefShape,
	briefVersion,
	exportFormats,
	type Brief,
	type BriefFigure,
	type BriefOutcome,
	type BriefRanks
} from './brief-record.ts';
import { forbiddenInTitle, isUsable } from './brief-rules.ts';
import { deliveries } from './delivery.ts';
import { tracksOf, type LevelRange } from './lqf.ts';
import { durationFor, type Schedule } from './schedule.ts';
import { creditsOf } from './volume.ts';

/** Assumptions that a draft starts from; a provider changes them in the brief. */
export const draftSettings = {
	/** Shares of the notional hours; assessment is rounded up to whole hours, self-study takes what is left. */
	hours: { contact: 0.25, practical: 0.35, workplace: 0.2, assessment: 0.05 },
	/** Hours a week of somebody who works. */
	weeklyHours: 8,
	/** Months after the course at which learners are asked again. */
	tracerMonths: [6, 18],
	reviewMonths: 24
} as const;

export interface CandidateSkill {
	readonly id: string;
	/** An action: verb first. */
	readonly label: string;
	readonly uri: string;
	readonly from: number;
	readonly to: number;
	readonly hours: number;
	/** What the level it leads to takes: with what help, in which cases; and what can be seen when it is met. */
	readonly condition: string;
	readonly standard: string;
	readonly assessment: string;
	readonly delivery: string;
	readonly needsPower: boolean;
}

/** What is known of a candidate: all that a draft is made from. */
export interface CandidateEvidence {
	readonly id: string;
	readonly edition: string;
	readonly sector: { readonly code: string; readonly label: string };
	readonly skills: readonly CandidateSkill[];
	/** Most people short first. */
	readonly occupations: readonly { readonly code: string; readonly label: string }[];
	readonly places: readonly string[];
	readonly coverage: string;
	/** Empty unless the data are synthetic. */
	readonly notice: string;
	readonly figures: readonly BriefFigure[];
	readonly ranks?: readonly BriefRanks[];
	/** Shares among the people short, where answers are enough to say. */
	readonly women?: BriefFigure;
	readonly rural?: BriefFigure;
	readonly level: LevelRange;
	/** Existing short courses in these skills. */
	readonly overlaps: readonly { readonly title: string; readonly provider: string }[];
	readonly demand?: { readonly risk: string; readonly text: string };
	/** What a place costs by the assumptions of the site. */
	readonly cost?: Brief['cost'];
	/** When it can be taught to those who are short; in blocks where that is not known. */
	readonly schedule?: Schedule;
	readonly capacity?: Brief['capacity'];
}

/** A design brief filled from the evidence, for a provider to edit. Where the evidence is silent it says so or is blank. */
export function draftBrief(candidate: CandidateEvidence): Brief {
	const { id, edition, sector, skills, figures, level, notice } = candidate;
	const volume = volumeFor(skills.reduce((sum, { hours }) => sum + hours, 0));
	const [track = 'part-qualification'] = tracksOf(level);
	const blank = briefShape.blank();
	const { schedule = 'block' } = candidate;
	// What can be taught apart may be, and then learners need data; nothing has to be.
	const partlyOnline = skills.some(({ delivery }) => delivery !== deliveries.hands);
	return {
		...{ version: briefVersion, id, edition, title: titleFor(candidate) },
		purpose: purposeFor(candidate),
		evidence: {
			figures: [...figures, ...[candidate.women, candidate.rural].filter(isSayable)],
			ranks: candidate.ranks ?? [],
			...{ sector, occupations: candidate.occupations, places: candidate.places },
			...{ coverage: candidate.coverage, remark: '', notice }
		},
		skills: skills.map(({ id, label, uri, from, to }) => ({ id, label, uri, from, to })),
		outcomes: skills.map(outcomeFor),
		volume,
		level: { ...{ proposed: level.low, ...level }, track, status: 'proposed' },
		duration: durationFor(volume, { schedule, weekly: draftSettings.weeklyHours }),
		mode: {
			mode: partlyOnline ? 'hybrid' : 'on-site',
			delivery: [...new Set(skills.map(({ delivery }) => delivery))].join(', '),
			power: words.power(skills.some(({ needsPower }) => needsPower)),
			...{ data: words.data(partlyOnline), terrain: words.terrain[schedule] }
		},
		entry: {
			...{ requirement: words.requirement, rpl: words.rpl, rcc: words.rcc },
			evidence: words.entryEvidence
		},
		assessment: { standard: words.assessmentStandard, delivery: words.assessmentDelivery },
		stacking: stackingFor(candidate, volume.credits),
		quality: { internal: words.internal, external: words.external },
		capacity: candidate.capacity ?? blank.capacity,
		cost: candidate.cost ?? { ...blank.cost, payer: words.payer },
		inclusion: inclusionFor(candidate),
		review: { months: draftSettings.reviewMonths, trigger: words.trigger },
		tracer: { months: draftSettings.tracerMonths, outcomes: words.tracer },
		risks: risksFor(candidate),
		...{ exports: exportFormats, authored: [] }
	};
}

/** Hours by what they are spent on, with their credits: shares of the settings in whole hours. */
export function volumeFor(hours: number): Brief['volume'] {
	const { contact, practical, workplace, assessment } = draftSettings.hours;
	const whole = (share: number) => Math.floor(hours * share + 1e-9);
	const parts = {
		...{ contact: whole(contact), practical: whole(practical), workplace: whole(workplace) },
		assessment: Math.min(hours, Math.ceil(hours * assessment - 1e-9))
	};
	const { contact: a, practical: b, workplace: c, assessment: d } = parts;
	// Hours of tenths leave rounding noise behind.
	const self = Math.max(0, Math.round((hours - a - b - c - d) * 1e6) / 1e6);
	return { ...parts, self, credits: creditsOf(hours) };
}

function titleFor({ skills, sector }: CandidateEvidence): string {
	const [first = '', ...others] = skills.map(({ label }) => label);
	const title = words.title(first, others);
	return forbiddenInTitle.test(title) ? words.plainTitle(sector.label) : title;
}

function purposeFor({ skills, sector, occupations, places }: CandidateEvidence): Brief['purpose'] {
	const named = occupations.slice(0, 3).map(({ label }) => label.toLowerCase());
	return {
		what: words.purpose(skills.length, sector.label),
		audience: words.audience(named.join(', '), places.join(', '))
	};
}

/** The label is verb and object; the level that it leads to says under which condition, and what shows that it is met. */
function outcomeFor({ id, label, ...skill }: CandidateSkill): BriefOutcome {
	const { condition, standard, assessment } = skill;
	const [verb = '', ...object] = label.split(' ');
	return {
		...{ skill: id, verb, object: object.join(' ') || label, condition },
		...{ standard, assessment: words.assessed(assessment) }
	};
}

function stackingFor(candidate: CandidateEvidence, credits: number): Brief['stacking'] {
	const { overlaps, sector } = candidate;
	const courses = overlaps.map(({ title, provider }) => `${title} (${provider})`).join('; ');
	return {
		...{ qualification: words.qualification(sector.label), type: 'none', credits },
		cat: words.cat(credits),
		overlap: courses === '' ? words.noOverlap : words.overlap(courses)
	};
}

function inclusionFor({ women, rural }: CandidateEvidence): Brief['inclusion'] {
	const [ofWomen, ofRural] = [shareOf(women), shareOf(rural)];
	return {
		women: ofWomen === undefined ? words.womenUnknown : words.women(ofWomen),
		rural: ofRural === undefined ? words.ruralUnknown : words.rural(ofRural),
		disability: words.disability
	};
}

/** The share with its interval, as it may be said in a sentence. */
function shareOf(figure: BriefFigure | undefined): string | undefined {
	if (!isSayable(figure)) return undefined;
	const { value, interval } = formatFigure(figure, figure.measure);
	return interval === '' ? value : `${value} (${interval})`;
}

function isSayable(figure: BriefFigure | undefined): figure is BriefFigure {
	return figure !== undefined && isUsable(figure);
}

function risksFor({ demand }: CandidateEvidence): Brief['risks'] {
	const substitution = { risk: words.substitution, response: words.substitutionResponse };
	if (!demand) return [substitution];
	const risk = words.demand(demand.risk, demand.text);
	return [{ risk, response: words.demandResponse }, substitution];
}
