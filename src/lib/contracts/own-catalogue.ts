import type { Catalogue, Code } from './catalogue.ts';
import { sourceOfKind, surveyOfOwn, type OwnSurvey } from './own-survey.ts';

/**
 * The catalogue as the pages read it when an own survey is chosen: it is the only survey there is, its codes
 * stand behind those of the code lists, and every figure carries its notice in place of the site's.
 */
export function ownCatalogue(catalogue: Catalogue, own: OwnSurvey, notice: string): Catalogue {
	const { site, codeLists } = catalogue;
	const source = sourceOfKind(own.kind);
	const like = catalogue.surveys.find(({ id }) => id === source);
	const { codes, years, cohorts } = own.facts;
	const lists: Record<string, readonly Code[]> = {
		...codeLists,
		...Object.fromEntries(
			Object.entries(codes).map(([id, brought]) => [id, withCodes(codeLists[id] ?? [], brought)])
		),
		wave: plainCodes([own.wave]),
		...(years.length > 0 ? { year: plainCodes(years) } : {}),
		...(cohorts.length > 0 ? { cohort: plainCodes(cohorts) } : {})
	};
	return {
		...catalogue,
		site: { ...site, notice, default: { ...site.default, wave: own.wave } },
		codeLists: lists,
		surveys: [surveyOfOwn(own, like)]
	};
}

function plainCodes(codes: readonly string[]): Code[] {
	return codes.map((code) => ({ code, label: code }));
}

function withCodes(list: readonly Code[], brought: readonly Code[]): readonly Code[] {
	const known = new Set(list.map(({ code }) => code));
	return [...list, ...brought.filter(({ code }) => !known.has(code))];
}
