import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { surveyOfImport, type Imported } from '#lib/state/own-surveys/import-survey.ts';
import { ownShelf } from '#lib/state/own-surveys/own-shelf.browser.ts';

/**
 * Keeps a survey on this device: its file, its recipe, and the cells that pages answer from. Resolves to its id.
 * @throws DeviceStorageError where the device has no room, the signal's reason when aborted; nothing has changed then
 */
export async function keepSurvey(
	imported: Imported,
	options: { readonly catalogue: Catalogue; readonly signal: AbortSignal }
): Promise<string> {
	const survey = await surveyOfImport(imported, options);
	await (await ownShelf()).keep(survey);
	return survey.own.id;
}
