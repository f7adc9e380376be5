/** What the notices of an own survey are about. */
interface Noticed {
	readonly kind: string;
	readonly title: string;
	readonly synthetic: boolean;
	readonly facts: { readonly weighted: boolean };
}

/** Surveys of the person's own, kept on this device. */
export const ownSurveys = {
	/** Under every figure, and over the page. */
	notice: ({ kind, title, synthetic, facts }: Noticed) =>
		[
			`Your own survey, on this device: ${title}; not published.`,
			...(synthetic ? ['Its owner says that these data are made up.'] : []),
			// Records of everybody have none, and need none.
			...(facts.weighted || kind === 'enrolment'
				? []
				: ['The file has no weights: every row counts once.'])
		].join(' '),
	/** A wave of an own survey among those of the site; `nth` where several have the same. */
	wave: (wave: string, nth: number) => (nth === 1 ? `${wave} (yours)` : `${wave} (yours, ${nth})`),
	besideSite: (own: string, site: string, notice: string) =>
		`${own} Waves without “yours” are of the site’s ${site.toLowerCase()}. ${notice}`
} as const;
