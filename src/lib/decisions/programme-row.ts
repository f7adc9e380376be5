export type Terms = readonly (readonly [coefficient: number, name: string])[];

/** One row, a term a line: solvers limit the length of lines. */
export function row(name: string, terms: Terms, bound: string): string {
	const lines = terms
		.filter(([coefficient]) => coefficient !== 0)
		.map(([coefficient, of]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} ${of}`);
	// A row must name a variable; one without any says 0.
	const [, any] = terms[0] ?? [0, 's'];
	return `${name}: ${lines.length > 0 ? lines.join('\n ') : `0 ${any}`} ${bound}`.trimEnd();
}

interface OfCourse {
	readonly offer: { readonly course: string };
}

/** The courses of some offers, each once, in the order in which they come. */
export function coursesOf(offers: readonly OfCourse[]): string[] {
	return [...new Set(offers.map(({ offer }) => offer.course))];
}

/** Names of the variables that say whether a course is taught, in that order. */
export function courseNames(offers: readonly OfCourse[]): string[] {
	return coursesOf(offers).map((_, k) => `t${k}`);
}
