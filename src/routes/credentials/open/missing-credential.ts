/**
 * What stands for a course in an address below `/credentials/`; undefined elsewhere.
 * @param path of the page within the site, as the address has it
 */
export function credentialAsked(path: string): string | undefined {
	const segment = /^\/credentials\/([^/]+)\/?$/.exec(path)?.[1];
	try {
		return segment && decodeURIComponent(segment).slice(0, 60);
	} catch {
		// An address may hold what is no text; it is shown as it stands.
		return segment;
	}
}
