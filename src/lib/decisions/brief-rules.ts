import { findingOf, type BriefRule, type Broken, type Finding } from './brief-finding.ts';
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

/** A short course may not call itself what takes years. */
export const forbiddenInTitle = /diploma|degree|bachelor|master|doctor/i;

/** Months after which a course is looked at again. */
export const reviewMonths = { least: 12, most: 36 } as const;

/** Ends of the scale of proficiency. */
const proficiency = { low: 1, high: 5 } as const;

/** Months after the course in which a learner can still be found. */
const tracerMonths = { most: 60 } as const;

/** Hours that no short course reaches: 1,000 credits. */
const mostHours = 10_000;

/** Hours a week beyond which nobody learns. */
const fullTimeHours = 40;

/** All that stands in the way of handing the brief on, by item. Nothing that was entered is changed. */
export function validateBrief(brief: Brief): Finding[] {
	return briefItems.flatMap((item) =>
		checks[item](brief).map(([rule, details]) => findingOf(item, rule, details))
	);
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
	skills: ({ skills }) => (skills.length === 0 ? [['skills-missing']] : skills.flatMap(checkSkill)),
	outcomes: ({ outcomes }) =>
		outcomes.length === 0
			? [['outcomes-missing']]
			: outcomes.flatMap(({ verb, object, condition, standard, assessment }, i): Broken => {
					const row = { row: i + 1 };
					return [
						...([verb, object, standard].some(isBlank)
							? [['outcome-incomplete', row] as const]
							: []),
						...(isBlank(condition) ? [['outcome-unconditioned', row] as const] : []),
						...(isBlank(assessment) ? [['outcome-unassessed', row] as const] : [])
					];
				}),
	volume: checkHours,
	level: checkLevel,
	duration({ duration: { weeks }, volume }) {
		if (!(weeks >= leastWeeks)) return [['too-short', { weeks, least: leastWeeks }]];
		if (weeks > limits.weeks) return [['too-long', { weeks, most: limits.weeks }]];
		const total = totalOf(volume);
		const hours = Math.round(total / weeks);
		return total <= mostHours && hours > fullTimeHours ? [['hours-a-week', { hours, weeks }]] : [];
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
	capacity: ({ capacity: { provider, status, people, equipment, site } }) =>
		filled('capacity-missing', provider, status, people, equipment, site),
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
		months.length === 0 || outcomes.length === 0
			? [['tracer-missing']]
			: months.every((after) => after > 0 && after <= tracerMonths.most)
				? []
				: [['tracer-months', tracerMonths]],
	risks: ({ risks }) =>
		risks.length === 0 || risks.some(({ risk }) => isBlank(risk)) ? [['risks-missing']] : [],
	exports: ({ exports }) => (exports.length === 0 ? [['exports-missing']] : [])
};

function checkEvidence({ evidence: { figures } }: Brief): Broken {
	if (figures.length === 0) return [['evidence-missing']];
	const synthetic: Broken = figures.some((one) => one.synthetic) ? [['evidence-synthetic']] : [];
	const each = figures.flatMap(
		({ label, quality, value, claim, low, high, n, measure }): Broken => {
			if (!isUsable({ value, quality })) return [['evidence-refused', { label, quality }]];
			const open = claim === 'comparison' && !(low !== null && high !== null && low * high > 0);
			return [
				...(open ? [['comparison-open', { label }] as const] : []),
				// The n of a difference is that of both groups; its grade that of the smaller.
				...(quality === 'low-n'
					? [['evidence-low-n', { label, ...(measure === 'points' ? {} : { n }) }] as const]
					: []),
				...(quality === 'imprecise' ? [['evidence-imprecise', { label }] as const] : [])
			];
		}
	);
	return [...synthetic, ...each];
}

/** A brief may rest on the figure: it has a value, and enough answers stand behind it. */
export function isUsable({ value, quality }: Pick<BriefFigure, 'value' | 'quality'>): boolean {
	return value !== null && (quality === 'ok' || quality === 'imprecise' || quality === 'low-n');
}

function checkHours({ volume }: Brief): Broken {
	const total = totalOf(volume);
	const most = mostHours;
	if (!(total > 0 && total <= most) || hourKinds.some((kind) => volume[kind] < 0)) {
		return [['no-hours', { most }]];
	}
	const credits = creditsOf(total);
	const differs = Math.abs(volume.credits - credits) > 1e-9 * credits;
	return [
		...(volume.assessment > 0 ? [] : [['assessment-hours'] as const]),
		...(differs ? [['credits-differ', { credits: volume.credits, hours: total }] as const] : []),
		...(volume.credits > mostCredits
			? [['larger-than-cap', { credits: volume.credits, most: mostCredits }] as const]
			: [])
	];
}

function totalOf(volume: Brief['volume']): number {
	return hourKinds.reduce((sum, kind) => sum + volume[kind], 0);
}

function checkSkill({ label, from, to }: Brief['skills'][number], i: number): Broken {
	const { low, high } = proficiency;
	const onScale = [from, to].every((at) => Number.isInteger(at) && at >= low && at <= high);
	return [
		...(isBlank(label) ? [['skill-unnamed', { row: i + 1 }] as const] : []),
		...(to > from ? [] : [['skill-levels', { label, row: i + 1 }] as const]),
		...(onScale ? [] : [['skill-scale', { label, row: i + 1, least: low, most: high }] as const])
	];
}

function checkLevel({ level: { proposed, low, high, track }, stacking: { type } }: Brief): Broken {
	if (!suits(proposed, 'part-qualification')) return [['level-outside', { level: proposed }]];
	const inTrack = suits(proposed, track);
	const range = type === 'none' ? undefined : typeLevels[type];
	const inType = !range || (proposed >= range.low && proposed <= range.high);
	const beyond = proposed < low || proposed > high;
	return [
		...(beyond ? [['level-beyond', { level: proposed, least: low, most: high }] as const] : []),
		...(inTrack ? [] : [['level-track', { level: proposed, track }] as const]),
		...(inType ? [] : [['level-type', { level: proposed, type }] as const])
	];
}
