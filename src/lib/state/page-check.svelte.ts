import type { Agreement } from '#lib/answers/agreement.ts';

/** DuckDB working a page out again: whether it is at it, and what it found. Of several runs the last one counts. */
export class PageCheck {
	#found = $state.raw<Agreement>();
	#running = $state(false);
	#turn = 0;

	get found(): Agreement | undefined {
		return this.#found;
	}

	get running(): boolean {
		return this.#running;
	}

	/** Forgets what was found: the page shows something else now. */
	reset(): void {
		this.#turn++;
		this.#found = undefined;
		this.#running = false;
	}

	/** Never rejects: when it fails the page keeps its figures, and can be checked again. */
	async run(compare: () => Promise<Agreement>): Promise<void> {
		const turn = ++this.#turn;
		this.#running = true;
		try {
			const found = await compare();
			if (turn === this.#turn) this.#found = found;
		} catch (error) {
			console.error(error);
		} finally {
			if (turn === this.#turn) this.#running = false;
		}
	}
}
