/** Words where a number would stand, by the reason why it is null. */
export const nullWords = {
	empty: 'nobody in the sample',
	'all-missing': 'no answers',
	'zero-denominator': 'nothing to count',
	'one-cluster': 'one sampling unit',
	'lonely-stratum': 'a stratum with one sampling unit',
	'no-variance': 'all answers agree',
	'complete-count': 'a complete count',
	'needs-replicates': 'needs replicate weights',
	'not-reached': 'not reached',
	'no-yardstick': 'no design effect',
	'normalised-weights': 'weights do not add up to people',
	withheld: 'withheld'
} as const;

/** Words beside a figure that asks for care. Empty where none is needed. */
export const qualityWords = {
	'not-applicable': 'no answers',
	suppressed: 'withheld',
	unreliable: 'too few answers to show',
	'low-n': 'few answers',
	imprecise: 'imprecise',
	ok: ''
} as const;

/** The figures: words around a chart, its table and its actions. */
export const charts = {
	/** An interval whose upper end lies beyond what was observed. */
	orMore: (low: string) => `${low} or more`,
	noInterval: (why: string) => `no interval: ${why}`,
	withheld: (rule?: string) => `Withheld to protect the respondents${rule ? `: ${rule}` : ''}.`,
	tooFew: (n: string) => `Too few answers to show: n ${n}.`,
	/** Where it may be the clusters that are too few. */
	tooFewIn: (n: string, clusters: number) =>
		`Too few answers to show: n ${n}, in ${clusters} ${clusters === 1 ? 'cluster' : 'clusters'}.`,
	/** Beside a mark, where a sentence has no room. */
	tooFewShort: 'too few',
	n: (n: string) => `n ${n}`,
	intervalIs: (level: string, low: string, high: string) => `${level} interval ${low} to ${high}`,
	intervalOpen: (level: string, interval: string) => `${level} interval ${interval}`,
	people: (n: string, who: string) => `${n} ${who}`,
	levels: (text: string) => `${text} levels`,
	months: (text: string) => `${text} months`,
	points: (text: string, one: boolean) => `${text} ${one ? 'point' : 'points'}`,
	million: (text: string) => `${text} million`,
	billion: (text: string) => `${text} billion`,
	key: 'Key',
	capsule: 'capsule: 95% interval',
	hollow: 'hollow: use with care',
	dashed: 'hollow, dashed: imprecise',
	hatched: 'withheld',
	arrows: (label: string) => `${label}. Arrow keys move between rows.`,
	actions: 'Take this figure with you',
	tableActions: 'Take this table with you',
	table: 'Table',
	forms: { csv: 'CSV', png: 'PNG', svg: 'SVG', r: 'R' },
	cite: 'Cite',
	embed: 'Embed',
	notMade: 'That could not be made here. Try again, with a connection.',
	address: (address: string) => `Address: ${address}`,
	copyLink: 'Copy link',
	copied: 'Link copied',
	notCopied: (address: string) => `Copy this address: ${address}`,
	computed: 'How this was computed',
	question: 'The question',
	sql: 'The SQL',
	method: 'The method'
} as const;
