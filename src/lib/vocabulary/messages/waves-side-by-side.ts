/** Waves that nobody has called comparable: their shares beside each other, no change drawn. */
export const sideBySide = {
	title: 'Waves side by side: no change is drawn between them',
	lead: 'Nobody has said that these waves put the same questions to the same kind of people. The owner of a survey can, on the page about it.',
	finding: 'Shares of each wave, each with its interval',
	what: 'The same measures, worked out in the same way from each wave. A difference may come from other questions or other people asked.',
	label: 'Measures, each from every wave',
	caption: (waves: string) => `Measures in waves ${waves}`,
	measure: 'Measure',
	wave: 'Wave',
	value: 'Value',
	source: (surveys: string, notice: string) => `${surveys}. ${notice}`,
	survey: (title: string, wave: string) => `${title}, wave ${wave}`
} as const;
