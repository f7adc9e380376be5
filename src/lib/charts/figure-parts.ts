/** How the figures of a chart were made, as its details print it. */
export interface Computed {
	/** The Questions, each in canonical JSON. */
	readonly questions: readonly string[];
	/** What DuckDB ran, or would run. */
	readonly sql?: string | undefined;
	/** Estimator, interval and settings in a sentence or two. */
	readonly method: string;
}
