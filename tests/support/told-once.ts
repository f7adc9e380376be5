/** A page under a query, told once for all tests of a file: many of them look at the same hundreds of Views. */
export function toldOnce<Story>(
	tell: (query: string) => Promise<Story>
): (query: string) => Promise<Story> {
	const stories = new Map<string, Promise<Story>>();
	return (query) => {
		const story = stories.get(query) ?? tell(query);
		stories.set(query, story);
		return story;
	};
}
