import type { Warehouse } from '#lib/warehouse/warehouse.ts';
import type { Checked } from './checking/check-file.ts';
import { checkOpened } from './import.ts';
import { openFile, type ImportOptions, type OpenedFile } from './open-file.ts';
import type { Recipe } from './recipe/recipe.ts';
import { settle } from './recipe/settle.ts';

/**
 * The canonical table of the very file that a recipe was made with: every step as it stands, nothing guessed
 * anew. (On another file a recipe is replayed by `importFile`, which tells what drifted.)
 * @throws ProblemError with one sentence when the file cannot be read; the signal's reason when aborted
 */
export async function replayExactly(
	warehouse: Warehouse,
	{ blob, name, recipe }: { readonly blob: Blob; readonly name: string; readonly recipe: Recipe },
	options: Pick<ImportOptions, 'catalogue' | 'contracts' | 'files' | 'signal' | 'onProgress'>
): Promise<{ readonly opened: OpenedFile; readonly checked: Checked }> {
	const { reading } = settle(recipe.steps);
	const opened = await openFile(
		warehouse,
		{ blob, name },
		{ ...options, recipe, ...(reading ? { reading } : {}) }
	);
	const { checked } = await checkOpened(warehouse, opened, { ...options, recipe });
	return { opened, checked };
}
