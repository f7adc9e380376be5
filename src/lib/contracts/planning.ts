/** What a course can build on and would cost: not survey results, but what data/ says or assumes. */
export interface Planning {
	readonly providers: readonly Provider[];
	readonly reach: readonly Reach[];
	readonly courses: readonly ShortCourse[];
	readonly costs: CostAssumptions;
}

/** A site that could teach a short course. */
export interface Provider {
	readonly id: string;
	readonly label: string;
	readonly kind: string;
	/** Code of the district group. */
	readonly districtGroup: string;
	/** ISCED-F broad fields. */
	readonly fields: readonly string[];
	readonly sectors: readonly string[];
	/** Levels of the qualifications framework that it teaches. */
	readonly lqf: { readonly from: number; readonly to: number };
	readonly modes: readonly string[];
	readonly seatsAYear: number;
	readonly gridPower: boolean;
	readonly status: string;
	readonly synthetic: boolean;
}

/** How learners of a district group can take a course in another. */
export interface Reach {
	/** District group of the provider, and of the learners. */
	readonly from: string;
	readonly to: string;
	readonly kind: ReachKind;
}

export const reachKinds = ['daily', 'weekly block', 'remote'] as const;
export type ReachKind = (typeof reachKinds)[number];

/** A short course that exists. */
export interface ShortCourse {
	readonly id: string;
	readonly title: string;
	/** Absent where it is not stated. */
	readonly provider?: string;
	readonly skills: readonly string[];
	readonly hours?: number;
	readonly mode?: string;
	readonly districtGroup?: string;
	readonly fee?: number;
	readonly status: string;
	readonly source: string;
	readonly synthetic: boolean;
}

/** Assumptions for planning, in the country's currency; editable on the page. */
export interface CostAssumptions {
	readonly currency: string;
	readonly items: readonly CostItem[];
	readonly contactHoursAWeek: number;
	readonly learnersInACohort: { readonly least: number; readonly most: number };
	readonly budget: number;
	readonly seats: number;
	readonly years: number;
	/** Shares, 0 to 1. */
	readonly womenAtLeast: number;
	readonly ruralAtLeast: number;
}

export interface CostItem {
	readonly id: string;
	readonly label: string;
	/** Of what the amount is: `a cohort`. */
	readonly unit: string;
	readonly amount: number;
}
