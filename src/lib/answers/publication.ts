import type { Catalogue } from '#lib/contracts/catalogue.ts';
import { dimensions } from '#lib/indicators/dimensions.ts';
import type { Manifest } from './answer-book.ts';

/** What the browser fetches before its first own answer: where the tables lie, and the words for their codes. */
export interface Publication {
	readonly manifest: Manifest;
	readonly catalogue: Catalogue;
}

/** The catalogue without what only built pages print: unused code lists, long texts, addresses of skills. */
export function slimCatalogue(catalogue: Catalogue): Catalogue {
	const used = new Set(Object.values(dimensions).map(({ codeList }) => codeList));
	const lists = Object.entries(catalogue.codeLists).filter(([id]) => used.has(id));
	return {
		...catalogue,
		site: { ...catalogue.site, limits: {}, demandRisk: {}, attribution: [], skillHours: '' },
		codeLists: Object.fromEntries(
			lists.map(([id, codes]) => [
				id,
				codes.map(({ code, label, in_sentence, skill_level }) => ({
					...{ code, label },
					...(in_sentence === undefined ? {} : { in_sentence }),
					// Levels of courses are proposed from it.
					...(skill_level === undefined ? {} : { skill_level })
				}))
			])
		),
		skills: catalogue.skills.map((skill) => ({
			...skill,
			...{ escoUri: '', escoLabel: '', occupations: [], assessment: '' }
		})),
		surveys: catalogue.surveys.map((survey) => ({
			...survey,
			...{ mode: '', excludes: '', design: '', from: '', to: '' }
		}))
	};
}
