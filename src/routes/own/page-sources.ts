/** The surveys that each page tells of, by route: the first is what it is about. */
const sources: Readonly<Record<string, readonly string[]>> = {
	'/graduates': ['tracer'],
	'/graduates/match': ['tracer'],
	'/graduates/waves': ['tracer'],
	'/enrolment': ['enrolment'],
	'/equity': ['tracer', 'audit', 'enrolment']
};

/** Every other page of figures is about the skills audit. */
export function sourcesOfPage(route: string | null): readonly string[] {
	return sources[route ?? ''] ?? ['audit'];
}
