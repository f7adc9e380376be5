import type { Answer, Estimate } from '#lib/vocabulary/estimate.ts';
import { figureAt } from '../story/story.ts';

/** One gap taken apart by one dimension. */
export interface Taken {
	readonly id: string;
	/** "Rural − urban, by field of study". */
	readonly title: string;
	readonly over: string;
	readonly answer: Answer;
}

/** The parts that are drawn, in this order. */
export const parts = ['difference', 'rate', 'composition'] as const;
export type Part = (typeof parts)[number];

/** An effect over all categories. */
export function partOf({ answer }: Taken, part: string): Estimate {
	return answer.estimates.find((one) => one.part === part) ?? figureAt(answer);
}
