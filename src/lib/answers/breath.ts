/** Milliseconds of work after which a page may answer the person again. */
const longest = 40;

/** Lets a page do other things between two pieces of long work, when enough time has gone by. */
export type Breathe = () => Promise<void> | undefined;

export function breathing(): Breathe {
	let since = performance.now();
	return () => {
		if (performance.now() - since < longest) return undefined;
		return new Promise((resolve) => {
			setTimeout(() => {
				since = performance.now();
				resolve();
			});
		});
	};
}
