/** What an answer on the command line says beside its figures. */
export const askNotes = {
	oaxaca:
		'The unexplained part is what differences in these predictors do not account for, measured as they are. It is not a measure of discrimination: it holds the effect of everything that is not among the predictors, and the predictors may themselves be shaped by unequal treatment.'
} as const;
