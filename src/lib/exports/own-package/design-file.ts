import type { DescribedPackage } from './described-package.ts';

/** How the sample was drawn, for design.json: what svydesign() and svyset have to be told, and what the file called it. */
export function designFile({ table, design, recipe, settled }: DescribedPackage): object {
	const { survey } = recipe;
	const { complete, respondent, strata, cluster, weight, fpc, notes } = design;
	const sample = {
		respondent: respondent ?? null,
		...{ strata, cluster, nest: true },
		...{ weight: weight ?? null, fpc: fpc ?? null },
		lonelyPsu: design.loneStrata > 0 ? 'adjust' : 'fail',
		loneStrata: design.loneStrata,
		rowsWithoutDesign: design.incomplete
	};
	return {
		synthetic: survey.synthetic,
		...{ title: survey.title, wave: survey.wave, universe: survey.universe },
		...{ from: survey.from ?? null, to: survey.to ?? null },
		tables: {
			[table.name]: { ...(complete ? { completeCount: true } : sample), note: notes.join(' ') }
		},
		columnsOfTheFile: settled.design
	};
}
