/** Lines over months or years: their key, their risk table and how arrows move on them. */
export const curveWords = {
	arrows: (label: string) =>
		`${label}. Arrow keys: left and right move along a line, up and down to another line.`,
	band: 'line with its 95% band',
	seen: 'last seen without the event',
	risk: 'Still observed, without the event',
	group: 'Group',
	/** A line in short: its last value that may be shown, as a sentence. */
	ends: (sentence: string) => `Ends with ${sentence}`,
	nothing: (name: string) => `${name}: too few answers to show`,
	hollow: 'hollow line: use with care',
	dashed: 'faint, dashed band: imprecise'
} as const;
