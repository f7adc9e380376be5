import { ownPackage } from '#lib/exports/own-package/package-files.ts';
import { zipPackage } from '#lib/exports/own-package/zip-package.ts';
import type { Recipe } from '#lib/ingest/recipe/recipe.ts';
import { withReplayed, type ReplayOptions } from '../../own/remake.browser.ts';

interface Kept {
	readonly source: File;
	readonly recipe: Recipe;
}

/**
 * The data package of a kept survey as one zip file, made anew from its file and its recipe.
 * @param withSource the file as it came becomes part of it
 * @throws ProblemError when the file cannot be read; the signal's reason when aborted
 */
export function packKept(
	{ source, recipe }: Kept,
	{ withSource, ...options }: ReplayOptions & { readonly withSource: boolean }
): Promise<File> {
	const { signal, tell } = options;
	return withReplayed(
		{ source, recipe },
		options,
		async ({ warehouse, opened, checked, guide }) => {
			tell('pack');
			const made = await ownPackage({
				...{ warehouse, checked, recipe, signal, ...guide, raw: opened.raw },
				...(withSource ? { source } : {})
			});
			const zip = await zipPackage(made, { signal });
			return new File([zip], `${made.name}.zip`, { type: zip.type });
		}
	);
}
