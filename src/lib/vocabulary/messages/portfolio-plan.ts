import { joinWords } from '#lib/vocabulary/words.ts';

const plural = (n: number, one: string, several: string): string =>
	`${n} ${n === 1 ? one : several}`;

/** Conditions as nouns, in a sentence. */
const conditions = {
	budget: 'the budget',
	seats: 'the number of seats',
	women: 'the floor for women',
	rural: 'the floor for rural learners',
	places: 'the places of the providers over the years',
	courses: 'the number of courses',
	cohort: 'the fewest learners of a cohort'
} as const;

/** Which courses, where, with a budget: the plan. */
export const plan = {
	conditions,
	finding: (money: string, people: string, limit: string) => `${money} trains ${people}; ${limit}`,
	trained: (count: number, text: string) => `${text} ${count === 1 ? 'person' : 'people'}`,
	binds: (names: readonly string[]) =>
		`${joinWords(names)} ${names.length === 1 && names[0] !== conditions.places ? 'binds' : 'bind'}`,
	bindsShort: 'binds',
	nothingBinds: 'no limit binds: nobody else can be reached',
	what: (courses: string, goal: string) =>
		`What of ${courses}, in which district groups, closes most of the gap: ${goal}. Learners are taken to be as the people short there, so shares of women and rural learners are expectations.`,
	twice: 'Whoever takes two courses counts twice.',
	goals: {
		levels: (levels: string) => (levels === '' ? 'levels gained' : `${levels} levels gained`),
		people: 'as many people as possible'
	},
	courses: (count: number) => (count === 1 ? 'the 1 ticked course' : `the ${count} ticked courses`),
	bars: {
		budget: 'Budget used',
		seats: 'Seats used',
		women: 'Women',
		rural: 'Rural learners'
	},
	of: (used: string, all: string) => `${used} of ${all}`,
	floor: (share: string, floor: string) => `${share}; floor ${floor}`,
	barSentence: (label: string, text: string) => `${label}: ${text}`,
	caption: 'Seats by course and district group',
	course: 'Course',
	all: 'All',
	cost: (currency: string) => `${currency} million`,
	noSeats: '–',
	solved: (seconds: string, gap: string) => `Solved on this device in ${seconds} s. ${gap}`,
	proven: 'No plan is better.',
	within: (gap: string) => `No plan is more than ${gap} better.`,
	stopped: (seconds: string, gap: string) =>
		`Time ran out after ${seconds} s: the best plan found so far. ${gap}`,
	price: {
		budget: (step: string) => `${step} more`,
		women: (share: string) => `A floor for women of ${share}`,
		rural: (share: string) => `A floor for rural learners of ${share}`,
		seats: (seats: string) => `${seats} more seats`,
		places: 'A year more'
	},
	would: (what: string, gain: string) => `${what} would ${gain}.`,
	gain: {
		none: 'bring nothing more',
		levels: (amount: string) => `gain ${amount} more ${amount === '1' ? 'level' : 'levels'}`,
		people: (amount: string) => `train ${amount} more ${amount === '1' ? 'person' : 'people'}`,
		range: (least: string, most: string) => `${least} to ${most}`,
		seats: (seats: string) => `, with ${seats} people trained in all`,
		unknown: 'bring what could not be worked out in time'
	},
	leftTitle: (count: number) => `${plural(count, 'place is', 'places are')} not offered, and why`,
	left: (course: string, group: string, reason: string) => `${course}, ${group}: ${reason}`,
	reasons: {
		'few-answers': 'too few answers to count the people short',
		'not-clear': 'the interval of the people short reaches 0',
		'few-shares': 'too few answers to say how many of them are women or rural',
		'no-provider':
			'no provider within reach serves the sector at a proposed level, in a way that suits its skills',
		'no-cohort': 'fewer people short than a cohort takes',
		withheld: 'withheld to protect the people asked, as is all that leaves this device'
	},
	wider: (count: number) =>
		`In ${plural(count, 'offer', 'offers')} the shares of women and rural people are those of all district groups, as too few answered in the one.`,
	source: (survey: string, changed: boolean) =>
		`People short: ${survey} Costs and hours: ${changed ? 'assumptions, changed by the reader' : 'assumptions of this site; no price was published'}.`,
	noneTitle: 'No plan meets all limits',
	none: (loosen: string) =>
		`With one cohort or more, nothing fits. ${loosen} What you entered is kept.`,
	loosenOne: (name: string) => `Loosen ${name}.`,
	loosenEither: (names: string) => `Loosening one of these is enough: ${names}.`,
	loosenPairs: (pairs: string) =>
		`Loosening one alone is not enough; these two together are: ${pairs}.`,
	loosenSeveral: (all: string) => `Loosening two alone is not enough; these together are: ${all}.`,
	ease: (name: string, to: string) => `Set ${name} to ${to} and look again`,
	most: (share: string) => ` (${share} can be met)`,
	least: (amount: string) => ` (${amount} or more)`,
	loosenNothing: 'Loosening all of them is not enough: tick other courses, or loosen a filter.',
	noOffersTitle: 'There is nothing to plan with',
	noOffers:
		'None of the ticked courses can be offered in any district group; the reasons stand below. Tick other courses, or loosen a filter. What you entered is kept.',
	noTickTitle: 'No course is ticked',
	noTick: 'Tick one or more courses in the list above. What you entered is kept.',
	notFoundTitle: 'No plan was found in time',
	notFound:
		'The solver found no plan, and no proof that there is none. Tick fewer courses. What you entered is kept.',
	badNumber: 'A number of the plan cannot be used. What you entered is kept.',
	table: {
		caption: 'Every offer with its numbers; seats are those of the plan',
		id: 'course',
		name: 'Course',
		group: 'District group',
		provider: 'Provider',
		reach: 'How learners come',
		short: 'People short',
		interval: '95% interval',
		women: 'Women',
		rural: 'Rural',
		levels: 'Levels a learner',
		courseCost: 'Course, once',
		cohortCost: 'A cohort',
		seatCost: 'A seat',
		seats: 'Seats',
		cohorts: 'Cohorts',
		cost: 'Cost',
		note: 'Note',
		widerNote: 'shares of all district groups'
	},
	seatsOf: (name: string, seats: string, money: string) => `${name}: ${seats} seats, ${money}`,
	label: 'Courses of the plan by seats',
	read: 'seats',
	method: (text: { readonly limits: string; readonly assumptions: string; readonly gap: string }) =>
		`Mixed-integer programme solved by HiGHS: maximise the sum of gain × seats, seats and cohorts whole numbers, where every course taught is paid for once, every cohort and seat on top; within the budget, the seats, the people short of each course in a district group, whoever of the providers within reach teaches them (estimates, whose intervals stand in the table), the places a year of each provider × years, cohorts between their fewest and most learners, and each floor as a share of all learners. Gain of a seat: levels gained by a learner, Σ people short of a skill × levels its course leads up in it ÷ people short of any; or 1. ${text.limits} ${text.assumptions} ${text.gap}`,
	limits: (parts: readonly string[]) => `Limits: ${parts.join(', ')}.`,
	assumed: (parts: readonly string[]) => `Assumptions: ${parts.join('; ')}.`,
	assumption: (label: string, text: string, unit: string) =>
		`${label} ${text}${unit === '' ? '' : ` (${unit})`}`
} as const;
