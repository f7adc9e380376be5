/**
 * The name of a file: path of the page, figure and query, as in `sectors-MIN-by-skill-sex-F.csv`.
 * @param path of the page within the site
 * @param query with its question mark, or empty
 * @param ending without its dot
 */
export function fileName(
	{ path, id, query }: { path: string; id: string; query: string },
	ending: string
): string {
	const chosen = [...new URLSearchParams(query)].flat();
	const words = [...path.split('/'), id, ...chosen]
		.map((part) => part.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, ''))
		.filter((part) => part !== '');
	// Some file systems end at 255 bytes.
	return `${words.join('-').slice(0, 120)}.${ending}`;
}
