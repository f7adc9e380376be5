import type { Step } from '#lib/ingest/recipe/recipe.ts';
import { openSurvey } from '#lib/vocabulary/messages/open-survey.ts';
import { joinWords } from '#lib/vocabulary/words.ts';

const words = openSurvey.log.steps;

/** Titles of the contract's columns, and what the site says of its checks. */
export interface StepNames {
	contract(id: string): string;
	/** The label of a code. */
	code(contract: string, code: string): string;
	rule(id: string): string;
}

/** A step in words, for the list of what was done. */
export function stepSentence(step: Step, names: StepNames): string {
	switch (step.do) {
		case 'read': {
			const { format, encoding, delimiter } = step.reading;
			const mark = openSurvey.reading.marks[delimiter] ?? delimiter;
			return words.read(format === 'text' ? joinWords([encoding, mark]) : format);
		}
		case 'kind':
			return words.kind(openSurvey.kind.names[step.kind]);
		case 'match':
			return step.columns.length > 0
				? words.match(names.contract(step.contract), joinWords(step.columns))
				: words.unmatch(names.contract(step.contract));
		case 'values':
			return words.values(names.contract(step.contract), Object.keys(step.values).length);
		case 'lengthen':
			return words.lengthen(step.columns.length);
		case 'leave-out':
			return words.leaveOut(step.column);
		case 'keep':
			return words.keep(step.column);
		case 'design':
			return words.design;
		case 'accept':
			return words.accept(names.rule(step.rule));
	}
}
