import type { FigureModel } from '#lib/charts/figure-model.ts';
import { isSayable, type Standing } from '#lib/answers/standing.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { sectors as words } from '#lib/vocabulary/messages/sectors.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { figureAt, shownSentence, titleWithout, type Teller } from '../story/story.ts';
import { positionFigure } from './position-figure.ts';
import { sectorFigure } from './sector-figures.ts';
import { Sectors } from './sectors-subject.ts';

/** All sectors beside each other under a View, as plain data. */
export interface SectorsStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly figures: readonly FigureModel[];
}

export const sectorsFilters = [
	'sector',
	'sex',
	'residence',
	'wave',
	'occupation',
	'age',
	'district_group',
	'isced_level'
];

export async function tellSectors(view: View, teller: Teller): Promise<SectorsStory> {
	const sectors = new Sectors(view, teller);
	const incidence = await sectorFigure(sectors, 'incidence');
	const attainment = await sectorFigure(sectors, 'attainment');
	const order = incidence.answer.estimates
		.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1))
		.map(({ key }) => key.join());
	const position = await positionFigure(sectors, order);
	const all = await sectors.ask('incidence');
	return {
		title: all.problem
			? titleWithout(all.problem, words.titleEngine)
			: title(sectors, incidence.standing, incidence.answer),
		lead: lead(position.overall),
		shown: shownSentence(view, all, { teller, where: words.where(sectors.wave) }),
		figures: [incidence.figure, position.figure, attainment.figure]
	};
}

function title(sectors: Sectors, { top, ranked }: Standing, answer: Answer): string {
	if (sectors.single) {
		const name = sectors.named([[sectors.single]]);
		const share = figureAt(answer, sectors.single);
		return isSayable(share)
			? words.titleOne(name, formatSaid(share, 'share'))
			: words.titleOneFew(name);
	}
	if (ranked === 0) return words.titleFew;
	if (ranked === 1) return words.only(sectors.named(top));
	return top.length <= 4 && top.length < ranked
		? words.titleTop(sectors.named(top))
		: words.titleOpen(top.length);
}

function lead(overall: Answer): string {
	const [professional, other] = ['professional', 'other'].map((code) => figureAt(overall, code));
	if (!professional || !other || !isSayable(professional) || !isSayable(other)) return '';
	return words.lead(formatSaid(professional, 'share'), formatSaid(other, 'share'));
}
