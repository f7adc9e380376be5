import { readCatalogue, readManifest } from './generated.server.ts';

/** What every page needs: the frame's words about the country, and where the published tables lie. */
export async function load() {
	const [{ site }, { publication }] = await Promise.all([readCatalogue(), readManifest()]);
	const { country, inCountry, edition, editionDate, notice } = site;
	return { site: { country, inCountry, edition, editionDate, notice }, publication };
}
