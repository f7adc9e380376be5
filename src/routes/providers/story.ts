import { isSayable } from '#lib/answers/standing.ts';
import type { FigureModel } from '#lib/charts/figure-model.ts';
import type { KeyFigure } from '#lib/charts/key-figure.ts';
import { providers as words } from '#lib/vocabulary/messages/providers.ts';
import { formatCount, formatValue } from '#lib/vocabulary/numbers.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { joinWords } from '#lib/vocabulary/words.ts';
import { drawn, figureAt, type Teller } from '../story/story.ts';
import { sideBySide, type SideBySide } from './compare.ts';
import { coursesFigure, coursesWithin } from './courses.ts';
import { demandNote, type DemandNote } from './demand-note.ts';
import { fitSector, groupsWithin, whatToLoosen, type SectorFit } from './fit.ts';
import type { Learners } from './learners.ts';
import { needFigure } from './need-figure.ts';
import type { Offer } from './offer.ts';
import { peopleAndPlaces, placesFigure } from './places-figure.ts';
import { ProviderSubject } from './provider-subject.ts';
import { sectorNeed, type SectorNeed } from './sector-need.ts';
import { servedBy, type Served } from './served.ts';
import { kindsOf } from './teaching-modes.ts';
import { whereFigure } from './where-figure.ts';

/** What is missing within reach of a provider that it could teach, as plain data. */
export interface ProvidersStory {
	readonly title: string;
	readonly lead: string;
	readonly shown: string;
	/** The provider that the choices started from. */
	readonly started?: string;
	readonly keyFigures: readonly KeyFigure[];
	/** What to loosen, for each sector in which nothing fits. */
	readonly loosen: readonly string[];
	/** What is short within reach: of each sector, and where. */
	readonly needs: readonly FigureModel[];
	/** Courses, and people against places. */
	readonly supply: readonly FigureModel[];
	readonly served: Served;
	readonly compare: SideBySide;
	readonly learners: Learners;
	readonly note: DemandNote;
	/** Whether the sectors are shedding jobs, each in a sentence. */
	readonly demand: readonly string[];
}

/** At most as many sectors are counted in the title and the key figures. */
const namedSectors = 3;

/** What is known before a View is told. */
interface Known {
	/** What follows from the catalogue in full, which the browser does not have. */
	readonly offer: Offer;
	/** Learners told already: they stand while the same district groups are within reach. */
	readonly learners?: Learners | undefined;
}

export async function tellProviders(
	view: View,
	teller: Teller,
	{ offer, learners: told }: Known
): Promise<ProvidersStory> {
	const subject = new ProviderSubject(view, teller, offer);
	const { choice, catalogue } = subject;
	const fits = choice.sectors.map((sector) => fitSector(sector, choice, { offer, catalogue }));
	const needs: SectorNeed[] = [];
	for (const fit of fits) if (fit.skills.length > 0) needs.push(await sectorNeed(fit, teller));
	const figures: FigureModel[] = [];
	for (const need of needs) figures.push(await needFigure(need, subject));
	const courses = await coursesWithin(needs, subject);
	const places = needs.map((need) => peopleAndPlaces(need, subject));
	const learners = await learnersOf(subject, told);
	const title = titleOf(needs, courses.length, subject);
	const some = needs.length > 0;
	const started = choice.provider;
	return {
		...{ title, shown: subject.shown, loosen: loosenSentences(fits, subject) },
		lead: leadOf(needs, courses.length),
		...(started ? { started: words.started(started.label, formatCount(started.seatsAYear)) } : {}),
		keyFigures: keyFigures(needs, courses.length, subject),
		needs: some ? [...figures, whereFigure(needs, subject)] : [],
		supply: some
			? [coursesFigure(courses, needs, subject), placesFigure(places, needs, subject)]
			: [],
		served: servedBy(places, fits, subject),
		compare: await sideBySide(courses, subject),
		learners,
		note: demandNote({ finding: title, needs, places, learners }, subject),
		demand: needs.flatMap(({ sector }) => {
			const found = offer.demand[sector];
			return found ? [words.demandOf(subject.sector(sector), found)] : [];
		})
	};
}

/** Every figure of the page, in its order. */
export function figuresOf({ needs, supply, learners }: ProvidersStory): FigureModel[] {
	return [...needs, ...supply, ...learners.figures];
}

/** Told anew only where other people are within reach: most choices leave them, their table and this code alone. */
async function learnersOf(subject: ProviderSubject, told: Learners | undefined): Promise<Learners> {
	const { choice, offer } = subject;
	const groups = groupsWithin(choice.at, kindsOf(choice.modes), offer.reach);
	if (told && [...told.groups].sort().join() === [...groups].sort().join()) return told;
	const { tellLearners } = await import('./learners.ts');
	return tellLearners(groups, subject);
}

function leadOf(needs: readonly SectorNeed[], courses: number): string {
	if (needs.length === 0) return words.leadNone;
	const skills = needs.reduce(
		(sum, need) => sum + need.skills.filter(({ people }) => people.n > 0).length,
		0
	);
	const apart = needs.some(({ tiers }) => tiers.length > 1);
	return [words.lead(skills, courses), ...(apart ? [words.leadApart] : [])].join(' ');
}

function titleOf(needs: readonly SectorNeed[], courses: number, subject: ProviderSubject): string {
	const { place } = subject;
	if (needs.length === 0) return words.titleNone;
	const said = needs.map(({ sector, all }) => ({ sector, people: figureAt(all) }));
	const counted = said.filter(({ people }) => isSayable(people));
	if (counted.length === 0) return words.titleFew(place);
	if (counted.length > namedSectors) return words.titleMany(place, courses);
	const counts = counted.map(({ sector, people }, i) => {
		const { value, low, high } = people;
		const text = formatValue(value, 'count', (high ?? 0) - (low ?? 0));
		const say = i === 0 ? words.titleCount : words.titleMore;
		return say(text, subject.sector(sector));
	});
	return words.title(place, joinWords(counts));
}

function keyFigures(
	needs: readonly SectorNeed[],
	courses: number,
	subject: ProviderSubject
): KeyFigure[] {
	if (needs.length === 0) return [];
	const people = needs.slice(0, namedSectors).map(({ sector, all }): KeyFigure => {
		const label = words.shortKey(subject.sector(sector));
		return { label, figure: drawn(figureAt(all)), measure: 'count' };
	});
	return [...people, { label: words.coursesKey, text: formatCount(courses) }];
}

/** Of each sector in which nothing fits: which choice to loosen. */
function loosenSentences(fits: readonly SectorFit[], subject: ProviderSubject): string[] {
	return fits
		.filter(({ skills }) => skills.length === 0)
		.map((fit) => {
			const none = words.noSector(subject.sector(fit.sector));
			const alone = whatToLoosen([fit]).map(({ by, skills }) => words.loosen[by](skills));
			if (alone.length > 0) return [none, ...alone].join(' ');
			const all = new Set(fit.others.flatMap(({ obstacles }) => obstacles));
			const choices = joinWords([...all].map((by) => words.obstacles[by]));
			return choices === '' ? none : `${none} ${words.loosenSeveral(choices)}`;
		});
}
