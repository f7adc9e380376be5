import type { FileDesign, FileQuestion } from '#lib/answers/file-question.ts';
import type { FileIndicator } from '#lib/indicators/made-on-the-spot.ts';
import type { ProportionMethod } from '#lib/survey/proportion-interval.ts';
import type { QuantileRule } from '#lib/survey/quantile.ts';
import type { Decomposition, Difference } from '#lib/vocabulary/question.ts';
import type { RowsAsked } from './asked.ts';
import type { ReplicatesAsked } from './replicated.ts';

/** A Question about a file with everything that `npm run ask` takes; a FileQuestion is one of them. */
export interface FullFileQuestion extends Omit<FileQuestion, 'indicator' | 'design'>, RowsAsked {
	readonly design: FullFileDesign;
	/** Of an Oaxaca-Blinder decomposition: the mean of what it decomposes. */
	readonly indicator: FileIndicator;
	readonly difference?: Difference | readonly [Difference, Difference];
	readonly decompose?: Decomposition;
	readonly quantile?: number;
	readonly rule?: QuantileRule;
	readonly interval?: ProportionMethod | 'quantile';
	/** Without `columns` those whose names begin with `prefix`. */
	readonly replicates?: Omit<ReplicatesAsked, 'columns'> & {
		readonly columns?: readonly string[];
		readonly prefix?: string;
	};
}

export interface FullFileDesign extends FileDesign {
	/** Units drawn without replacement within the clusters, and how many a cluster has. */
	readonly secondStage?: { readonly unit: readonly string[]; readonly population: string };
}

/** Whether the site's own estimators of cells answer, with a million rows and more. */
export function isPlain(question: FullFileQuestion): question is FileQuestion {
	const { indicator, design, difference, decompose, interval, replicates } = question;
	return (
		(indicator.kind === 'count' || indicator.kind === 'mean' || indicator.kind === 'proportion') &&
		[difference, decompose, interval, replicates, design.secondStage].every(isAbsent) &&
		[question.contrast, question.oaxaca].every(isAbsent) &&
		!isCalibrated(question)
	);
}

/** Whether sums by cluster carry the answer. */
export function isOfCells(question: FullFileQuestion): boolean {
	const { indicator, design, decompose, oaxaca, replicates } = question;
	return (
		!['quantile', 'curve'].includes(indicator.kind) &&
		[decompose, oaxaca, replicates, design.secondStage].every(isAbsent) &&
		!isCalibrated(question)
	);
}

/** Whether weights are brought to known totals. */
export function isCalibrated({ poststratify, rake, calibrate }: RowsAsked): boolean {
	return ![poststratify, rake, calibrate].every(isAbsent);
}

function isAbsent(part: unknown): boolean {
	return part === undefined;
}
