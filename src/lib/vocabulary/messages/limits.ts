/** What figures can't say. */
export const limits = {
	own: 'This is your own survey: whom it leaves out, how they were drawn and who did not answer is for you to say beside its figures.'
} as const;
