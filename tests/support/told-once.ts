/**
 * What is told of the same again is told once for all tests of a file: many of them look at the same Views.
 * @param tell its argument is plain data, which JSON tells apart
 */
export function toldOnce<Asked, Story>(
	tell: (asked: Asked) => Promise<Story>
): (asked: Asked) => Promise<Story> {
	const stories = new Map<string, Promise<Story>>();
	return (asked) => {
		const text = JSON.stringify(asked);
		const story = stories.get(text) ?? tell(asked);
		stories.set(text, story);
		return story;
	};
}
