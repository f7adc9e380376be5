/** DuckDB on demand and in sight. */
export const engine = {
	published: 'Figures from the published tables.',
	own: 'Figures worked out on this device, from your own file.',
	checking: 'DuckDB is working this page out again.',
	agrees: (figures: string) =>
		`DuckDB worked out ${figures} figures of this page again: every one agrees.`,
	differs: (points: string, figures: string) =>
		`DuckDB worked out ${figures} figures of this page again; on ${points} points they differ from the published tables.`,
	alone: (figures: string) =>
		`DuckDB worked out the ${figures} figures of this page. The published tables do not hold them, so there is nothing to compare.`,
	aloneBeside: (figures: string) => `${figures} more are DuckDB’s alone.`,
	failedAbsent:
		'DuckDB could not start on this device, and the published tables do not hold this figure.',
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
