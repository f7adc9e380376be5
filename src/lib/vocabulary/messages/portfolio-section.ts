/** Which courses, where, with a budget: what stands before the form is there. */
export const portfolioSection = {
	title: 'With a budget: which courses, where?',
	what: 'Of the courses ticked above, which in which district groups close most of the gap within your budget, seats and floors. A level gained is one step of proficiency, in one skill, of one learner.',
	noScript: 'A plan is worked out on your device. That needs scripts, which are off.',
	notFetched: 'The form could not be fetched.',
	retry: 'Try again'
} as const;
