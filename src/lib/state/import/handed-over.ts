/** A file that another page of the site has read, on its way to the page that imports. */
let waiting: File | undefined;

export function handOver(file: File | undefined): void {
	waiting = file;
}

/** The file that was handed over, once. */
export function takeOver(): File | undefined {
	const file = waiting;
	waiting = undefined;
	return file;
}
