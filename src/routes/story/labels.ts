import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { labelOf } from '#lib/contracts/catalogue.ts';
import type { Role } from '#lib/charts/roles.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import { story as words } from '#lib/vocabulary/messages/story.ts';
import type { View } from '#lib/vocabulary/view.ts';
import { inSentence, joinWords } from '#lib/vocabulary/words.ts';

const targetRoles: readonly Role[] = ['sector-1', 'sector-2', 'sector-3'];

/** The colour and shape of a sector: its own when it is a target, else that of a comparison. */
export function roleOfSector(catalogue: Catalogue, code: string): Role {
	const at = catalogue.site.targetSectors.findIndex((target) => target.code === code);
	return targetRoles[at] ?? 'comparison';
}

export const roleOfSex: Readonly<Record<string, Role>> = { F: 'women', M: 'men' };

export const roleOfResidence: Readonly<Record<string, Role>> = {
	urban: 'urban',
	periurban: 'periurban',
	rural: 'rural'
};

/** A sector inside a sentence: "mining", "information technology". */
export function sectorInSentence(catalogue: Catalogue, code: string): string {
	return inSentence(labelOf(catalogue, 'sector', code));
}

/** A skill inside a sentence: "use mine planning software". */
export function skillInSentence(catalogue: Catalogue, code: string): string {
	return inSentence(labelOf(catalogue, 'skill', code));
}

/**
 * Whom a View shows, as a noun phrase: "workers", "rural women", "rural or urban workers (age: 15 to 24)".
 * @param people what respondents are called
 */
export function whom(view: View, catalogue: Catalogue, people: string = words.workers): string {
	const { residence, sex, sector, ...others } = view.filters;
	const phrase = (list: string, codes: readonly string[]): string =>
		joinWords(
			codes.map((code) => {
				const entry = catalogue.codeLists[list]?.find((one) => one.code === code);
				return entry?.in_sentence ?? inSentence(entry?.label ?? code);
			}),
			words.or
		);
	const who = sex ? phrase('sex', sex) : people;
	const main = residence ? `${phrase('residence', residence)} ${who}` : who;
	const rest = Object.entries({ ...(sector ? { sector } : {}), ...others }).map(([id, codes]) => {
		const dimension = dimensions[id];
		const labels = codes.map((code) => labelOf(catalogue, dimension?.codeList ?? '', code));
		return words.restriction(dimension?.label ?? id, joinWords(labels, words.or));
	});
	return rest.length > 0 ? `${main} (${rest.join('; ')})` : main;
}

/** The dimension that splits by residence, as the View counts peri-urban homes. */
export function residenceDimension(view: View): string {
	const { periurban } = view.choices;
	return periurban === undefined ? 'residence' : `residence_${periurban}`;
}
