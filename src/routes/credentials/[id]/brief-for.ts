import { labelOf, type Catalogue } from '#lib/contracts/catalogue.ts';
import type { Planning } from '#lib/contracts/planning.ts';
import type { Asker, Where } from '#lib/decisions/asker.ts';
import type { Brief } from '#lib/decisions/brief-record.ts';
import { draftBrief, type CandidateEvidence } from '#lib/decisions/brief.ts';
import type { Candidate } from '#lib/decisions/candidates.ts';
import { gatherEvidence, type Evidence } from '#lib/decisions/evidence.ts';
import { levelLimits } from '#lib/decisions/lqf.ts';
import { briefPageDraft as words } from '#lib/vocabulary/messages/brief-page-draft.ts';
import { inSentence } from '#lib/vocabulary/words.ts';
import type { PublishedFigure } from '../../data/published/published-figure.ts';
import { whom } from '../../story/labels.ts';
import type { Placed } from '../sector-order.ts';
import { costOf } from './brief-cost.ts';
import { briefFigures } from './brief-figures.ts';
import { shortByPlace } from './brief-places.ts';
import { ranksOf } from './brief-ranks.ts';
import { scheduleOf } from './brief-schedule.ts';
import { withFacts } from './delivery-facts.ts';
import { overlapsOf, towards } from './brief-stacking.ts';
import { coverageOf, surveyOf } from './brief-survey.ts';

/** What a brief takes from data/ beside the surveys. */
type BriefPlanning = Pick<Planning, 'providers' | 'courses' | 'costs' | 'reach'>;

interface DraftPlace {
	readonly asker: Asker;
	/** Whom the View keeps; empty for everybody. */
	readonly where: Where;
	/** The candidates of its sector in order, under the same View. */
	readonly order: readonly Placed[];
	readonly planning: BriefPlanning;
	/** What is published of power and connection, for the check of delivery. */
	readonly published: readonly PublishedFigure[];
}

interface DraftedBrief {
	readonly brief: Brief;
	readonly evidence: Evidence;
}

/** The brief of a candidate, drafted from the evidence of those whom the View keeps. */
export async function briefFor(candidate: Candidate, place: DraftPlace): Promise<DraftedBrief> {
	const { asker, where, order, planning, published } = place;
	const evidence = await gatherEvidence(candidate, where, asker);
	const { left, ...figures } = await briefFigures(candidate, evidence, { asker, where });
	const ranks = ranksOf(candidate, order, { catalogue: asker.catalogue, where });
	// Of the course, whoever is kept.
	const wave: Where = where.wave ? { wave: where.wave } : {};
	const { counted } = await shortByPlace(candidate, { asker, where: wave });
	const groups = counted.map(({ people }) => people.key.join());
	const schedule = scheduleOf(candidate, groups, planning);
	const known = { ...knownOf(candidate, place), ...figures, ranks, schedule };
	const draft = draftBrief(known);
	const named = known.occupations.map(({ label }) => inSentence(label));
	return {
		evidence,
		brief: {
			...draft,
			evidence: evidenceOf(draft, known.coverage, left),
			inclusion: inclusionOf(draft, asker.catalogue, where),
			purpose: {
				...draft.purpose,
				// The occupations stand in no order: it has not been tested.
				audience: words.audience(named.join('; '))
			},
			stacking: {
				...draft.stacking,
				qualification: towards(known.level, draft.volume.credits, asker.catalogue)
			},
			mode: withFacts(draft.mode, published),
			cost: { ...draft.cost, ...costOf(draft.volume, planning.costs) }
		}
	};
}

/**
 * A brief with the evidence of those whom the View keeps: figures, and what is said of women and rural people.
 * The rest of it speaks of the course, whoever is kept.
 * @param coverage whom the figures cover, without what is left out of them
 */
export async function briefUnder(
	{ brief, coverage }: { readonly brief: Brief; readonly coverage: string },
	candidate: Candidate,
	{ asker, where, order }: Omit<DraftPlace, 'planning' | 'published'>
): Promise<DraftedBrief> {
	const evidence = await gatherEvidence(candidate, where, asker);
	const { left, ...figures } = await briefFigures(candidate, evidence, { asker, where });
	const { id, edition, level } = brief;
	const course = { id, edition, level, skills: [], overlaps: [] };
	const ranks = ranksOf(candidate, order, { catalogue: asker.catalogue, where });
	const drafted = draftBrief({ ...brief.evidence, ...course, ...figures, ranks });
	return {
		evidence,
		brief: {
			...brief,
			evidence: evidenceOf(drafted, coverage, left),
			inclusion: inclusionOf(drafted, asker.catalogue, where)
		}
	};
}

/** Where the View keeps some of them, their share is not a finding. */
function inclusionOf(
	{ inclusion }: Brief,
	catalogue: Catalogue,
	{ sex, residence }: Where
): Brief['inclusion'] {
	const kept = (filters: Where) => words.keptTo(whom({ filters, choices: {} }, catalogue));
	return {
		...inclusion,
		...(sex ? { women: kept({ sex }) } : {}),
		...(residence ? { rural: kept({ residence }) } : {})
	};
}

/** Figures of the course first, then those of its skills; what is left out is said with whom they cover. */
function evidenceOf(
	{ evidence }: Brief,
	coverage: string,
	left: readonly string[]
): Brief['evidence'] {
	const { figures } = evidence;
	const ofSkills = figures.filter(({ measure }) => measure === 'levels');
	return {
		...evidence,
		figures: [...figures.filter(({ measure }) => measure !== 'levels'), ...ofSkills],
		coverage: left.length === 0 ? coverage : words.left(coverage, left.join('; '))
	};
}

function knownOf(
	candidate: Candidate,
	{ asker, where, planning }: Omit<DraftPlace, 'order' | 'published'>
): Omit<CandidateEvidence, 'figures' | 'places'> {
	const { catalogue } = asker;
	const { site } = catalogue;
	const { sector } = candidate;
	const demand = site.demandRisk[sector];
	return {
		...{ id: candidate.id, edition: site.edition },
		sector: { code: sector, label: labelOf(catalogue, 'sector', sector) },
		skills: candidate.skills.map((need) => skillOf(need, catalogue)),
		occupations: candidate.occupations.map((code) => ({
			code,
			label: labelOf(catalogue, 'major_group', code)
		})),
		coverage: coverageOf(catalogue, where),
		notice: surveyOf(catalogue, where)?.synthetic ? site.notice : '',
		level: candidate.level ?? levelLimits,
		overlaps: overlapsOf(candidate, planning),
		...(demand ? { demand: { risk: demand.risk, text: demand.text } } : {})
	};
}

function skillOf(
	{ skill, step }: Candidate['skills'][number],
	{ codeLists }: Catalogue
): CandidateEvidence['skills'][number] {
	const level = codeLists.proficiency_level?.find(({ code }) => code === String(step.to));
	return {
		...{ id: skill.id, label: skill.label, uri: skill.escoUri },
		...{ from: step.from, to: step.to, hours: step.hours },
		...{ condition: level?.condition ?? '', standard: level?.criterion ?? level?.anchor ?? '' },
		...{ assessment: skill.assessment, delivery: skill.delivery, needsPower: skill.needsPower }
	};
}
