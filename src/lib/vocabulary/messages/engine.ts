/** DuckDB on demand and in sight. */
export const engine = {
	published: 'Figures from the published tables.',
	computed: 'Figures computed by DuckDB on this device.',
	agrees: (figures: string) =>
		`DuckDB worked out all ${figures} figures of this page again: every one agrees.`,
	differs: (differing: string, figures: string) =>
		`DuckDB worked out ${figures} figures of this page again; ${differing} differ from the published tables.`,
	compute: (size: string) => `Compute here with DuckDB (${size}, once)`,
	computeAgain: 'Compute here with DuckDB',
	starting: 'Fetching DuckDB.',
	progress: (received: string, total: string) => `Fetching DuckDB: ${received} of ${total}`,
	cancel: 'Cancel',
	retry: 'Try again',
	megabytes: (text: string) => `${text} MB`,
	queryFailed: 'The figures under this filter could not be drawn.',
	failedHelp: 'What stands below is the last answer that was drawn.',
	openAll: 'Show the page without filters'
} as const;
