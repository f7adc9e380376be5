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

/** Which courses, where, with a budget: the form. */
export const portfolio = {
	title: 'With a budget: which courses, where?',
	what: 'Of the courses ticked above, which in which district groups close most of the gap within your budget, seats and floors. A level gained is one step of proficiency, in one skill, of one learner.',
	limits: 'Limits',
	budget: (currency: string) => `Budget, ${currency}`,
	fields: {
		seats: 'Seats at most',
		years: 'Years',
		women: 'Women at least',
		rural: 'Rural at least',
		contact: 'Of the notional hours, taught',
		practical: 'Of the notional hours, in a workshop',
		assessed: 'Of the notional hours, assessed',
		weekly: 'Hours on site in a week of a block',
		least: 'Learners of a cohort at least',
		most: 'Learners of a cohort at most'
	},
	goal: 'Aim at most',
	goals: { levels: 'levels gained', people: 'people trained' },
	unit: (currency: string, unit: string) => `${currency} for ${unit}`,
	assumptions: 'Costs and hours: assumptions you can change',
	assumptionsNote:
		'No price was published. These amounts and shares are this site’s own assumptions, made for planning. A course in a daily reach costs its learners no travel; in a weekly block it takes travel and lodging; a remote one takes data.',
	reset: 'Back to the first numbers',
	ticked: (count: number) =>
		count === 0
			? 'No course is ticked. Tick one in the list above.'
			: `${plural(count, 'course is', 'courses are')} ticked in the list above.`,
	find: (size: string) => `Find the best plan (${size}, once)`,
	findAgain: 'Find the best plan',
	cancel: 'Cancel',
	copyLink: 'Copy link to these settings',
	copied: 'Link copied. Whoever opens it finds these numbers and courses filled in.',
	notCopied: (address: string) => `Could not copy. The link is ${address}`,
	kept: 'These numbers stay on this page until it is closed; the link keeps them.',
	noScript: 'A plan is worked out on your device. That needs scripts, which are off.',
	writePercent: (label: string, such: string) =>
		`${label}: write a share from 0 to 100%, such as ${such}.`,
	writeCount: (label: string, least: string, such: string) =>
		`${label}: write a whole number from ${least} on, such as ${such}.`,
	writeAmount: (label: string, range: string, such: string) =>
		`${label}: write ${range}, such as ${such}.`,
	amountFrom: (least: string) => `an amount of ${least} or more`,
	amountBetween: (least: string, most: string) => `a number from ${least} to ${most}`,
	mostBelowLeast: 'Learners of a cohort at most: write at least as many as the fewest.',
	sharesOverAll:
		'Taught, workshop and assessment hours are more than all hours: lower one of them.',
	wrong: 'Mend what is marked above; everything else is kept.',
	stages: {
		gathering: 'Asking the survey for the people short in each district group.',
		downloading: 'Fetching the solver',
		solving: 'Looking for the best plan.',
		pricing: 'The plan stands. Working out what looser limits would bring.'
	},
	downloaded: (received: string, total: string) => `Fetching the solver: ${received} of ${total}.`,
	found: (seconds: string, best: string, gap: string) =>
		`Looking for the best plan: ${seconds} s, ${best} so far, ${gap}.`,
	gapUnknown: 'not known how far from the best',
	gapAtMost: (gap: string) => `no plan is more than ${gap} better`,
	nothingYet: (seconds: string) => `Looking for the best plan: ${seconds} s, none so far.`,
	cancelled: 'Cancelled. What you entered is kept.',
	failed: 'The solver could not be fetched or started. What you entered is kept.',
	retry: 'Try again',
	stale: 'You have changed something since: this plan is of the numbers before.'
} as const;

/** Which courses, where, with a budget: the plan. */
export const plan = {
	conditions,
	finding: (money: string, people: string, limit: string) => `${money} trains ${people}; ${limit}`,
	trained: (count: number, text: string) => `${text} ${count === 1 ? 'person' : 'people'}`,
	binds: (names: readonly string[]) =>
		`${joinWords(names)} ${names.length === 1 ? 'binds' : 'bind'}`,
	bindsShort: 'binds',
	nothingBinds: 'no limit binds: nobody else can be reached',
	what: (courses: string, goal: string) =>
		`Which of ${courses}, in which district groups, close most of the gap: ${goal}. Learners are taken to be as the people short there, so shares of women and rural learners are expectations.`,
	goals: {
		levels: (levels: string) => `${levels} levels gained`,
		people: 'as many people as possible'
	},
	courses: (count: number) => plural(count, 'ticked course', 'ticked courses'),
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
		'no-cohort': 'fewer people short than a cohort takes'
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
	pair: (a: string, b: string) => `${a} with ${b}`,
	loosenNothing: 'Loosening no two of them is enough: tick other courses, or loosen a filter.',
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
		`Mixed-integer programme solved by HiGHS: maximise the sum of gain × seats, seats and cohorts whole numbers, where every course taught is paid for once, every cohort and seat on top; within the budget, the seats, the people short of each offer (estimates, whose intervals stand in the table), the places a year of each provider × years, cohorts between their fewest and most learners, and each floor as a share of all learners. Gain of a seat: levels gained by a learner, Σ people short of a skill × levels its course leads up in it ÷ people short of any; or 1. ${text.limits} ${text.assumptions} ${text.gap}`,
	limits: (parts: readonly string[]) => `Limits: ${parts.join(', ')}.`,
	assumed: (parts: readonly string[]) => `Assumptions: ${parts.join('; ')}.`,
	assumption: (label: string, text: string, unit: string) =>
		`${label} ${text}${unit === '' ? '' : ` (${unit})`}`
} as const;
