import type { Condition, Offer } from './portfolio-model.ts';

/** Conditions with a number that a plan can come near to. */
export type Reachable = Extract<Condition, 'women' | 'rural' | 'budget' | 'seats'>;

/** How a condition stands in a plan. */
export interface ConditionState {
	readonly condition: Exclude<Condition, 'cohort'>;
	/**
	 * What is left: money, seats, or courses; of a floor, learners who may change without breaking it; of places, those
	 * of the fullest provider.
	 */
	readonly slack: number;
	/** Less is left than one more seat or course would take. */
	readonly binds: boolean;
}

/** Seats in one offer; its cost is that of its cohorts and seats. */
export interface Choice {
	readonly offer: Offer;
	readonly seats: number;
	readonly cohorts: number;
	readonly cost: number;
	readonly gain: number;
}

export interface PortfolioPlan {
	readonly status: 'plan';
	/** The offers with seats, in the order of the model. */
	readonly choices: readonly Choice[];
	readonly gain: number;
	/** All courses, cohorts and seats. */
	readonly cost: number;
	readonly seats: number;
	/** Shares of all learners. */
	readonly women: number;
	readonly rural: number;
	/** No plan gains more than this. */
	readonly bound: number;
	/** (bound − gain)/gain. */
	readonly gap: number;
	/** Whether time ran out before the gap that was asked for. */
	readonly stopped: boolean;
	readonly conditions: readonly ConditionState[];
}

/** No plan meets all conditions. */
export interface NoPlan {
	readonly status: 'none';
	/**
	 * Each a set of conditions without which there is a plan: single ones, else pairs, else one set of which each is
	 * needed. Empty: not even without all of them.
	 */
	readonly loosen: readonly (readonly Condition[])[];
	/** Of a single one, how far it is to be loosened: the most that a floor can be, the least budget or seats. */
	readonly reach: Readonly<Partial<Record<Reachable, number>>>;
}
