import { compare, isSayable, type Standing } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { overview as words } from '#lib/vocabulary/messages/overview.ts';
import { formatCount, formatFigure, formatInText, formatRanks } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { sectorCandidates, type SectorCandidates } from './credentials/sector-candidates.ts';
import { positionFigure } from './sectors/position-figure.ts';
import { sectorFigure } from './sectors/sector-figures.ts';
import { Sectors } from './sectors/sectors-subject.ts';
import { sectorInSentence, skillInSentence } from './story/labels.ts';
import { drawn, figureAt, keyFigure, shownSentence, type Teller } from './story/story.ts';

/** The first page under a View, as plain data. */
export interface OverviewStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly keyFigures: readonly KeyFigure[];
	readonly targetsTitle: string;
	readonly targets: readonly TargetPart[];
	/** Evidence for the title, drawn first. */
	readonly positions: FigureModel;
	readonly figure: FigureModel;
}

/** A sector in short: its largest gaps and the skills in which the most people are short. */
export interface TargetPart {
	readonly sector: string;
	readonly name: string;
	readonly finding: string;
	readonly below: string;
	readonly courses: readonly { readonly name: string; readonly facts: string }[];
	/** Why there are none, where that can be said. */
	readonly coursesNone: string;
	/** Whether the jobs are likely to last, where something is known. */
	readonly demand?: string;
}

export const overviewFilters = [
	'sector',
	'sex',
	'residence',
	'wave',
	'occupation',
	'age',
	'isced_level'
];

/** How many skills a target sector shows here. */
const shownCourses = 3;

export async function tellOverview(view: View, teller: Teller): Promise<OverviewStory> {
	const { catalogue } = teller;
	const sectors = new Sectors(view, teller);
	const { figure, answer } = await sectorFigure(sectors, 'incidence');
	const targetCodes = view.filters.sector ?? catalogue.site.targetSectors.map(({ code }) => code);
	const { figure: positions, overall: position } = await positionFigure(sectors, targetCodes);
	const difference = { dimension: 'position', minus: ['professional', 'other'] as const };
	const apart = await teller.ask({ ...sectors.question('incidence'), difference });
	const names = targetCodes.map((code) => sectorInSentence(catalogue, code));
	const all = await sectors.ask('incidence');
	const targets: TargetPart[] = [];
	for (const code of targetCodes) {
		targets.push(await targetPart(code, sectors, answer));
	}
	const share = (code: string): string => formatInText(figureAt(position, code), 'share');
	const known = ['professional', 'other'].every((code) => isSayable(figureAt(position, code)));
	return {
		title: compare(apart.estimates[0]) === 'above' ? words.title : words.titleUnclear,
		lead: known
			? words.lead(share('professional'), share('other'), joinWords(names))
			: words.leadShort(joinWords(names)),
		shown: shownSentence(view, all, { teller, where: words.where(sectors.wave) }),
		keyFigures: all.problem ? [] : await keyFigures(sectors, position, figureAt(all)),
		targetsTitle: sectors.chosen ? words.sectorsChosen(targets.length) : words.sectorsTitle,
		targets,
		positions,
		figure
	};
}

async function keyFigures(sectors: Sectors, position: Answer, all: Estimate): Promise<KeyFigure[]> {
	const measure = 'share';
	const shortage = await sectors.ask('skill-shortage-density');
	return [
		{
			label: words.professionalKey,
			figure: drawn(figureAt(position, 'professional')),
			measure
		},
		{ label: words.otherKey, figure: drawn(figureAt(position, 'other')), measure },
		keyFigure(words.vacancyKey, shortage),
		{
			label: words.askedKey(sectors.wave),
			text: formatCount(all.n),
			...(shortage.problem ? {} : { note: words.askedAt(formatCount(figureAt(shortage).n)) })
		}
	];
}

async function targetPart(
	sector: string,
	{ view, teller }: Sectors,
	incidence: Answer
): Promise<TargetPart> {
	const { catalogue } = teller;
	const where = { ...view.filters, sector: [sector] };
	const gaps = await teller.ask({ source: 'audit', indicator: 'gap', by: ['skill'], where });
	const candidates = await sectorCandidates(sector, view, teller);
	// The tables of a sector hold finer groups than those of all sectors together.
	const own = incidence.problem
		? await teller.ask({ source: 'audit', indicator: 'incidence', by: [], where })
		: undefined;
	const demand = catalogue.site.demandRisk[sector];
	return {
		sector,
		name: labelOf(catalogue, 'sector', sector),
		finding: gaps.problem
			? problems.title(gaps.problem)
			: finding(teller, await teller.standing(gaps.question)),
		below: own ? below(own, figureAt(own)) : below(incidence, figureAt(incidence, sector)),
		courses: courses(candidates),
		coursesNone: candidates.answers.some(({ problem }) => problem) ? '' : words.coursesNone,
		...(demand ? { demand: words.demand(demand.risk, demand.text) } : {})
	};
}

function below({ problem }: Answer, share: Estimate): string {
	if (problem) return problems.sentence(problem);
	return isSayable(share)
		? words.below(formatInText(share, 'share'), formatCount(share.n))
		: words.belowFew;
}

function finding({ catalogue }: Teller, { top, ranked }: Standing): string {
	if (ranked < 2) return words.gapsFew;
	if (top.length > 4) return words.gapsOpen(top.length);
	return words.gapsTop(joinWords(top.map((key) => skillInSentence(catalogue, key.join()))));
}

function courses({ eligible }: SectorCandidates): TargetPart['courses'] {
	return eligible.slice(0, shownCourses).map(({ skill, people, step, ranks }) => {
		const { value, interval } = formatFigure(people, 'count');
		const facts = [
			words.peopleShort(interval === '' ? value : `${value} (${interval})`, formatCount(people.n)),
			words.step(`${step.from}`, `${step.to}`, formatCount(step.hours)),
			...(ranks ? [words.rankOf(formatRanks(ranks.best, ranks.worst), eligible.length)] : [])
		];
		return { name: skill.label, facts: facts.join(' · ') };
	});
}
