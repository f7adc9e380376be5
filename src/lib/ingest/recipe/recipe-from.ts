import { askBelow, type ColumnMatch, type Matching } from '#lib/ingest/matching/types.ts';
import type { RawTable } from '#lib/ingest/reading/raw-table.ts';
import type { Reading } from '#lib/ingest/reading/reading.ts';
import type { Recipe, Step, SurveyInfo } from './recipe.ts';

export interface RecipeParts {
	/** As the file looks. */
	readonly guessed: Reading;
	/** As it was read: where the person changed something, this is a step of its own. */
	readonly reading: Reading;
	readonly raw: RawTable;
	readonly fileName: string;
	readonly survey: SurveyInfo;
}

/** The recipe that takes all that was found; what has to be asked is not in it yet. */
export function recipeFrom(matching: Matching, parts: RecipeParts): Recipe {
	const { guessed, reading, raw, fileName, survey } = parts;
	const changed: Step[] = isSame(guessed, reading) ? [] : [{ do: 'read', reading }];
	return {
		format: 'recipe-1',
		file: recipeFile(raw, fileName),
		survey,
		steps: [{ do: 'read', reading: guessed }, ...changed, ...foundSteps(matching)]
	};
}

/** The file of a recipe, without counts. */
export function recipeFile(raw: RawTable, name: string): Recipe['file'] {
	return {
		...{ name, sha256: raw.sha256, rows: raw.rows + raw.rejectedRows },
		columns: raw.columns.map((column) => column.name)
	};
}

/** The steps that what was found comes to, in the order in which a person would take them. */
export function foundSteps({ kind, personal, matches, wide, design }: Matching): Step[] {
	const isKnown = kind.confidence >= askBelow;
	const hasDesign = Object.keys(design.value).length > 0 && design.confidence >= askBelow;
	return [
		{ do: 'kind', kind: isKnown ? kind.guess : 'other', unit: isKnown ? kind.unit : 'row' },
		...personal.map(({ column }): Step => ({ do: 'leave-out', column, why: 'personal' })),
		...matches.flatMap(matchSteps),
		...(wide ? [{ do: 'lengthen', columns: wide.columns } as const] : []),
		...(hasDesign ? [{ do: 'design', design: design.value } as const] : [])
	];
}

/** A match as steps: its columns, and what their values stand for. */
export function matchSteps(found: ColumnMatch): Step[] {
	const { contract, columns, values, as, datePattern, separator } = found;
	const match: Step = {
		...{ do: 'match', contract, columns },
		...(as === undefined ? {} : { as }),
		...(datePattern === undefined ? {} : { datePattern }),
		...(separator === undefined ? {} : { separator })
	};
	return Object.keys(values).length === 0 ? [match] : [match, { do: 'values', contract, values }];
}

function isSame(one: Reading, other: Reading): boolean {
	const keys = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Reading>;
	return [...keys].every((key) => one[key] === other[key]);
}
