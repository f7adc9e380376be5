import type { AnswerContext } from '#lib/ingest/recipe/answers.ts';
import type { ImportBench, KindAndUnit, Opened } from './bench.ts';

/** What answers need to know of the file that lies on the bench. */
export function answerContext(
	{ opened, bench }: Pick<Opened, 'opened'> & { readonly bench: ImportBench },
	unit: KindAndUnit
): AnswerContext {
	return {
		matching: opened.matching,
		matchOne: (contract, column) => bench.matchOne(contract, column, unit),
		codeOf: (contract, column, text) => bench.codeOf(contract, { column, text }, unit)
	};
}
