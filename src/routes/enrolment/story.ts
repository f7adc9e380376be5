import { isSayable } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { isPast } from '#lib/vocabulary/dates.ts';
import { enrolment as words } from '#lib/vocabulary/messages/enrolment.ts';
import { formatCount } from '#lib/vocabulary/numbers.ts';
import { formatSaid } from '#lib/vocabulary/said.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { capitalised } from '#lib/vocabulary/words.ts';
import { figureAt, keyFigure, shownSentence, type Teller } from '../story/story.ts';
import { Enrolment, sorted } from './enrolment-subject.ts';
import type { Feeder } from './feeders.ts';
import { homeFigure } from './home-figure.ts';
import { parityFigure } from './parity-figure.ts';
import { sectorsReached } from './sectors-reached.ts';
import { oneField, segregationFigure } from './segregation-figure.ts';
import { stagesFigure } from './stages-figure.ts';
import { supplyFigure } from './supply-figure.ts';
import { throughFigure } from './through-figure.ts';
import { womenByField } from './women-by-field.ts';
import { headsByYear, sharesByYear } from './years-figures.ts';

/** Students under a View, as plain data. */
export interface EnrolmentStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	readonly keyFigures: readonly KeyFigure[];
	readonly figures: readonly FigureModel[];
}

/** What opens the page, over all students of the View. */
interface Opening {
	readonly all: Answer;
	readonly bySex: Answer;
	readonly share: Answer;
	readonly parity: Answer;
	readonly segregation: Answer;
	/** Women's share by field. */
	readonly byField: Answer;
}

/** @param feeders which fields lead to which sectors; the browser's catalogue does not hold what it follows from */
export async function tellEnrolment(
	view: View,
	teller: Teller,
	feeders: readonly Feeder[]
): Promise<EnrolmentStory> {
	const enrolment = new Enrolment(view, teller);
	const { figure: byField, shares } = await womenByField(enrolment);
	const opening: Opening = {
		all: await enrolment.ask('enrolled-count'),
		bySex: await enrolment.ask('enrolled-count', 'sex'),
		share: await enrolment.ask('women-among-enrolled'),
		parity: await enrolment.ask('parity'),
		segregation: await enrolment.ask('segregation'),
		byField: shares
	};
	// The year is said with the records, so it need not be said of the students too.
	const whom = Object.fromEntries(Object.entries(view.filters).filter(([id]) => id !== 'year'));
	const none = opening.all.problem !== undefined || figureAt(opening.all).n === 0;
	return {
		title: title(enrolment, opening),
		lead: lead(enrolment, opening),
		shown: shownSentence({ ...view, filters: whom }, opening.all, {
			teller,
			where: words.where(enrolment.when, whom.residence !== undefined),
			people: words.students
		}),
		keyFigures: none ? [] : keyFigures(enrolment, opening),
		figures: [
			byField,
			await parityFigure(enrolment),
			await stagesFigure(enrolment),
			await throughFigure(enrolment),
			await segregationFigure(enrolment, shares),
			await headsByYear(enrolment),
			await sharesByYear(enrolment, shares),
			await sectorsReached(enrolment),
			await supplyFigure(enrolment, feeders),
			await homeFigure(enrolment)
		]
	};
}

/** All students beside the field with the smallest share of women: exact counts, so that they may be set in order. */
function title(enrolment: Enrolment, { share, byField }: Opening): string {
	const all = figureAt(share);
	if (!isSayable(all)) return words.titleFew;
	const said = formatSaid(all, 'share');
	const shown = sorted(byField).filter(isSayable);
	const least = shown.at(-1);
	const named = (one: Estimate) => enrolment.named('field', one.key.join());
	if (!least) return words.titleAll(said);
	if (oneField(byField)) return words.titleOne(said, named(least));
	const own = formatSaid(least, 'share');
	return own === said || (least.value ?? 0) >= (all.value ?? 0)
		? words.titleAll(said)
		: words.titleBut(said, own, named(least));
}

function lead({ when }: Enrolment, { bySex, parity, segregation, byField }: Opening): string {
	const [women, men] = ['F', 'M'].map((sex) => figureAt(bySex, sex));
	if (bySex.problem || !women || !men || women.n + men.n === 0) return '';
	const [ratio, index] = [figureAt(parity), figureAt(segregation)];
	return [
		words.lead(formatCount(women.n), formatCount(men.n), when),
		isSayable(ratio) ? words.leadParity(formatSaid(ratio, 'index')) : '',
		isSayable(index) && !oneField(byField)
			? capitalised(words.leadSegregation(formatSaid(index, 'share')))
			: ''
	]
		.filter((sentence) => sentence !== '')
		.join(' ');
}

function keyFigures(
	{ teller, when }: Enrolment,
	{ all, share, segregation, byField }: Opening
): KeyFigure[] {
	const { codeLists, surveys } = teller.catalogue;
	const survey = surveys.find(({ id }) => id === 'enrolment');
	return [
		{ label: words.studentsKey(when), text: formatCount(figureAt(all).n) },
		keyFigure(words.womenKey, share),
		...(oneField(byField) ? [] : [keyFigure(words.segregationKey, segregation)]),
		{
			label: words.latestKey,
			text: codeLists.year?.at(-1)?.code ?? '',
			...(survey ? { note: words.nextYear(survey.nextWaveDue, isPast(survey.nextWaveDue)) } : {})
		}
	];
}
