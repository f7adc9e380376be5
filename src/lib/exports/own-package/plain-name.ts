/** Small letters, digits and hyphens, as names of Frictionless are; '' where nothing of a text is left. */
export function plainName(text: string): string {
	return text
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60);
}
