/** Notes at the head of a CSV file. */
export const csvFile = {
	marked: "A ' stands before each text that a spreadsheet would run as a formula."
} as const;
