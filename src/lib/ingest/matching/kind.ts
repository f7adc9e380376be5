import { matchingWords as words } from '#lib/vocabulary/messages/import-matching.ts';
import type { Named } from './candidates.ts';
import { round } from './settle.ts';
import { own, type Tools } from './tools.ts';
import type { Kind, KindGuess, RowUnit } from './types.ts';

const kinds = [
	'tracer',
	'audit',
	'enrolment',
	'labour-force',
	'other'
] as const satisfies readonly Kind[];

export interface KindEvidence {
	readonly columns: readonly Named[];
	/** By kind, the contract columns found, with their confidence. */
	readonly found: Readonly<Record<Exclude<Kind, 'other'>, ReadonlyMap<string, number>>>;
	/** Name of the file, title rows. */
	readonly titles: readonly string[];
	/** How many columns hold a measure of a skill. */
	readonly wide: number;
	/** 0 to 1: rows are groups of people with a number each. */
	readonly aggregate: number;
}

/** What a file is about, from its contract columns, its words and its shape. */
export function guessKind(evidence: KindEvidence, tools: Tools, given?: Kind): KindGuess {
	const scores = kinds.map((kind) => ({ kind, ...scoreOf(kind, evidence, tools) }));
	const rank = (entry: { kind: Kind; score: number }) =>
		entry.kind === given ? Infinity : entry.score;
	const top = Math.max(...scores.map(({ score }) => score));
	const total = scores.reduce((sum, { score }) => sum + Math.exp((score - top) / 1.1), 0);
	const ranked = scores
		.map((entry) => ({ ...entry, confidence: Math.exp((entry.score - top) / 1.1) / total }))
		.map((entry) => ({ ...entry, confidence: round(Math.min(0.99, entry.confidence)) }))
		.sort((one, other) => rank(other) - rank(one));
	const [best, ...others] = ranked;
	if (!best) return { guess: 'other', confidence: 0, unit: 'row', reason: '', others: [] };
	return {
		guess: best.kind,
		confidence: best.kind === given ? 1 : best.confidence,
		unit: unitOf(best.kind, evidence),
		reason: best.because.length > 0 ? best.because.slice(0, 6).join(', ') : words.nothingKnown,
		others: others.map(({ kind, confidence }) => ({ kind, confidence }))
	};
}

interface Score {
	readonly score: number;
	readonly because: readonly string[];
}

function scoreOf(kind: Kind, evidence: KindEvidence, tools: Tools): Score {
	const cues = tools.contracts.words.kinds;
	const reasons: [string, number][] = [];
	const said = evidence.columns.map(({ naming }) => naming.all);
	const titles = evidence.titles.map((title) => tools.namer.meaning(title));
	for (const [cue, weight] of Object.entries(own(cues.cues, kind) ?? {})) {
		const phrase = tools.namer.phrase(cue);
		const heard = (texts: readonly (readonly string[])[]) =>
			texts.some((text) => phrase.every((word) => text.includes(word)));
		if (heard(titles))
			reasons.push([cue, weight * 1.2 * (1 - evidence.aggregate * tablesSay(kind))]);
		else if (heard(said)) reasons.push([cue, weight * 0.6]);
	}
	if (kind !== 'other') {
		const weights = own(cues.columns, kind) ?? {};
		for (const [contract, confidence] of evidence.found[kind]) {
			const weight = own(weights, contract) ?? 0;
			if (confidence >= 0.5 && weight > 0) reasons.push([contract, weight * confidence]);
		}
		const sure = (contract: string) => (evidence.found[kind].get(contract) ?? 0) >= 0.6;
		for (const set of own(cues.together, kind) ?? []) {
			if (set.columns.every(sure)) reasons.push([set.columns.join(' + '), set.weight]);
		}
	}
	const shape = shapeScore(kind, evidence) + (tools.madeFor(kind) ? 8 : 0);
	reasons.sort(([, one], [, other]) => other - one);
	return {
		score: reasons.reduce((sum, [, weight]) => sum + weight, shape),
		because: reasons.map(([reason]) => reason)
	};
}

/** How much less a title says of the kind of file where rows are groups: reports are about surveys too. */
function tablesSay(kind: Kind): number {
	return kind === 'enrolment' || kind === 'other' ? 0 : 0.8;
}

/** What the shape of the table adds: skills side by side, people told one by one or counted. */
function shapeScore(kind: Kind, evidence: KindEvidence): number {
	const { wide, aggregate, found } = evidence;
	if (kind === 'other') return 2.5 + 5 * aggregate + (isMostlyUnknown(evidence) ? 1.5 : 0);
	if (kind === 'audit') return (wide >= 3 ? 4.5 : 0) - 3 * aggregate;
	if (kind === 'enrolment') {
		const counts = ['enrolled', 'entrants', 'graduates'];
		const counted = counts.some((contract) => (found.enrolment.get(contract) ?? 0) >= 0.65);
		return counted ? 3 * aggregate : 0;
	}
	return -4 * aggregate;
}

/** Of a wide file, hardly a column is one of any survey that is known. */
function isMostlyUnknown({ columns, found, wide }: KindEvidence): boolean {
	const known = Object.values(found).map(
		(contracts) => [...contracts.values()].filter((confidence) => confidence >= 0.7).length
	);
	return columns.length >= 15 && wide < 3 && Math.max(...known) <= columns.length / 10;
}

function unitOf(kind: Kind, { found, wide, aggregate }: KindEvidence): RowUnit {
	if (kind === 'other') return aggregate > 0.5 ? 'aggregate' : 'row';
	const has = (contract: string) => (found[kind].get(contract) ?? 0) >= 0.5;
	switch (kind) {
		case 'tracer':
			return 'graduate';
		case 'labour-force':
			return 'person';
		case 'enrolment':
			return has('enrolled') ||
				has('entrants') ||
				has('graduates') ||
				aggregate > 0.5 ||
				!isTold(found)
				? 'head-count'
				: 'student';
		case 'audit':
			return auditUnit(has, wide);
	}
}

/** Whether people are told one by one: by a code of their own, their sex or age. */
function isTold({ enrolment, tracer }: KindEvidence['found']): boolean {
	const sure = (confidence = 0) => confidence >= 0.5;
	return sure(enrolment.get('sex')) || sure(tracer.get('respondent'));
}

function auditUnit(has: (contract: string) => boolean, wide: number): RowUnit {
	const person = ['worker', 'sex', 'age', 'rater'].some(has);
	if (has('skill') && (has('proficiency_required') || has('proficiency_attained')))
		return 'worker-skill';
	const employer = [
		'staff',
		'size_band',
		'vacancies',
		'hard_to_fill',
		'skill_shortage',
		'staff_not_proficient'
	].filter(has).length;
	if (wide >= 3 && (person || employer < 2)) return 'worker';
	return employer > 0 || !(person || has('occupation')) ? 'establishment' : 'worker';
}
