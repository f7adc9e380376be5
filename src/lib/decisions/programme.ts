import {
	seatsOf,
	sharing,
	type Condition,
	type Offer,
	type PortfolioModel
} from './portfolio-model.ts';
import { courseNames, coursesOf, row, type Terms } from './programme-row.ts';

/** A portfolio as a mixed-integer programme. */
export interface Programme {
	/** In CPLEX LP format. Seats of offer i are `s{i}`, its cohorts `c{i}`. */
	readonly text: string;
	/** Offers with a place in it, by position. */
	readonly open: readonly number[];
}

/**
 * Maximise Σ gain·seats (or what the aim says), seats and cohorts whole numbers, under: Σ course cost + cohort cost + seat cost ≤ budget;
 * Σ seats ≤ seats, and ≤ the places of each provider; each floor F as Σ (share − F)·seats ≥ 0; least·cohorts ≤ seats ≤
 * most·cohorts and seats ≤ people of each offer, Σ of those that share them; at most so many courses; and at least one
 * seat, or the empty plan would meet every floor.
 * @param without conditions that are left out, to find the one to loosen
 */
export function programmeOf(
	model: PortfolioModel,
	without: readonly Condition[] = [],
	aim: Aim = 'gain'
): Programme {
	const offers = placedOffers(model, without);
	const counted = countsCourses(model, without, aim);
	const names = counted ? courseNames(offers) : [];
	const bounds = offers.flatMap(({ i, offer, cohorts }) => [
		`0 <= s${i} <= ${seatsOf(offer)}`,
		`0 <= c${i} <= ${cohorts}`
	]);
	const text = [
		...objective(offers, model, aim),
		...['Subject To', ...rowsOf(model, offers, without)],
		...(counted ? taughtRows(offers) : []),
		...['Bounds', ...bounds, 'General', ...offers.flatMap(({ i }) => [`s${i}`, `c${i}`])],
		...(names.length > 0 ? ['Binary', ...names] : []),
		'End'
	];
	return { text: `${text.join('\n')}\n`, open: offers.map(({ i }) => i) };
}

/**
 * What is made as large or as small as can be: the gain; the cost or the seats of any plan; how far a share of the
 * learners lies above a number.
 */
export type Aim =
	'gain' | 'cost' | 'seats' | { readonly share: 'women' | 'rural'; readonly over: number };

/** The offers with people enough for a cohort. */
function placedOffers({ offers }: PortfolioModel, without: readonly Condition[]): Placed[] {
	return offers.flatMap((offer, i) => {
		const least = without.includes('cohort') ? 1 : Math.ceil(offer.least);
		return seatsOf(offer) < least ? [] : [{ i, offer, least, cohorts: cohortsOf(offer) }];
	});
}

function rowsOf(
	model: PortfolioModel,
	offers: readonly Placed[],
	without: readonly Condition[]
): string[] {
	const kept = (condition: Condition) => !without.includes(condition);
	const all = offers.map(({ i }) => [1, `s${i}`] as const);
	const floors = (['women', 'rural'] as const).flatMap((id) => {
		const floor = model.floors[id];
		if (floor === undefined || !kept(id)) return [];
		const above = offers.map(({ i, offer }) => [offer[id] - floor, `s${i}`] as const);
		return [row(id, above, '>= 0')];
	});
	const { courses } = model;
	return [
		row('some', all, '>= 1'),
		...(kept('seats') ? [row('seats', all, `<= ${model.seats}`)] : []),
		...(kept('budget') ? [budgetRow(offers, model)] : []),
		...(kept('places') ? placeRows(offers, model.places ?? {}) : []),
		...floors,
		...offers.flatMap(cohortRows),
		...sharedRows(offers),
		...(courses !== undefined && kept('courses') ? [courseLimit(offers, courses)] : [])
	];
}

interface Placed {
	readonly i: number;
	readonly offer: Offer;
	readonly least: number;
	readonly cohorts: number;
}

/** Cohorts at most: as many as seat everybody. */
function cohortsOf(offer: Offer): number {
	return offer.most === undefined ? 1 : Math.max(1, Math.ceil(seatsOf(offer) / mostOf(offer)));
}

function mostOf(offer: Offer): number {
	return Math.min(seatsOf(offer), Math.floor(offer.most ?? Infinity));
}

/** Whether the programme has to know which courses are taught. */
function countsCourses(
	{ courses, courseCosts }: PortfolioModel,
	without: readonly Condition[],
	aim: Aim
): boolean {
	const costs = Object.values(courseCosts ?? {}).some((cost) => cost > 0);
	return (
		(courses !== undefined && !without.includes('courses')) ||
		(costs && (aim === 'cost' || !without.includes('budget')))
	);
}

function objective(offers: readonly Placed[], model: PortfolioModel, aim: Aim): string[] {
	if (aim === 'cost') return ['Minimize', row('cost', costTerms(offers, model), '')];
	const seats = (of: (offer: Offer) => number): Terms =>
		offers.map(({ i, offer }) => [of(offer), `s${i}`] as const);
	const all = seats(() => 1);
	if (aim === 'seats') return ['Minimize', row('all', all, '')];
	const gained = seats((offer) => (aim === 'gain' ? offer.gain : offer[aim.share] - aim.over));
	return ['Maximize', row('gain', gained, '')];
}

function costTerms(offers: readonly Placed[], { courseCosts = {} }: PortfolioModel): Terms {
	const terms = offers.flatMap(({ i, offer }): Terms => [
		[offer.cohortCost, `c${i}`],
		[offer.seatCost, `s${i}`]
	]);
	const once = coursesOf(offers).map((course, k) => [courseCosts[course] ?? 0, `t${k}`] as const);
	return [...terms, ...once];
}

function budgetRow(offers: readonly Placed[], model: PortfolioModel): string {
	return row('budget', costTerms(offers, model), `<= ${model.budget}`);
}

/** Nobody learns the same from two providers. */
function sharedRows(offers: readonly Placed[]): string[] {
	const at = new Map(offers.map(({ i, offer }) => [offer, i]));
	return sharing(offers.map(({ offer }) => offer)).flatMap((own, k) => {
		const terms = own.map((offer) => [1, `s${at.get(offer)}`] as const);
		const people = Math.max(...own.map(seatsOf));
		return own.length < 2 ? [] : [row(`shared${k}`, terms, `<= ${people}`)];
	});
}

function placeRows(
	offers: readonly Placed[],
	places: NonNullable<PortfolioModel['places']>
): string[] {
	return Object.entries(places).flatMap(([provider, seats], k) => {
		const own = offers.filter(({ offer }) => offer.provider === provider);
		const terms = own.map(({ i }) => [1, `s${i}`] as const);
		return own.length === 0 ? [] : [row(`places${k}`, terms, `<= ${seats}`)];
	});
}

/** Nobody sits in a cohort that is not open, and an open one has learners enough. */
function cohortRows({ i, offer, least }: Placed): string[] {
	return [
		row(
			`least${i}`,
			[
				[1, `s${i}`],
				[-least, `c${i}`]
			],
			'>= 0'
		),
		row(
			`most${i}`,
			[
				[1, `s${i}`],
				[-mostOf(offer), `c${i}`]
			],
			'<= 0'
		)
	];
}

function courseLimit(offers: readonly Placed[], most: number): string {
	const terms = courseNames(offers).map((name) => [1, name] as const);
	return row('courses', terms, `<= ${Math.floor(most)}`);
}

/** A course is taught (1) where any of its offers is open: each bounds its cohorts, which keeps the relaxation tight. */
function taughtRows(offers: readonly Placed[]): string[] {
	const courses = coursesOf(offers);
	return offers.map(({ i, offer, cohorts }) => {
		const terms = [
			[1, `c${i}`],
			[-cohorts, `t${courses.indexOf(offer.course)}`]
		] as const;
		return row(`taught${i}`, terms, '<= 0');
	});
}
