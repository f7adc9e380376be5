const plural = (n: number, one: string, several: string): string =>
	`${n} ${n === 1 ? one : several}`;

/** Which courses, where, with a budget: the form. */
export const portfolio = {
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
		'No price was published. These amounts and shares are this site’s own assumptions, made for planning. A course within daily reach costs its learners no travel; a weekly block takes travel and lodging; a remote course takes data.',
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
	linkIgnored: (names: string) => `The link holds what this page does not know: ${names}.`,
	linkMissing: (ids: readonly string[]) =>
		`The link names ${ids.length === 1 ? 'a course that is' : 'courses that are'} not in the list above: ${ids.slice(0, 5).join(', ')}${ids.length > 5 ? ' …' : ''}. Another edition has other courses, and filters leave some out.`,
	kept: 'These numbers stay on this page until it is closed; the link keeps them.',
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
	stale: 'You have changed something since: this plan is of the numbers before.'
} as const;
