interface Sector {
	readonly code: string;
	readonly label: string;
}

/**
 * What stands for a sector in an address below `/sectors/`; undefined elsewhere.
 * @param path of the page within the site, as the address has it
 */
export function sectorAsked(path: string): string | undefined {
	const segment = /^\/sectors\/([^/]+)\/?$/.exec(path)?.[1];
	try {
		return segment && decodeURIComponent(segment).slice(0, 60);
	} catch {
		return segment;
	}
}

/** The one sector that was meant: by code or label in any case, or by how only its label begins. */
export function sectorMeant(asked: string, sectors: readonly Sector[]): Sector | undefined {
	const plain = (text: string) =>
		text
			.toLowerCase()
			.replace(/[^\p{L}\p{N}]+/gu, ' ')
			.trim();
	const wanted = plain(asked);
	const same = sectors.find(({ code, label }) => [plain(code), plain(label)].includes(wanted));
	if (same || wanted.length < 3) return same;
	const [first, ...others] = sectors.filter(({ label }) => plain(label).startsWith(wanted));
	return others.length === 0 ? first : undefined;
}
