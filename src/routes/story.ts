import { compare, isSayable } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { problems } from '#lib/vocabulary/messages/problems.ts';
import { overview as words } from '#lib/vocabulary/messages/overview.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import { isDefaultView, type View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { positionFigure } from './sectors/position-figure.ts';
import { sectorFigure } from './sectors/sector-figures.ts';
import { Sectors } from './sectors/sectors-subject.ts';
import { sectorInSentence } from './story/labels.ts';
import { drawn, figureAt, keyFigure, shownSentence, type Teller } from './story/story.ts';

/** The first page under a View, as plain data. */
export interface OverviewStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	/** Something is chosen: what was worked out for everybody must not stand under it. */
	readonly filtered: boolean;
	readonly keyFigures: readonly KeyFigure[];
	readonly targetsTitle: string;
	readonly targets: readonly TargetPart[];
	/** Evidence for the title, drawn first. */
	readonly positions: FigureModel;
	readonly figure: FigureModel;
}

/** A sector in short: how often workers fall short, and whether the jobs are likely to last. */
export interface TargetPart {
	readonly sector: string;
	readonly name: string;
	readonly below: string;
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
	const share = (code: string): string => formatSaid(figureAt(position, code), 'share');
	const known = ['professional', 'other'].every((code) => isSayable(figureAt(position, code)));
	return {
		title: compare(apart.estimates[0]) === 'above' ? words.title : words.titleUnclear,
		lead: known
			? words.lead(share('professional'), share('other'), joinWords(names))
			: words.leadShort(joinWords(names)),
		shown: shownSentence(view, all, { teller, where: words.where(sectors.wave) }),
		filtered: !isDefaultView(view),
		keyFigures: all.problem ? [] : await keyFigures(sectors, position, figureAt(all)),
		targetsTitle: sectors.chosen ? words.sectorsChosen(targetCodes.length) : words.sectorsTitle,
		targets: targetCodes.map((code) => targetPart(code, sectors, answer)),
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

function targetPart(
	sector: string,
	{ teller: { catalogue } }: Sectors,
	incidence: Answer
): TargetPart {
	const demand = catalogue.site.demandRisk[sector];
	return {
		sector,
		name: labelOf(catalogue, 'sector', sector),
		below: below(incidence, figureAt(incidence, sector)),
		...(demand ? { demand: words.demand(demand.risk, demand.text) } : {})
	};
}

function below({ problem }: Answer, share: Estimate): string {
	if (problem) return problems.sentence(problem);
	return isSayable(share)
		? words.below(formatSaid(share, 'share'), formatCount(share.n))
		: words.belowFew;
}
