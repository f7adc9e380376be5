import type { PlannedCells } from '#lib/answers/ask.ts';
import type { Catalogue } from '#lib/contracts/catalogue.ts';
import type { Answer } from '#lib/vocabulary/estimate.ts';
import type { Problem } from '#lib/vocabulary/problem.ts';
import type { Question } from '#lib/vocabulary/question.ts';

/** Whom decisions ask: the published tables, or DuckDB on this device. */
export interface Asker {
	readonly catalogue: Catalogue;
	ask(question: Question): Promise<Answer>;
	/** The cells behind an Answer, for replicates and for who is short of two skills at once. */
	gather(question: Question): Promise<PlannedCells | Problem>;
	/** Where some figures are withheld from what leaves the device: the same with none withheld, for what is decided. */
	readonly whole?: Asker;
}

/** Where a page keeps the survey: codes by dimension. */
export type Where = Question['where'];

/** The question of an indicator of the skills audit. */
export function auditQuestion(indicator: string, where: Where, ...by: readonly string[]): Question {
	return { source: 'audit', indicator, by, where };
}
