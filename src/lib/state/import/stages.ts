/** The stages of an import in their order; each can be gone back to. */
export const stages = ['file', 'kind', 'columns', 'values', 'design', 'checks', 'import'] as const;
export type Stage = (typeof stages)[number];

export function stageAfter(stage: Stage): Stage | undefined {
	return stages[stages.indexOf(stage) + 1];
}

export function stageBefore(stage: Stage): Stage | undefined {
	return stages[stages.indexOf(stage) - 1];
}
