/** Runs tasks one after the other, in the order given; a failed task does not stop the next. */
export class Serial {
	#last: Promise<unknown> = Promise.resolve();

	run<T>(task: () => Promise<T>): Promise<T> {
		const next = this.#last.then(task);
		this.#last = next.catch(() => undefined);
		return next;
	}
}
