import type { ViewOptions } from '#lib/vocabulary/view.ts';

/** The parameter that chooses a survey of this device; without it the site's surveys answer. */
export const surveyParameter = 'survey';

/** What a page lets people choose, with the survey that a query names: no page knows those beforehand. */
export function withSurvey(options: ViewOptions, query: string): ViewOptions {
	const id = new URLSearchParams(query).get(surveyParameter);
	if (id === null) return options;
	return { ...options, choices: { ...options.choices, [surveyParameter]: ['', id] } };
}
