/** The courses that come first, on the first page. */
export const firstCourses = {
	titleClear: (clear: string, all: boolean) =>
		`Which course first? In ${clear}${all ? '' : '; elsewhere the order is open'}`,
	clear: (course: string, sector: string) => `${sector}, clearly “${course}”`,
	titleOpen: (sectors: string) =>
		`Which course first? Three for each of ${sectors}; in none is one clearly ahead`,
	lead: 'Each course bundles skills that are short together in the same jobs. The order weighs need, scarcity, reach and equity, and is shaken by sampling error and by other weights: a rank is a range.',
	heading: 'Three courses for each of the first sectors',
	volume: (hours: string, credits: string, level: string) =>
		`${hours} hours, ${credits} credits${level === '' ? '' : `, proposed level ${level}`}`,
	people: (people: string, n: string) => `${people} people short, n ${n}`,
	women: (share: string) => `${share} of them women`,
	rural: (share: string) => `${share} from rural homes`,
	sure: (ranks: string, of: number, top: string) =>
		`rank ${ranks} of ${of} in 95 of 100 draws; among the first three in ${top}`,
	whom: 'For whom',
	how: 'How sure',
	brief: 'Design brief',
	filtered:
		'The courses of this page are ranked for everybody asked. Under these filters the evidence and the order change: open them with the filters kept.'
} as const;
