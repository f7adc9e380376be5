/** How many courses are in the portfolio until somebody ticks. */
const first = 5;

/** The candidates that are put in the portfolio: the first of the order, until the person chooses. */
class Chosen {
	#own = $state.raw<readonly string[]>();

	/**
	 * The ids chosen, in the order of the list; one that is no longer in the list stays chosen, unseen.
	 * @param order ids of the list, first place first
	 */
	of(order: readonly string[]): string[] {
		const own = this.#own ?? order.slice(0, first);
		return order.filter((id) => own.includes(id));
	}

	/** Puts a candidate in, or takes it out. */
	set(id: string, ticked: boolean, order: readonly string[]): void {
		const others = (this.#own ?? order.slice(0, first)).filter((one) => one !== id);
		this.#own = ticked ? [...others, id] : others;
	}
}

export const chosen = new Chosen();
