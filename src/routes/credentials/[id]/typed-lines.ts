/** What is no number is blank, for the rules to speak of. */
export function toNumber(text: string): number | null {
	const number = Number(text);
	return text.trim() === '' || !Number.isFinite(number) ? null : number;
}

export function isNoNumber(line: string): boolean {
	return toNumber(line) === null;
}

/** Lines with something on them. */
export function toLines(text: string): string[] {
	return text
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
}
