import {
	briefItems,
	hourKinds,
	type Brief,
	type BriefFigure,
	type BriefItem
} from './brief-record.ts';
import { suits, typeLevels } from './lqf.ts';
import { creditsOf, leastWeeks, mostCredits } from './volume.ts';
import { limits } from './need.ts';

/**
 * refused: the brief may not be handed on; error: an item is missing or wrong; warning: look again; banner: stands on
 * top of the brief, however complete it is.
 */
export type Severity = 'refused' | 'error' | 'warning' | 'banner';

export interface Finding {
	readonly rule: BriefRule;
	readonly severity: Severity;
	readonly item: BriefItem;
	/** What the sentence about it needs: a word, a number, the position of a row from 1. */
	readonly details: Readonly<Record<string, string | number>>;
}

/** Rules and how much each weighs. */
const severities = {
	...{ 'title-missing': 'error', 'title-word': 'error', 'purpose-missing': 'error' },
	...{ 'evidence-missing': 'error', 'evidence-refused': 'refused', 'evidence-low-n': 'banner' },
	...{ 'evidence-altered': 'refused', 'evidence-foreign': 'refused' },
	...{ 'evidence-edition': 'banner', 'evidence-unchecked': 'banner' },
	...{ 'evidence-imprecise': 'banner', 'evidence-synthetic': 'banner', 'comparison-open': 'error' },
	...{ 'skills-missing': 'error', 'skill-levels': 'error', 'outcomes-missing': 'error' },
	...{ 'outcome-incomplete': 'error', 'outcome-unassessed': 'error', 'no-hours': 'error' },
	...{ 'credits-differ': 'error', 'larger-than-cap': 'warning', 'level-outside': 'error' },
	...{ 'level-track': 'error', 'level-type': 'error', 'too-long': 'error', 'too-short': 'error' },
	...{ 'mode-missing': 'error', 'entry-missing': 'error', 'assessment-missing': 'error' },
	...{ 'stacking-missing': 'warning', 'stacking-credits': 'error', 'quality-missing': 'error' },
	...{ 'capacity-missing': 'warning', 'cost-missing': 'warning', 'inclusion-missing': 'error' },
	...{ 'review-outside': 'error', 'review-missing': 'error', 'tracer-missing': 'error' },
	...{ 'risks-missing': 'error', 'exports-missing': 'error' }
} as const satisfies Readonly<Record<string, Severity>>;
export type BriefRule = keyof typeof severities;

export const briefRules = Object.keys(severities) as BriefRule[];

/** A short course may not call itself what takes years. */
export const forbiddenInTitle = /diploma|degree|bachelor|master|doctor/i;

/** Months after which a course is looked at again. */
export const reviewMonths = { least: 12, most: 36 } as const;

/** What an item breaks: a rule, and what is to be said about it. */
type Broken = readonly (readonly [rule: BriefRule, details?: Finding['details']])[];

/** A brief can be handed on: nothing is refused or in error. */
export function isReady(findings: readonly Finding[]): boolean {
	return findings.every(({ severity }) => severity === 'warning' || severity === 'banner');
}

/** All that stands in the way of handing the brief on, by item. Nothing that was entered is changed. */
export function validateBrief(brief: Brief): Finding[] {
	return briefItems.flatMap((item) =>
		checks[item](brief).map(([rule, details]) => findingOf(item, rule, details))
	);
}

/** A rule that an item breaks, with its weight. */
export function findingOf(
	item: BriefItem,
	rule: BriefRule,
	details: Finding['details'] = {}
): Finding {
	return { rule, severity: severities[rule], item, details };
}

function isBlank(text: string): boolean {
	return text.trim() === '';
}

/** The rule where any of the texts is blank. */
function filled(rule: BriefRule, ...texts: readonly string[]): Broken {
	return texts.some(isBlank) ? [[rule]] : [];
}

const checks: Readonly<Record<BriefItem, (brief: Brief) => Broken>> = {
	title({ title }) {
		const word = forbiddenInTitle.exec(title)?.[0];
		return word ? [['title-word', { word }]] : filled('title-missing', title);
	},
	purpose: ({ purpose }) => filled('purpose-missing', purpose.what, purpose.audience),
	evidence: checkEvidence,
	skills: ({ skills }) =>
		skills.length === 0
			? [['skills-missing']]
			: skills.flatMap(({ from, to, label }): Broken =>
					to > from ? [] : [['skill-levels', { label }]]
				),
	outcomes: ({ outcomes }) =>
		outcomes.length === 0
			? [['outcomes-missing']]
			: outcomes.flatMap(({ verb, object, standard, assessment }, i): Broken => {
					const row = { row: i + 1 };
					return [
						...([verb, object, standard].some(isBlank)
							? [['outcome-incomplete', row] as const]
							: []),
						...(isBlank(assessment) ? [['outcome-unassessed', row] as const] : [])
					];
				}),
	volume: checkHours,
	level: checkLevel,
	duration({ duration: { weeks } }) {
		if (!(weeks >= leastWeeks)) return [['too-short', { weeks, least: leastWeeks }]];
		return weeks > limits.weeks ? [['too-long', { weeks, most: limits.weeks }]] : [];
	},
	mode: ({ mode }) => filled('mode-missing', mode.delivery, mode.power, mode.data, mode.terrain),
	entry: ({ entry }) =>
		entry.evidence.length === 0
			? [['entry-missing']]
			: filled('entry-missing', entry.requirement, entry.rpl, entry.rcc),
	assessment: ({ assessment }) =>
		filled('assessment-missing', assessment.standard, assessment.delivery),
	stacking({ stacking: { qualification, cat, overlap, credits }, volume }) {
		const most = volume.credits;
		const beyond = credits !== null && !(credits >= 0 && credits <= most);
		const missing = filled('stacking-missing', qualification, cat, overlap);
		return beyond ? [...missing, ['stacking-credits', { credits, most }]] : missing;
	},
	quality: ({ quality }) => filled('quality-missing', quality.internal, quality.external),
	capacity: ({ capacity: { people, equipment, site } }) =>
		filled('capacity-missing', people, equipment, site),
	cost: ({ cost: { perLearner, payer } }) =>
		perLearner === null || perLearner < 0 ? [['cost-missing']] : filled('cost-missing', payer),
	inclusion: ({ inclusion: { women, rural, disability } }) =>
		filled('inclusion-missing', women, rural, disability),
	review({ review: { months, trigger } }) {
		const { least, most } = reviewMonths;
		const outside = !(months >= least && months <= most);
		const missing = filled('review-missing', trigger);
		return outside ? [['review-outside', { months, least, most }], ...missing] : missing;
	},
	tracer: ({ tracer: { months, outcomes } }) =>
		months.length === 0 || outcomes.length === 0 ? [['tracer-missing']] : [],
	risks: ({ risks }) =>
		risks.length === 0 || risks.some(({ risk }) => isBlank(risk)) ? [['risks-missing']] : [],
	exports: ({ exports }) => (exports.length === 0 ? [['exports-missing']] : [])
};

function checkEvidence({ evidence: { figures } }: Brief): Broken {
	if (figures.length === 0) return [['evidence-missing']];
	const synthetic: Broken = figures.some((one) => one.synthetic) ? [['evidence-synthetic']] : [];
	const each = figures.flatMap(({ label, quality, value, claim, low, high, n }): Broken => {
		if (!isUsable({ value, quality })) return [['evidence-refused', { label, quality }]];
		const open = claim === 'comparison' && !(low !== null && high !== null && low * high > 0);
		return [
			...(open ? [['comparison-open', { label }] as const] : []),
			...(quality === 'low-n' ? [['evidence-low-n', { label, n }] as const] : []),
			...(quality === 'imprecise' ? [['evidence-imprecise', { label }] as const] : [])
		];
	});
	return [...synthetic, ...each];
}

/** A brief may rest on the figure: it has a value, and enough answers stand behind it. */
export function isUsable({ value, quality }: Pick<BriefFigure, 'value' | 'quality'>): boolean {
	return value !== null && (quality === 'ok' || quality === 'imprecise' || quality === 'low-n');
}

function checkHours({ volume }: Brief): Broken {
	const hours = hourKinds.map((kind) => volume[kind]);
	const total = hours.reduce((sum, own) => sum + own, 0);
	if (!(total > 0) || hours.some((own) => own < 0)) return [['no-hours']];
	const credits = creditsOf(total);
	const differs = Math.abs(volume.credits - credits) > 1e-9 * credits;
	return [
		...(differs ? [['credits-differ', { credits: volume.credits, hours: total }] as const] : []),
		...(volume.credits > mostCredits
			? [['larger-than-cap', { credits: volume.credits, most: mostCredits }] as const]
			: [])
	];
}

function checkLevel({ level: { proposed, track }, stacking: { type } }: Brief): Broken {
	if (!suits(proposed, 'part-qualification')) return [['level-outside', { level: proposed }]];
	const inTrack = suits(proposed, track);
	const range = type === 'none' ? undefined : typeLevels[type];
	const inType = !range || (proposed >= range.low && proposed <= range.high);
	return [
		...(inTrack ? [] : [['level-track', { level: proposed, track }] as const]),
		...(inType ? [] : [['level-type', { level: proposed, type }] as const])
	];
}
