import type { ChartTable } from '#lib/charts/chart-table.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import { sector as words } from '#lib/vocabulary/messages/sector.ts';
import { story as shared } from '#lib/vocabulary/messages/story.ts';
import { formatCount, formatFigure } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { isDefaultView } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { skillInSentence } from '../../story/labels.ts';
import { figureAt, keyFigure, shownSentence, type Teller } from '../../story/story.ts';
import { groupFigure } from './by-group.ts';
import { askBySkill, skillFigure, type SkillAnswers } from './by-skill.ts';
import { crossedFigure } from './crossed.ts';
import { employersFigure } from './employers.ts';
import { everyIndicator } from './every-indicator.ts';
import { byGender, byResidence } from './grouping.ts';
import { Subject } from './subject.ts';

/** The page of a sector under a View, as plain data. */
export interface SectorStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly keyFigures: readonly KeyFigure[];
	readonly figures: readonly FigureModel[];
	readonly every: ChartTable;
}

/** Which filters the page has; those after the third stand behind "More". */
export const sectorFilters = [
	'sex',
	'residence',
	'wave',
	'occupation',
	'age',
	'district_group',
	'isced_level'
];

export async function tellSector(sector: string, view: View, teller: Teller): Promise<SectorStory> {
	const subject = new Subject(sector, view, teller);
	const answers = await askBySkill(subject);
	const figures = [
		skillFigure(subject, answers),
		await groupFigure(subject, byGender(), answers.order),
		await groupFigure(subject, byResidence(subject), answers.order),
		await crossedFigure(subject, answers.order),
		await employersFigure(subject)
	];
	const all = await subject.ask('incidence');
	const incidence = figureAt(all);
	return {
		title: title(subject, answers),
		lead: lead(subject, answers, incidence),
		shown: shownSentence(view, all, {
			teller,
			where: words.where(subject.name, subject.wave)
		}),
		keyFigures: await keyFigures(subject, all),
		figures,
		every: await everyIndicator(subject)
	};
}

function title(subject: Subject, { standing }: SkillAnswers): string {
	const { catalogue } = subject.teller;
	const name = labelOf(catalogue, 'sector', subject.sector);
	if (standing.ranked < 2) return words.unknown(subject.name, subject.whom);
	const all = isDefaultView(subject.view);
	const { name: inWords, whom } = subject;
	if (standing.top.length > 4) {
		const where = all ? words.whereAll(inWords) : words.whereAmong(whom, inWords);
		return words.open(where, standing.top.length);
	}
	const skills = joinWords(standing.top.map((key) => skillInSentence(catalogue, key.join())));
	return all ? words.short(name, skills) : words.shortAmong(whom, inWords, skills);
}

/** The share over all skills, and up to two skills in which no gap can be seen. */
function lead(
	{ teller }: Subject,
	{ gap }: SkillAnswers,
	incidence: ReturnType<typeof figureAt>
): string {
	const said: string[] = [];
	if (incidence.quality !== 'unreliable' && incidence.value !== null) {
		const { value, interval } = formatFigure(incidence, 'share');
		said.push(words.leadGap(`${value} (${interval})`));
	}
	const none = gap.estimates
		.filter(({ low, high, quality }) => {
			const reliable = quality === 'ok' || quality === 'low-n' || quality === 'imprecise';
			return reliable && low !== null && high !== null && low <= 0;
		})
		.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))
		.slice(0, 2)
		.map(({ key }) => skillInSentence(teller.catalogue, key.join()));
	if (none.length > 0) said.push(words.leadNone(joinWords(none, shared.or)));
	return said.join(' ');
}

async function keyFigures(subject: Subject, incidence: Answer): Promise<KeyFigure[]> {
	const density = await subject.ask('gap-density');
	const shortage = await subject.ask('skill-shortage-density');
	return [
		keyFigure(words.belowKey, incidence),
		keyFigure(words.densityKey, density),
		keyFigure(words.shortageKey, shortage),
		{
			label: words.askedKey(subject.wave),
			text: formatCount(figureAt(incidence).n),
			...(density.problem ? {} : { note: words.askedAt(formatCount(figureAt(density).n)) })
		}
	];
}
