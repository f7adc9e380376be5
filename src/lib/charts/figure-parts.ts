/** How the figures of a chart were made, as its details print it. */
export interface Computed {
	/** The Questions, each in canonical JSON. */
	readonly questions: readonly string[];
	/** What DuckDB ran over a file of this device; other figures make theirs when it is asked for. */
	readonly sql?: string | undefined;
	/** Estimator, interval and settings in a sentence or two. */
	readonly method: string;
}
