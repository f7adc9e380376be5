import type { Step } from '#lib/ingest/recipe/recipe.ts';

/** The steps that a person took themselves: those that did not come with the matching. */
export function ownSteps(steps: readonly Step[], guessed: readonly Step[]): readonly Step[] {
	return steps.filter((step) => !guessed.includes(step));
}

/** Whether a step can be taken over a file with these columns. How a file is read and its kind are set anew. */
export function stillStands(step: Step, columns: readonly string[]): boolean {
	const has = (column: string): boolean => columns.includes(column);
	switch (step.do) {
		case 'match':
			return step.columns.every(has);
		case 'lengthen':
			return step.columns.every(({ column }) => has(column));
		case 'leave-out':
		case 'keep':
			return has(step.column);
		case 'design': {
			const { weight = [], stratum = [], cluster = [], fpc = [] } = step.design;
			return [weight, stratum, cluster, fpc].flat().every(has);
		}
		case 'read':
		case 'kind':
			return false;
		default:
			return true;
	}
}
