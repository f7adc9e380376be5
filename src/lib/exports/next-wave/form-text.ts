/** Cells of an XLSForm: how its expressions are written (https://xlsform.org/en/). */

/** The value of a question. */
export function valueOf(name: string): string {
	return '${' + name + '}';
}

/** Text in quotes; a code never holds one. */
export function isOneOf(name: string, codes: readonly string[]): string {
	return codes.map((code) => `${valueOf(name)} = '${code}'`).join(' or ');
}

/** Both ends of what is allowed, empty where there are none. */
export function between(minimum: number | undefined, maximum: number | undefined): string {
	const ends = [
		...(minimum === undefined ? [] : [`. >= ${minimum}`]),
		...(maximum === undefined ? [] : [`. <= ${maximum}`])
	];
	return ends.join(' and ');
}
